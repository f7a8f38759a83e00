// The facts of everybody made from scratch, against a bare scan of the same people and moments
// that parses each of them.

import type { CollectionName } from '../../src-shared/domain/record.ts';
import { bookFacts } from '../../src-main/host/book/facts/facts.ts';
import { recordTable } from '../../src-main/host/book/sqlite/record-table.ts';
import { rowsInPieces } from '../../src-main/host/book/sqlite/rows-in-pieces.ts';
import { inTurns, median, report, timed } from './report.ts';
import { makeSecondMorningBook, now } from './support/second-morning-book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const { database } = await makeSecondMorningBook(size, size * 3);
const facts = bookFacts(database, () => now);
let seen = 0;
const scan = (of: CollectionName): void => {
  const { docs } = recordTable(database, of);
  const all = `SELECT n AS place, data FROM ${docs} WHERE n > ? ORDER BY n`;
  for (const row of rowsInPieces(database.reader, all))
    seen += Object.keys(JSON.parse(String(row['data'])) as object).length;
};
const samples = await inTurns(
  5,
  () => timed(() => facts.rebuild()),
  () =>
    timed(() => {
      scan('people');
      scan('moments');
    }),
);
if (seen === 0) throw new Error('nothing was read');
report({
  name: 'the facts of everybody and three moments each, rebuilt',
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: 'a bare scan of both, each row parsed',
  peerValue: median(samples.peer),
  mark: 2,
});
await database.close();
process.exit(0);
