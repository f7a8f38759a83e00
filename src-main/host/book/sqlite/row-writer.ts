// Writes rows of one collection together with everything derived from them: index
// columns, entries of the multi-value field, full text. Runs inside a transaction.

import type { CollectionTable } from './collection-table.ts';
import {
  type ColumnValue,
  falseValue,
  readPath,
  toColumnValue,
  trueValue,
} from './column-value.ts';
import type { Connection } from './connection.ts';
import type { Statement } from './driver.ts';
import { type Column, deletedPath, writtenPath } from './layout.ts';
import { searchIndex } from '../search/text-index.ts';
import { toSortText } from './sort-text.ts';

type Plain = Record<string, unknown>;

export type Row = { n: number; doc: Plain };

export type RowWrite = {
  id: string;
  /** Its `_deleted` and `_meta` are not looked at. */
  doc: Plain;
  /** The whole document as JSON. */
  json: string;
  isDeleted: boolean;
  writtenAt: number;
  /** The row that is replaced. */
  previous: Row | undefined;
};

export type RowWriter = {
  find: (id: string) => Row | undefined;
  /** Returns the row's number. */
  write: (row: RowWrite) => number;
  /** Removes the row for good. */
  purge: (row: Row) => void;
  /** Call before the multi-value field is looked up and before the commit. */
  flush: () => void;
  /** This transaction is one of many that belong together. */
  expectMany: () => void;
  /** Call before the commit of an erasure: what is gone from the index leaves the file, too. */
  scrub: () => void;
};

export function createRowWriter(connection: Connection, table: CollectionTable): RowWriter {
  const statements = prepareAll(connection, table);
  const keys = keyIndex(connection, table);
  const search = searchIndex(connection, table);
  const { columns } = table.layout;

  /** A column that stays as it is is left out: it is in an index or two. */
  function update(row: RowWrite, previous: Row, values: readonly ColumnValue[]): void {
    const changed: ColumnValue[] = [];
    let which = '';
    for (const [at, column] of columns.entries()) {
      const value = values[at] ?? null;
      if (storedValue(previous.doc, column) === value) continue;
      changed.push(value);
      which += `${at},`;
    }
    statements.update(which).run(table.sequence, ...changed, row.json, previous.n);
  }

  return {
    find(id) {
      const row = statements.find.get(toSortText(id));
      if (row === undefined) return undefined;
      return { n: Number(row['n']), doc: JSON.parse(String(row['data'])) as Plain };
    },

    write(row) {
      table.sequence += 1;
      const n = row.previous?.n ?? table.sequence;
      const values = columns.map((column) => columnValue(table, column, row));
      if (row.previous === undefined) {
        statements.insert.run(n, toSortText(row.id), table.sequence, ...values, row.json);
      } else {
        update(row, row.previous, values);
      }
      keys.replace(n, row.previous?.doc, row.doc);
      search.replace(n, row.previous?.doc, row.isDeleted ? undefined : row.doc);
      return n;
    },

    purge({ n, doc }) {
      keys.replace(n, doc, undefined);
      search.replace(n, doc, undefined);
      statements.removeAttachments?.run(n);
      statements.remove.run(n);
    },

    flush() {
      keys.flush();
      search.flush();
    },
    expectMany: search.expectMany,
    scrub: search.scrub,
  };
}

function prepareAll(connection: Connection, { docs, attachments, layout }: CollectionTable) {
  const names = layout.columns.map((column) => column.sql);
  const marks = names.map(() => '?, ').join('');
  const list = names.map((name) => `${name}, `).join('');
  const updates = new Map<string, Statement>();
  return {
    find: connection.raw.prepare(`SELECT n, data FROM ${docs} WHERE id = ?`),
    insert: connection.raw.prepare(
      `INSERT INTO ${docs} (n, id, seq, ${list}data) VALUES (?, ?, ?, ${marks}?)`,
    ),
    /** `which`: places of the columns that change. */
    update: (which: string): Statement => {
      const known = updates.get(which);
      if (known !== undefined) return known;
      const sets = names.filter((_, at) => which.split(',').includes(String(at)));
      const made = connection.raw.prepare(
        `UPDATE ${docs} SET seq = ?, ${sets.map((name) => `${name} = ?, `).join('')}data = ? WHERE n = ?`,
      );
      updates.set(which, made);
      return made;
    },
    remove: connection.raw.prepare(`DELETE FROM ${docs} WHERE n = ?`),
    removeAttachments: layout.hasAttachments
      ? connection.raw.prepare(`DELETE FROM ${attachments} WHERE n = ?`)
      : undefined,
  };
}

function columnValue(
  table: CollectionTable,
  { path, segments }: Column,
  row: RowWrite,
): ColumnValue {
  if (path === deletedPath) return row.isDeleted ? trueValue : falseValue;
  if (path === writtenPath) return row.writtenAt;
  const value = toColumnValue(valueAt(row.doc, path, segments));
  if (value !== undefined) return value;
  table.odd.add(path);
  return null;
}

const storedValue = (doc: Plain, { path, segments }: Column): ColumnValue =>
  toColumnValue(valueAt(doc, path, segments)) ?? null;

const valueAt = (doc: Plain, path: string, segments: readonly string[]): unknown =>
  segments.length === 1 ? doc[path] : readPath(doc, segments);

export type DerivedIndex = {
  replace: (n: number, before: Plain | undefined, after: Plain | undefined) => void;
  flush: () => void;
};
const noIndex: DerivedIndex = { replace: () => undefined, flush: () => undefined };

const keysAtOnce = 100;

function keyIndex(connection: Connection, table: CollectionTable): DerivedIndex {
  const field = table.traits.multiValue;
  if (field === undefined) return noIndex;
  const insertSql = `INSERT OR IGNORE INTO ${table.keys} VALUES (?, ?)`;
  const insert = connection.raw.prepare(insertSql);
  const insertMany = connection.raw.prepare(insertSql + ', (?, ?)'.repeat(keysAtOnce - 1));
  const remove = connection.raw.prepare(`DELETE FROM ${table.keys} WHERE value = ? AND n = ?`);
  let waiting: (string | number)[] = [];

  function flush(): void {
    for (let at = 0; at < waiting.length; at += 2) insert.run(...waiting.slice(at, at + 2));
    waiting = [];
  }
  function add(key: string, n: number): void {
    waiting.push(toSortText(key), n);
    if (waiting.length < 2 * keysAtOnce) return;
    insertMany.run(...waiting);
    waiting = [];
  }

  return {
    flush,
    replace(n, before, after) {
      const had = before === undefined ? [] : stringsOf(before[field]);
      const has = after === undefined ? [] : stringsOf(after[field]);
      if (after !== undefined && !isFlat(after[field])) table.odd.add(field);
      if (had.length > 0) flush();
      for (const key of had) if (!has.includes(key)) remove.run(toSortText(key), n);
      for (const key of has) if (!had.includes(key)) add(key, n);
    },
  };
}

/** What the side table can stand for: nothing, or an array without arrays and objects in it. */
const isFlat = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null));

const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
