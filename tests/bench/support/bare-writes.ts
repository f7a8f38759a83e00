// The bare peer of edits: what our host wrote to its book is written again to a copy of it, by
// the same driver with prepared statements alone: the same rows with their index columns, keys
// and full text, the same log for undo and history, in durable transactions of the same size.

import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Connection, openConnection } from '../../../src-main/host/book/sqlite/connection.ts';
import { toSortText } from '../../../src-main/host/book/sqlite/sort-text.ts';
import { mostInPiece } from '../../../src-shared/records/pieces.ts';
import { keyOf, newFolder, openBookFile } from './book.ts';
import { startMeasuring, type Used } from './used.ts';

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
  /** Writes what the book has that the copy lacks; what the writing alone takes. */
  catchUp: () => Used;
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
      const pieces = [...piecesOf(source, target)];
      if (pieces.length === 0) throw new Error('nothing was written');
      const total: Used = { ms: 0, cpu: 0 };
      for (const makeSteps of pieces) {
        const { ms, cpu } = write(target, makeSteps());
        total.ms += ms;
        total.cpu += cpu;
      }
      return total;
    },
    close: () => {
      source.close();
      target.close();
    },
  };
}

function write(target: Connection, steps: readonly Step[]): Used {
  const measured = startMeasuring();
  target.raw.exec('BEGIN IMMEDIATE');
  for (const { sql, values } of steps) target.prepare(sql).run(...values);
  target.raw.exec('COMMIT');
  return measured();
}

/** The steps of each transaction, made when it is their turn. */
function piecesOf(source: Connection, target: Connection): (() => Step[])[] {
  const writes = [
    ...tablesOf(source).map((table) => writesTo(source, target, table)),
    ...historyTables.map((name) => linesOf(source, target, name)),
  ];
  const most = Math.max(...writes.map(({ length }) => length));
  const count = Math.ceil(most / mostInPiece);
  // Each takes its share of every table: the log goes with the records that it speaks of.
  const shareOf = <T>(list: readonly T[], piece: number): T[] =>
    list.slice((list.length * piece) / count, (list.length * (piece + 1)) / count);
  return Array.from(
    { length: count },
    (_, piece) => () => writes.flatMap((list) => shareOf(list, piece)).flatMap((make) => make()),
  );
}

const tablesOf = ({ raw }: Connection): Table[] =>
  raw.prepare('SELECT number, sequence FROM collections').all() as unknown as Table[];

/** One for each row that was written since. */
function writesTo(
  source: Connection,
  target: Connection,
  { number, sequence }: Table,
): (() => Step[])[] {
  const known = tablesOf(target).find((one) => one.number === number)?.sequence ?? 0;
  if (known === sequence) return [];
  const read = source.prepare(`SELECT * FROM docs_${number} WHERE n = ?`);
  return source
    .prepare(`SELECT n FROM docs_${number} WHERE seq > ? ORDER BY seq`)
    .all(known)
    .map(({ n }) => () => {
      const row = read.get(Number(n)) as Row;
      const saved = `UPDATE collections SET sequence = ? WHERE number = ?`;
      return [
        ...stepsOfRow(source, target, number, row),
        ...(row['seq'] === sequence ? [{ sql: saved, values: [sequence, number] }] : []),
      ];
    });
}

const historyTables = ['history_actions', 'history_rows', 'history_made'] as const;

/** What was added to a table of the history, and what changed of its last line. */
function linesOf(
  source: Connection,
  target: Connection,
  name: (typeof historyTables)[number],
): (() => Step[])[] {
  const last = target.prepare(`SELECT max(n) AS n FROM ${name}`).get()?.['n'] ?? 0;
  const read = source.prepare(`SELECT * FROM ${name} WHERE n = ?`);
  const had = target.prepare(`SELECT * FROM ${name} WHERE n = ?`);
  return source
    .prepare(`SELECT n FROM ${name} WHERE n >= ? ORDER BY n`)
    .all(Number(last))
    .map(({ n }) => () => {
      const row = read.get(Number(n)) as Row;
      if (JSON.stringify(row) === JSON.stringify(had.get(Number(n)))) return [];
      const marks = Object.keys(row).map(() => '?');
      const sql = `INSERT OR REPLACE INTO ${name} VALUES (${marks.join(', ')})`;
      return [{ sql, values: Object.values(row) }];
    });
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
