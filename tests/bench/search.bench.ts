// Full-text search, from what somebody types (half a word plus a word) to the ids that a list
// shows, and to hits that say where the words stand, against a bare FTS5 query on the same file
// that answers as many ids.

import { join } from 'node:path';

import { databaseName } from '../../src-shared/schema/collections.ts';
import { inTurns, percentile, report } from './report.ts';
import { makeBook, openBenchBook, openBookFile } from './support/book.ts';
import { searches, timeIds, timeSearch } from './support/searches.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const limit = 200;
const { dir } = await makeBook(size);
const book = await openBenchBook(dir);
const bare = openBookFile(join(dir, 'rapport.sqlite'), ['cache_size = -32768']);
const { number } = bare
  .prepare(`SELECT number FROM collections WHERE database = ? AND collection = 'people'`)
  .get(databaseName) as { number: number };
const find = bare.prepare(
  `SELECT id FROM search_${number} JOIN docs_${number} ON n = search_${number}.rowid
   WHERE search_${number} MATCH ? LIMIT ?`,
);
const timeBare = (text: string): number => {
  const words = text.split(' ');
  const began = performance.now();
  find.all(words.map((word) => `"${word}"*`).join(' AND '), limit);
  return performance.now() - began;
};
const textOf = (round: number): string => searches[round % searches.length] ?? '';
for (const [name, timeOurs, mark] of [
  ['full-text search to ids', timeIds, 3],
  ['full-text search to hits with where the words stand', timeSearch, 3],
] as const) {
  const samples = await inTurns(
    searches.length * 5,
    (round) => timeOurs(book, textOf(round), limit),
    (round) => timeBare(textOf(round)),
  );
  report({
    name: `${name}, p95`,
    size,
    value: percentile(samples.ours, 0.95),
    unit: 'ms',
    peer: 'a bare FTS5 query on the same file',
    peerValue: percentile(samples.peer, 0.95),
    mark,
  });
}
bare.close();
await book.close();
process.exit(0);
