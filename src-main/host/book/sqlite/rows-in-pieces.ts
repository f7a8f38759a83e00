// All rows of a long answer. SQLite lets nobody write on a connection while it still reads
// there, so they are read some at a time.

import type { Connection } from './connection.ts';
import type { SqlValue } from './driver.ts';

const rowsAPiece = 500;

/** `sql` answers rows whose growing number `place` is greater than its one parameter, by `place`. */
export function* rowsInPieces(
  connection: Connection,
  sql: string,
): Generator<Record<string, SqlValue>> {
  const piece = connection.raw.prepare(`${sql} LIMIT ${rowsAPiece}`);
  let place = 0;
  for (;;) {
    const rows = piece.all(place);
    yield* rows;
    if (rows.length < rowsAPiece) return;
    place = Number(rows.at(-1)?.['place']);
  }
}
