// Whether a book that is a hundred times larger feels the same: start, page, edit and
// search at the large size, against the same at 1,000 people in the same run.

import { chromium } from 'playwright-core';

import { inTurns, percentile, report } from './report.ts';
import { makeBook, openBenchBook } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { nickname, openHostOn } from './support/host-on-book.ts';
import { filterByTag, timeJump } from './support/paging.ts';
import { searches, timeSearch } from './support/searches.ts';
import { startToRows, timeStart } from './support/starts.ts';

const small = 1_000;
const large = Number(process.env['BENCH_SIZE'] ?? 100_000);
const mark = 1.5;
const books = [await makeBook(large), await makeBook(small)] as const;

const browser = await chromium.launch(chromiumOptions);
const newContext = () => browser.newContext({ viewport: { width: 1320, height: 860 } });
const context = await newContext();
compare(
  'start, process to first rows, median of 9',
  0.5,
  await inTurns(
    9,
    () => timeStart(context, books[0].dir),
    () => timeStart(context, books[1].dir),
  ),
);

const lists = [await openList(books[0].dir), await openList(books[1].dir)] as const;
compare(
  'a page of the sorted, filtered list to painted rows, p95',
  0.95,
  await inTurns(
    120,
    (turn) => timeJump(lists[0].page, turn),
    (turn) => timeJump(lists[1].page, turn),
  ),
);
for (const { shell } of lists) await shell.stop();
await browser.close();

const hosts = [await openHostOn(books[0].dir), await openHostOn(books[1].dir)] as const;
const edit = (which: 0 | 1, turn: number): Promise<number> =>
  hosts[which].edit([nickname(books[which].ids[turn] ?? '', `Nick ${turn}`)]);
compare(
  'one edit, command to committed, p95',
  0.95,
  await inTurns(
    300,
    (turn) => edit(0, turn),
    (turn) => edit(1, turn),
  ),
);
for (const host of hosts) await host.close();

const found = [await openBenchBook(books[0].dir), await openBenchBook(books[1].dir)] as const;
const search = (which: 0 | 1, turn: number): number =>
  timeSearch(found[which], searches[turn % searches.length] ?? '', 200);
compare(
  'full-text search to ids, p95',
  0.95,
  await inTurns(
    300,
    (turn) => search(0, turn),
    (turn) => search(1, turn),
  ),
);
for (const book of found) await book.close();
process.exit(0);

async function openList(dir: string) {
  const started = await startToRows(await newContext(), dir);
  await filterByTag(started.page, 'Customers');
  return started;
}

function compare(name: string, share: number, samples: { ours: number[]; peer: number[] }): void {
  const [value, peerValue] = [samples.ours, samples.peer].map((all) => percentile(all, share)) as [
    number,
    number,
  ];
  const peer = `the same with ${small} people`;
  report({ name: `growth: ${name}`, size: large, value, unit: 'ms', peer, peerValue, mark });
}
