// Opens the one file that holds the book: a connection that writes, one transaction
// at a time, and one that reads and sees the last commit, also during a long write.
// Throws SQLite's errors (see condition/errors.ts) and leaves nothing open then.

import { setImmediate } from 'node:timers/promises';

import { recordCollections } from '../../../../src-shared/schema/collections.ts';
import type { DataKey } from '../../keys/data-key.ts';
import { dropOldFacts, factsSql } from '../facts/columns.ts';
import { historySql } from '../history/tables.ts';
import { defineQueryFunctions } from '../query/sql-functions.ts';
import { type ChangeAnnouncer, createChangeAnnouncer } from './change-announcer.ts';
import {
  type CollectionKey,
  type CollectionTable,
  dropTables,
  findTable,
  registrySql,
} from './collection-table.ts';
import { type Connection, openConnection } from './connection.ts';
import type { StoredSchema, Traits } from './layout.ts';
import { buildTable } from './rebuild.ts';
import { createTransactions, type Transactions, type Write } from './transactions.ts';

/** user_version and application_id ("Rapp") of the file. */
export const storeFormat = { version: 1, application: 0x52_61_70_70 } as const;

export type StoreDatabase = {
  path: string;
  key: DataKey | undefined;
  reader: Connection;
  writer: Connection;
  announcer: ChangeAnnouncer;
  /** Everything that is open, by database, collection and version. */
  find: (key: CollectionKey) => CollectionTable | undefined;
  /** Makes the tables when they are missing or laid out otherwise. */
  open: (key: CollectionKey, schema: StoredSchema) => Promise<CollectionTable>;
  remove: (table: CollectionTable) => Promise<void>;
  transact: Transactions['run'];
  close: () => Promise<void>;
};

export type StoreOptions = {
  traits?: (database: string, collection: string) => Traits;
  /** Of an encrypted book. */
  key?: DataKey | undefined;
};

/** Written by a later version of the program; left as it is. */
export class NewerBook extends Error {
  readonly version: number;
  constructor(version: number) {
    super(`store-newer ${version}`);
    this.version = version;
  }
}

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'cache_size = -65536',
  'journal_size_limit = 67108864',
];

export function openDatabase(path: string, options: StoreOptions = {}): StoreDatabase {
  const { traits = recordTraits, key } = options;
  const writer = openConnection(path, [], key);
  try {
    prepareFile(writer);
    const reader = openConnection(path, ['query_only = ON', 'cache_size = -32768'], key);
    defineQueryFunctions(reader);
    return createStore({ path, key, reader, writer }, traits);
  } catch (error) {
    writer.close();
    throw error;
  }
}

const recordTraits = (database: string, collection: string): Traits =>
  database === 'rapport' ? (recordCollections[collection] ?? {}) : {};

function prepareFile(writer: Connection): void {
  const { user_version: version } = writer.raw.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  // Before anything is changed: WAL mode would be.
  if (version > storeFormat.version) throw new NewerBook(version);
  for (const pragma of pragmas) writer.raw.exec(`PRAGMA ${pragma}`);
  // What an earlier version of the program has not made yet.
  dropOldFacts(writer);
  writer.raw.exec(factsSql);
  writer.raw.exec(historySql);
  if (version === storeFormat.version) return;
  writer.raw.exec(
    `BEGIN IMMEDIATE; ${registrySql}; PRAGMA application_id = ${storeFormat.application};
     PRAGMA user_version = ${storeFormat.version}; COMMIT`,
  );
}

function createStore(
  file: Pick<StoreDatabase, 'path' | 'key' | 'reader' | 'writer'>,
  traits: NonNullable<StoreOptions['traits']>,
): StoreDatabase {
  const { reader, writer } = file;
  const transactions = createTransactions(writer);
  const transact = transactions.run;
  const announcer = createChangeAnnouncer(() => setImmediate());
  const tableByKey = new Map<string, CollectionTable>();

  function remember(table: CollectionTable): CollectionTable {
    tableByKey.set(keyText(table), table);
    return table;
  }

  return {
    ...file,
    announcer,
    transact,
    find: (key) => tableByKey.get(keyText(key)),
    async open(key, schema) {
      const wanted = traits(key.database, key.collection);
      const known = tableByKey.get(keyText(key)) ?? findTable(reader, key, schema, wanted);
      if (known !== undefined) return remember(known);
      const make = (write: Write) =>
        tableByKey.get(keyText(key)) ?? buildTable(writer, write, key, schema, wanted);
      return transact(make, remember);
    },
    remove: (table) =>
      transact(
        () => {
          dropTables(writer, table.number);
          writer.prepare('DELETE FROM collections WHERE number = ?').run(table.number);
        },
        () => {
          table.isRemoved = true;
          tableByKey.delete(keyText(table));
          transactions.forget(table);
        },
      ),
    close: () =>
      transactions.end(() => {
        announcer.stop();
        reader.close();
        writer.close();
      }),
  };
}

const keyText = ({ database, collection, version }: CollectionKey): string =>
  JSON.stringify([database, collection, version]);
