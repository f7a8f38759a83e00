// Import of a Google CSV, file to searchable: against raw SQLite with the same rows
// and indexes, and against the bare insert by RxDB on Dexie in Chromium. Its memory
// against the file's size, and people of names that many share against an empty book.

import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hostFlags } from '../../build/host-flags.mjs';
import { makeGoogleCsv } from './google-csv.ts';
import { report } from './report.ts';
import { importFile, importPeople, newFolder, openBenchBook } from './support/book.ts';
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
  name: 'import, against raw SQLite',
  size,
  value: ours,
  unit: 'ms',
  peer: 'the same driver and key, same rows, indexes and full text',
  peerValue: raw,
  mark: 1.4,
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
rows.length = 0;

// One name for more than a thousand of them; the second file's people are others.
const again = await openBenchBook();
const file = (name: string, first: number): string => {
  const path = join(again.dir, name);
  writeFileSync(path, makeGoogleCsv(size, first));
  return path;
};
const first = await importFile(again, file('first.csv', 0));
const second = await importFile(again, file('second.csv', size));
await again.close();
report({
  name: 'import onto people of whom hundreds share each name',
  size,
  value: second,
  unit: 'ms',
  peer: 'as many rows into an empty book',
  peerValue: first,
  mark: 2,
});

const large = Number(process.env['BENCH_LARGE'] ?? 450_000);
const path = join(newFolder(), 'large.csv');
writeFileSync(path, makeGoogleCsv(large));
const printed = execFileSync(
  process.execPath,
  // As the program's own host is started.
  [...hostFlags, join(import.meta.dirname, 'support', 'import-process.ts'), path],
  { encoding: 'utf8' },
);
report({
  name: 'memory of an import',
  size: large,
  value: Number(printed.trim()),
  unit: 'MB',
  peer: 'the file',
  peerValue: statSync(path).size / 1e6,
  mark: 10,
});
process.exit(0);
