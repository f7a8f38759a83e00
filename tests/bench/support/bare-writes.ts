// The bare peer of an edit: what our host wrote to its book is written again to a copy of
// it, by the same driver with prepared statements alone, in one durable transaction: the
// same rows with their index columns, keys and full text.

import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Connection, openConnection } from '../../../src-main/host/book/sqlite/connection.ts';
import { toSortText } from '../../../src-main/host/book/sqlite/sort-text.ts';
import { keyOf, newFolder, openBookFile } from './book.ts';

type Value = null | number | bigint | string | Uint8Array;
type Row = Record<string, Value>;
type Step = { sql: string; values: Value[] };
type Table = { number: number; sequence: number };

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'cache_size = -65536',
];

export type BareCopy = {
  /** Writes what the book has that the copy lacks; milliseconds of the writing alone. */
  catchUp: () => number;
  close: () => void;
};

/** The book must be closed while this is called, and may be opened afterwards. */
export function openBareCopy(bookPath: string): BareCopy {
  const path = join(newFolder(), 'bare.sqlite');
  copyFileSync(bookPath, path);
  const source = openBookFile(bookPath);
  const target = openConnection(path, pragmas, keyOf(dirname(bookPath)));
  return {
    catchUp: () => {
      keepErasingAlike(source, target);
      const steps = tablesOf(source).flatMap((table) => stepsOf(source, target, table));
      if (steps.length === 0) throw new Error('nothing was written');
      return write(target, steps);
    },
    close: () => {
      source.close();
      target.close();
    },
  };
}

function write(target: Connection, steps: readonly Step[]): number {
  const began = performance.now();
  target.raw.exec('BEGIN IMMEDIATE');
  for (const { sql, values } of steps) target.prepare(sql).run(...values);
  target.raw.exec('COMMIT');
  return performance.now() - began;
}

const tablesOf = ({ raw }: Connection): Table[] =>
  raw.prepare('SELECT number, sequence FROM collections').all() as unknown as Table[];

function stepsOf(source: Connection, target: Connection, { number, sequence }: Table): Step[] {
  const known = tablesOf(target).find((one) => one.number === number)?.sequence ?? 0;
  if (known === sequence) return [];
  const rows = source
    .prepare(`SELECT * FROM docs_${number} WHERE seq > ? ORDER BY seq`)
    .all(known) as Row[];
  return [
    ...rows.flatMap((row) => stepsOfRow(source, target, number, row)),
    { sql: 'UPDATE collections SET sequence = ? WHERE number = ?', values: [sequence, number] },
  ];
}

function stepsOfRow(source: Connection, target: Connection, number: number, row: Row): Step[] {
  const n = row['n'] ?? null;
  const before = target.prepare(`SELECT * FROM docs_${number} WHERE n = ?`).get(Number(n));
  // Of a row that is there the columns that differ.
  const columns = Object.keys(row).filter((column) => !isSame(before?.[column], row[column]));
  const names = columns.map((column) => `"${column}"`);
  const values = columns.map((column) => row[column] ?? null);
  const put: Step =
    before === undefined
      ? {
          sql: `INSERT INTO docs_${number} (${names.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          values,
        }
      : {
          sql: `UPDATE docs_${number} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE n = ?`,
          values: [...values, n],
        };
  const had = keysIn(before?.['data']);
  const has = keysIn(row['data']);
  return [
    put,
    ...had
      .filter((key) => !has.includes(key))
      .map((key) => ({
        sql: `DELETE FROM keys_${number} WHERE value = ? AND n = ?`,
        values: [key, n],
      })),
    ...has
      .filter((key) => !had.includes(key))
      .map((key) => ({ sql: `INSERT INTO keys_${number} VALUES (?, ?)`, values: [key, n] })),
    ...textSteps(source, target, number, n),
  ];
}

function textSteps(source: Connection, target: Connection, number: number, n: Value): Step[] {
  const table = `search_${number}`;
  if (!hasTable(source, table)) return [];
  const sql = `SELECT name, contact, body FROM ${table} WHERE rowid = ?`;
  const [before, after] = [target, source].map((from) => from.prepare(sql).get(Number(n)));
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const steps: Step[] = [];
  if (before !== undefined)
    steps.push({ sql: `DELETE FROM ${table} WHERE rowid = ?`, values: [n] });
  if (after !== undefined)
    steps.push({
      sql: `INSERT INTO ${table} (rowid, name, contact, body) VALUES (?, ?, ?, ?)`,
      values: [n, ...(Object.values(after) as Value[])],
    });
  return steps;
}

const hasTable = (connection: Connection, name: string): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

/** Taking words out of the index securely is slower: the copy does whatever the book does. */
function keepErasingAlike(source: Connection, target: Connection): void {
  for (const { number } of tablesOf(source)) {
    const search = `search_${number}`;
    if (!hasTable(source, search)) continue;
    const read = `SELECT v FROM ${search}_config WHERE k = 'secure-delete'`;
    const value = Number(source.prepare(read).get()?.['v'] ?? 0);
    if (Number(target.prepare(read).get()?.['v'] ?? 0) === value) continue;
    target.raw.exec(`INSERT INTO ${search} (${search}, rank) VALUES ('secure-delete', ${value})`);
  }
}

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0);

function keysIn(data: Value | undefined): string[] {
  const { keys } = JSON.parse(typeof data === 'string' ? data : '{}') as { keys?: string[] };
  return [...new Set(keys ?? [])].map(toSortText);
}
