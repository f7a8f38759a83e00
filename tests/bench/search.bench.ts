// Full-text search: a three-letter prefix plus a word, to ids.

import { percentile, report } from './report.ts';
import { importPeople, openBenchBook } from './support/book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const book = await openBenchBook();
await importPeople(book, size);
const open = book.keeper.book();
if (!open.ok) throw new Error(open.error.code);
const prefixes = ['zoe', 'mul', 'cas', 'ben', 'lop', 'nak', 'web', 'dvo', 'ros', 'fis'];
const words = ['fair', 'berlin', 'customers', 'high', 'example', 'street'];
const samples: number[] = [];
for (let round = 0; round < 300; round++) {
  const text = `${prefixes[round % prefixes.length] ?? ''} ${words[round % words.length] ?? ''}`;
  const started = performance.now();
  open.value.search({ text, collections: ['people'], limit: 200 });
  samples.push(performance.now() - started);
}
report({
  name: 'full-text search, p95',
  size,
  value: percentile(samples, 0.95),
  unit: 'ms',
  mark: 30,
});
await book.close();
process.exit(0);
