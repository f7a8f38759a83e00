// RxDB's migration over our storage: a newer schema version takes the old documents along.

import { addRxPlugin, createRxDatabase } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { expect, it } from 'vitest';

import { openDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { tempDir } from '../../support/store/store-fixtures.ts';

addRxPlugin(RxDBMigrationSchemaPlugin);

const schemaOf = (version: number, field: string) => ({
  version,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 20 }, [field]: { type: 'string', maxLength: 20 } },
  indexes: [field],
  required: ['id', field],
});

it('a newer schema version takes the documents of the older one along', async () => {
  const path = `${tempDir()}/book.sqlite`;
  const older = openDatabase(path);
  const before = await createRxDatabase({
    name: 'pets',
    storage: getRxStorageSqlite(older),
    multiInstance: false,
  });
  await before.addCollections({ pets: { schema: schemaOf(0, 'title') } });
  const docs = Array.from({ length: 250 }, (_, at) => ({ id: `p${at}`, title: `Pet ${at}` }));
  await before['pets']?.bulkInsert(docs);
  await before['pets']?.findOne('p7').remove();
  await before.close();
  await older.close();

  const newer = openDatabase(path);
  const after = await createRxDatabase({
    name: 'pets',
    storage: getRxStorageSqlite(newer),
    multiInstance: false,
  });
  await after.addCollections({
    pets: {
      schema: schemaOf(1, 'name'),
      migrationStrategies: {
        1: ({ title, ...rest }: { title: string }) => ({ ...rest, name: title.toUpperCase() }),
      },
    },
  });
  const found = await after['pets']?.find({ sort: [{ name: 'asc' }] }).exec();
  expect(found?.length).toBe(249);
  expect(found?.[0]?.toJSON()).toMatchObject({ id: 'p0', name: 'PET 0' });
  const key = { database: 'pets', collection: 'pets', version: 0 };
  expect(newer.find(key)).toBeUndefined();
  await after.close();
  await newer.close();
});
