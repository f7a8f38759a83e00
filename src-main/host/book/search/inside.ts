// Names that hold what was typed in the middle of a word: looked for only where nothing
// begins so, because every name is looked at (docs/decisions/0028).

import { foldText } from '../../../../src-shared/domain/fold.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Fewer letters stand inside of too many names to say anything. */
const fewestLetters = 3;

/** In the order of names; none for a text of short words only. */
export function findInside(
  reader: Connection,
  { docs, layout }: CollectionTable,
  words: readonly string[],
  limit: number,
): { n: number }[] {
  const wanted = words.map(foldText);
  const [name, status, deleted] = ['sortKey', 'status', '_deleted'].map(
    (path) => layout.columnByPath.get(path)?.sql,
  );
  if (name === undefined || !wanted.some((word) => word.length >= fewestLetters)) return [];
  const tests = wanted.map(() => `instr(${name}, ?) > 0`).join(' AND ');
  return reader
    .prepare(
      `SELECT n FROM ${docs} WHERE ${deleted} = x'B0' AND ${status} = 'live' AND ${tests}
       ORDER BY ${name} LIMIT ?`,
    )
    .all(...wanted, Math.min(limit, 1_000_000))
    .map(({ n }) => ({ n: Number(n) }));
}
