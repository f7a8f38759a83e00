// In the peer pages: our rows as a collection of RxDB on its free Dexie storage.

import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

export type Row = { id: string; kind: string; status: string; sortKey: string; updatedAt: number };

const schema: RxJsonSchema<Row> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 64 },
    kind: { type: 'string', maxLength: 40 },
    status: { type: 'string', maxLength: 10 },
    sortKey: { type: 'string', maxLength: 120 },
    updatedAt: { type: 'number', minimum: 0, maximum: 1e15, multipleOf: 1 },
  },
  required: ['id', 'kind', 'status', 'sortKey', 'updatedAt'],
  indexes: [
    ['status', 'sortKey'],
    ['status', 'updatedAt'],
  ],
};

export type OpenRows = { database: RxDatabase; collection: RxCollection<Row> };

export async function openRows(name = 'peer'): Promise<OpenRows> {
  const database = await createRxDatabase({
    name,
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  const { rows } = await database.addCollections({ rows: { schema } });
  return { database, collection: rows };
}
