// RxDB's storage interface over the book's file. Collections of any database name and
// schema version live side by side in it.

import { ensureRxStorageInstanceParamsAreCorrect, RXDB_VERSION } from 'rxdb';
import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';

import type { StoredSchema } from './layout.ts';
import type { StoreDatabase } from './open-database.ts';
import { createStorageInstance } from './rx-storage-instance.ts';

type NoOptions = Record<string, never>;

export function getRxStorageSqlite(store: StoreDatabase): RxStorage<NoOptions, NoOptions> {
  return {
    name: 'rapport-sqlite',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<RxDocType>(
      params: RxStorageInstanceCreationParams<RxDocType, NoOptions>,
    ) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      const { databaseName: database, collectionName: collection } = params;
      // RxDB's document types end here: below, a document is any JSON object.
      const schema = params.schema as unknown as StoredSchema;
      const table = await store.open({ database, collection, version: schema.version }, schema);
      const instance = createStorageInstance(store, table, schema, params.options);
      return instance as unknown as RxStorageInstance<RxDocType, NoOptions, NoOptions>;
    },
  };
}
