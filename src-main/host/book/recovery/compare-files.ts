// Whether two files hold the same, row by row: before one of them takes the other's place.

import { isDeepStrictEqual } from 'node:util';

import type { DataKey } from '../../keys/data-key.ts';
import { openFile, type SqlFile } from '../sqlite/driver.ts';
import { quoteName } from '../sqlite/layout.ts';

type Which = { path: string; key?: DataKey };

/** What differs, in words for whoever looks into it; nothing when all is the same. */
export function compareFiles(one: Which, other: Which): string[] {
  const files = [one, other].map(({ path, key }) => openFile(path, { key, readonly: true }));
  const [a, b] = files as [SqlFile, SqlFile];
  try {
    const schema = [a, b].map((file) => file.prepare(schemaSql).all());
    if (!isDeepStrictEqual(schema[0], schema[1])) return ['the tables differ'];
    return (schema[0] ?? [])
      .filter(({ type, sql }) => type === 'table' && !String(sql).startsWith('CREATE VIRTUAL'))
      .map(({ name }) => String(name))
      .filter((name) => !isSameTable(a, b, name))
      .map((name) => `${name} differs`);
  } finally {
    for (const file of files) file.close();
  }
}

const schemaSql = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name';

function isSameTable(a: SqlFile, b: SqlFile, name: string): boolean {
  const sql = `SELECT * FROM ${quoteName(name)}`;
  const others = b.prepare(sql).iterate();
  for (const row of a.prepare(sql).iterate()) {
    if (!isDeepStrictEqual(row, others.next().value)) return false;
  }
  return others.next().done === true;
}
