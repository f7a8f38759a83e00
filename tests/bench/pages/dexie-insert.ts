// The peer page: the bare insert of ready documents by RxDB on its free Dexie storage.

import { createRxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

type Row = { id: string; kind: string; status: string; sortKey: string; updatedAt: number };

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

/** Fetches the rows, inserts them 1,000 at a time and answers with the insert's milliseconds. */
async function insertAll(): Promise<number> {
  const rows: Row[] = await (await fetch('/rows.json')).json();
  const database = await createRxDatabase({
    name: 'peer',
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  const { rows: collection } = await database.addCollections({ rows: { schema } });
  const started = performance.now();
  for (let at = 0; at < rows.length; at += 1_000) {
    await collection.bulkInsert(rows.slice(at, at + 1_000));
  }
  return performance.now() - started;
}

Object.assign(window, { insertAll });
