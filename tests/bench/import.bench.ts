// Import of a Google CSV, file to searchable, against raw node:sqlite with the same
// rows and indexes, and against the bare insert by RxDB on Dexie in Chromium.

import { join } from 'node:path';

import { report } from './report.ts';
import { importPeople, openBenchBook } from './support/book.ts';
import { withPeerPage } from './support/peer-page.ts';
import { insertRaw } from './support/raw-sqlite.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const book = await openBenchBook();
const ours = await importPeople(book, size);
const rows: unknown[] = [];
for (const collection of ['people', 'groups', 'ties'] as const) {
  for await (const docs of book.store.scan(collection)) rows.push(...docs);
}
await book.keeper.close();
const raw = insertRaw(join(book.dir, 'rapport.sqlite'));
report({
  name: 'import, against raw node:sqlite',
  size,
  value: ours,
  unit: 'ms',
  peer: 'node:sqlite, same rows, indexes and full text',
  peerValue: raw,
  mark: 2.5,
});

const dexie = await withPeerPage(
  join(import.meta.dirname, 'pages', 'dexie-insert.ts'),
  { '/rows.json': JSON.stringify(rows) },
  (page) => page.evaluate<number>('insertAll()'),
);
report({
  name: 'import, against RxDB on Dexie',
  size,
  value: ours,
  unit: 'ms',
  peer: 'RxDB on Dexie in Chromium, bare insert of the same rows',
  peerValue: dexie,
  mark: 2.5,
  atLeast: true,
});
process.exit(0);
