// The table of one collection of records; all of them are open while a book is.

import type { CollectionName } from '../../../../src-shared/domain/record.ts';
import { databaseName, schemas } from '../../../../src-shared/schema/collections.ts';
import type { CollectionTable } from './collection-table.ts';
import type { StoreDatabase } from './open-database.ts';

export function recordTable(store: StoreDatabase, collection: CollectionName): CollectionTable {
  const { version } = schemas[collection];
  const table = store.find({ database: databaseName, collection, version });
  if (table === undefined) throw new Error(`no collection ${collection}`);
  return table;
}
