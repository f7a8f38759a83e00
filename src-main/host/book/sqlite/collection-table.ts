// The tables of one collection in one schema version, and the registry that names
// them: docs_N (documents as JSON, index columns), keys_N (entries of the multi-value
// field), search_N (full text), attachments_N.

import { randomBytes } from 'node:crypto';

import type { EventBulk, RxStorageChangeEvent } from 'rxdb';
import { Subject } from 'rxjs';

import type { Connection } from './connection.ts';
import {
  type Column,
  deletedPath,
  type Layout,
  layoutOf,
  type StoredDoc,
  type StoredSchema,
  type Traits,
  writtenPath,
} from './layout.ts';

/** Position in a collection's changes; the sequence never goes back, whatever the clock does. */
export type Checkpoint = { sequence: number };
export type ChangeBulk = EventBulk<RxStorageChangeEvent<StoredDoc>, Checkpoint>;

export type CollectionKey = { database: string; collection: string; version: number };

export type CollectionTable = CollectionKey & {
  number: number;
  layout: Layout;
  traits: Traits;
  docs: string;
  keys: string;
  search: string;
  attachments: string;
  /** Paths whose column met an object or array (or `multiValue` a non-array): never used again. */
  odd: Set<string>;
  /** Sequence of the last change. */
  sequence: number;
  /** Shared by everyone who has this collection open. */
  changes$: Subject<ChangeBulk>;
  isRemoved: boolean;
};

/** Memory for words that wait to be written to the full-text index. */
const hashBytes = 16 * 1024 * 1024;

export const registrySql = `CREATE TABLE IF NOT EXISTS collections (
  number INTEGER PRIMARY KEY, database TEXT NOT NULL, collection TEXT NOT NULL,
  version INTEGER NOT NULL, signature TEXT NOT NULL, odd TEXT NOT NULL,
  sequence INTEGER NOT NULL, UNIQUE (database, collection, version)) STRICT`;

/** Undefined when there is none, or only one with another layout (see `staleNumber`). */
export function findTable(
  connection: Connection,
  key: CollectionKey,
  schema: StoredSchema,
  traits: Traits,
): CollectionTable | undefined {
  const layout = layoutOf(schema, traits);
  const row = registryRow(connection, key);
  if (row === undefined || row['signature'] !== layout.signature) return undefined;
  const table = tableOf(key, Number(row['number']), layout, traits);
  table.sequence = Number(row['sequence']);
  table.odd = new Set(JSON.parse(String(row['odd'])) as string[]);
  return table;
}

export function registryRow(connection: Connection, key: CollectionKey) {
  return connection
    .prepare('SELECT * FROM collections WHERE database = ? AND collection = ? AND version = ?')
    .get(key.database, key.collection, key.version);
}

/** Call inside a transaction. Replaces the registry's row of the same key. */
export function createTable(
  connection: Connection,
  key: CollectionKey,
  schema: StoredSchema,
  traits: Traits,
): CollectionTable {
  const layout = layoutOf(schema, traits);
  const { next } = connection
    .prepare('SELECT coalesce(max(number), 0) + 1 AS next FROM collections')
    .get() as { next: number };
  const table = tableOf(key, next, layout, traits);
  connection
    .prepare(`INSERT OR REPLACE INTO collections VALUES (?, ?, ?, ?, ?, '[]', 0)`)
    .run(next, key.database, key.collection, key.version, layout.signature);
  for (const statement of createStatements(table)) connection.raw.exec(statement);
  return table;
}

export function dropTables(connection: Connection, number: number): void {
  for (const name of ['docs', 'keys', 'search', 'attachments']) {
    connection.raw.exec(`DROP TABLE IF EXISTS ${name}_${number}`);
  }
}

/** Call before each commit that wrote to the table. */
export function saveSequence(connection: Connection, table: CollectionTable): void {
  connection
    .prepare('UPDATE collections SET sequence = ?, odd = ? WHERE number = ?')
    .run(table.sequence, JSON.stringify([...table.odd]), table.number);
}

export const columnAt = (layout: Layout, path: string): Column => {
  const column = layout.columnByPath.get(path);
  if (column === undefined) throw new Error(`no column ${path}`);
  return column;
};

const bulkPrefix = randomBytes(6).toString('hex');
let bulkCount = 0;
/** Ids of change bulks: unique across restarts. */
export function nextBulkId(): string {
  bulkCount += 1;
  return `${bulkPrefix}-${bulkCount}`;
}

function tableOf(
  key: CollectionKey,
  number: number,
  layout: Layout,
  traits: Traits,
): CollectionTable {
  return {
    ...key,
    number,
    layout,
    traits,
    docs: `docs_${number}`,
    keys: `keys_${number}`,
    search: `search_${number}`,
    attachments: `attachments_${number}`,
    odd: new Set(),
    sequence: 0,
    changes$: new Subject(),
    isRemoved: false,
  };
}

function createStatements({ docs, keys, search, attachments, layout, traits }: CollectionTable) {
  const columns = layout.columns.map((column) => `${column.sql}, `).join('');
  const deleted = columnAt(layout, deletedPath).sql;
  const written = columnAt(layout, writtenPath).sql;
  return [
    `CREATE TABLE ${docs} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, ${columns}data TEXT NOT NULL)`,
    `CREATE INDEX ${docs}_seq ON ${docs} (seq)`,
    `CREATE INDEX ${docs}_deleted ON ${docs} (${written}) WHERE ${deleted} = x'B1'`,
    ...layout.indexes.map(
      (index, at) => `CREATE INDEX ${docs}_${at} ON ${docs} (${index.join(', ')})`,
    ),
    ...(traits.multiValue === undefined
      ? []
      : [
          `CREATE TABLE ${keys} (value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (value, n)) STRICT, WITHOUT ROWID`,
        ]),
    ...(traits.search === true
      ? [
          `CREATE VIRTUAL TABLE ${search} USING fts5(name, contact, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
          `INSERT INTO ${search} (${search}, rank) VALUES ('secure-delete', 1)`,
          // Collected in memory before they are written: an import takes half the time.
          `INSERT INTO ${search} (${search}, rank) VALUES ('hashsize', ${hashBytes})`,
          `INSERT INTO ${search} (${search}, rank) VALUES ('rank', 'bm25(10, 5, 1)')`,
        ]
      : []),
    ...(layout.hasAttachments
      ? [
          `CREATE TABLE ${attachments} (n INTEGER NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (n, id)) STRICT`,
        ]
      : []),
  ];
}
