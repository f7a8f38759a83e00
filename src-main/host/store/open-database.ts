// Opens the one file that holds the book: a connection that writes, one transaction
// at a time, and one that reads and sees the last commit, also during a long write.
// Throws SQLite's errors (see condition-errors.ts) and leaves nothing open then.

import { setImmediate } from 'node:timers/promises';

import { recordCollections } from '../../../src-shared/schema/collections.ts';
import { createFeed, type Feed } from './change-feed.ts';
import {
  type CollectionKey,
  type CollectionTable,
  createTable,
  dropTables,
  findTable,
  registryRow,
  registrySql,
  saveSequence,
} from './collection-table.ts';
import { createCommit } from './commit.ts';
import { type Connection, openConnection } from './connection.ts';
import type { StoredSchema, Traits } from './layout.ts';
import { createMutex } from './mutex.ts';
import { copyRows } from './rebuild.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';

/** user_version and application_id ("Rapp") of the file. */
export const storeFormat = { version: 1, application: 0x52_61_70_70 } as const;

export type Write = {
  /** Writes rows of a collection; its sequence is saved with the commit. */
  rows(table: CollectionTable): RowWriter;
  /** What this transaction replaces or removes must be gone from the disk after it. */
  erase(): void;
};

export type StoreDatabase = {
  path: string;
  reader: Connection;
  writer: Connection;
  feed: Feed;
  /** Everything that is open, by database, collection and version. */
  find(key: CollectionKey): CollectionTable | undefined;
  /** Makes the tables when they are missing or laid out otherwise. */
  open(key: CollectionKey, schema: StoredSchema): Promise<CollectionTable>;
  remove(table: CollectionTable): Promise<void>;
  /**
   * Waits for its turn, then runs `work` in one transaction; rolls back when it throws.
   * `committed` runs after the commit and before the next transaction.
   */
  transact<T>(work: (write: Write) => Promise<T> | T, committed?: (value: T) => void): Promise<T>;
  close(): Promise<void>;
};

export type StoreOptions = { traits(database: string, collection: string): Traits };

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'cache_size = -65536',
  'journal_size_limit = 67108864',
  'temp_store = MEMORY',
];

export function openDatabase(
  path: string,
  options: StoreOptions = { traits: recordTraits },
): StoreDatabase {
  const writer = openConnection(path, []);
  try {
    prepareFile(writer);
    const reader = openConnection(path, [
      'query_only = ON',
      'cache_size = -32768',
      'temp_store = MEMORY',
    ]);
    return createStore(path, writer, reader, options);
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
  if (version > storeFormat.version) throw new Error(`store-newer ${version}`);
  for (const pragma of pragmas) writer.raw.exec(`PRAGMA ${pragma}`);
  if (version === storeFormat.version) return;
  writer.raw.exec(
    `BEGIN IMMEDIATE; ${registrySql}; PRAGMA application_id = ${storeFormat.application};
     PRAGMA user_version = ${storeFormat.version}; COMMIT`,
  );
}

function createStore(
  path: string,
  writer: Connection,
  reader: Connection,
  { traits }: StoreOptions,
): StoreDatabase {
  const mutex = createMutex();
  const { commit, stop: stopCommitting } = createCommit(writer, mutex);
  const feed = createFeed(() => setImmediate());
  const tableByKey = new Map<string, CollectionTable>();
  const rowsByTable = new Map<CollectionTable, RowWriter>();

  function rowsOf(table: CollectionTable): RowWriter {
    let rows = rowsByTable.get(table);
    if (rows === undefined) {
      rows = createRowWriter(writer, table);
      rowsByTable.set(table, rows);
    }
    return rows;
  }

  const transact: StoreDatabase['transact'] = (work, committed) =>
    mutex.run(async () => {
      const sequenceByTable = new Map<CollectionTable, number>();
      let isErasing = false;
      writer.raw.exec('BEGIN IMMEDIATE');
      try {
        const value = await work({
          rows(table) {
            if (table.isRemoved) throw new Error('collection was removed');
            if (!sequenceByTable.has(table)) sequenceByTable.set(table, table.sequence);
            return rowsOf(table);
          },
          erase: () => {
            isErasing = true;
          },
        });
        let rows = 0;
        for (const [table, before] of sequenceByTable) {
          rowsOf(table).flush();
          if (isErasing) rowsOf(table).scrub();
          if (table.sequence !== before) saveSequence(writer, table);
          rows += table.sequence - before;
        }
        commit({ rows, isErasing });
        committed?.(value);
        return value;
      } catch (error) {
        if (writer.raw.isTransaction) writer.raw.exec('ROLLBACK');
        for (const [table, before] of sequenceByTable) {
          table.sequence = before;
          // With what it had not written yet.
          rowsByTable.delete(table);
        }
        throw error;
      }
    });

  function remember(table: CollectionTable): CollectionTable {
    tableByKey.set(keyText(table), table);
    return table;
  }

  return {
    path,
    reader,
    writer,
    feed,
    transact,
    find: (key) => tableByKey.get(keyText(key)),
    async open(key, schema) {
      const wanted = traits(key.database, key.collection);
      const known = tableByKey.get(keyText(key)) ?? findTable(reader, key, schema, wanted);
      if (known !== undefined) return remember(known);
      return transact(() => {
        const made = tableByKey.get(keyText(key));
        if (made !== undefined) return made;
        const stale = registryRow(writer, key);
        const table = createTable(writer, key, schema, wanted);
        if (stale !== undefined) {
          table.sequence = Number(stale['sequence']);
          copyRows(writer, Number(stale['number']), table, rowsOf(table));
          rowsOf(table).flush();
          dropTables(writer, Number(stale['number']));
        }
        return table;
      }, remember);
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
          rowsByTable.delete(table);
        },
      ),
    close: () =>
      mutex.run(() => {
        feed.stop();
        stopCommitting();
        reader.close();
        writer.close();
      }),
  };
}

const keyText = ({ database, collection, version }: CollectionKey): string =>
  JSON.stringify([database, collection, version]);
