// The raw peer: the same rows into the same tables, indexes and full-text index with our
// driver and the book's key alone, one prepared statement a table, one transaction.

import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { openFile } from '../../../src-main/host/book/sqlite/driver.ts';
import { keyOf, newFolder } from './book.ts';

type Row = Record<string, null | number | bigint | string | Uint8Array>;

/** Copies the schema and every row of a book; only the inserting is timed, in milliseconds. */
export function insertRaw(bookPath: string): number {
  const dir = newFolder();
  const key = keyOf(dirname(bookPath));
  const source = openFile(bookPath, { readonly: true, key });
  const target = openFile(join(dir, 'raw.sqlite'), { key });
  target.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536',
  );
  const schema = source
    .prepare(
      `SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'index'`,
    )
    .all();
  const virtual = schema
    .filter((one) => String(one['sql']).startsWith('CREATE VIRTUAL'))
    .map((one) => String(one['name']));
  const isShadow = (name: string): boolean => virtual.some((table) => name.startsWith(`${table}_`));
  const made = schema.filter(
    (one) => !isShadow(String(one['name'])) && !String(one['name']).startsWith('sqlite_'),
  );
  for (const one of made) target.exec(String(one['sql']));
  const tables = made.filter((one) => one['type'] === 'table').map((one) => String(one['name']));
  const loads = tables.map((name) => ({
    name,
    rows: source.prepare(readSql(name, virtual)).all() as Row[],
  }));

  const started = performance.now();
  target.exec('BEGIN IMMEDIATE');
  for (const { name, rows } of loads) {
    const [first] = rows;
    if (first === undefined) continue;
    const columns = Object.keys(first);
    const insert = target.prepare(
      `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
  }
  target.exec('COMMIT');
  const elapsed = performance.now() - started;
  source.close();
  target.close();
  rmSync(dir, { recursive: true, force: true });
  return elapsed;
}

const readSql = (name: string, virtual: readonly string[]): string =>
  virtual.includes(name) ? `SELECT rowid, * FROM "${name}"` : `SELECT * FROM "${name}"`;
