// One run with a million people: numbers to be read, not judged. Runs only when asked for
// by its name.

import { chromium, type Page } from 'playwright-core';

import { percentile, report } from './report.ts';
import { addPeople, openBenchBook } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { nickname, openHostOn } from './support/host-on-book.ts';
import { residentOf } from './support/memory.ts';
import { timeJump } from './support/paging.ts';
import { searches, timeSearch } from './support/searches.ts';
import { startToRows } from './support/starts.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 1_000_000);
const book = await openBenchBook();
const ids = await addPeople(book, size);
say('full-text search to ids, p95', percentile(await repeat(300, search), 0.95));
await book.keeper.close();

const host = await openHostOn(book.dir);
const edits = await repeat(200, (turn) => host.edit([nickname(ids[turn] ?? '', `Nick ${turn}`)]));
say('one edit, command to committed, p95', percentile(edits, 0.95));
await host.close();

const browser = await chromium.launch(chromiumOptions);
const context = await browser.newContext({ viewport: { width: 1320, height: 860 } });
const { took, page, shell } = await startToRows(context, book.dir);
say('start, process to first rows', took);
say('of the whole list counted', took + (await untilCounted(page)));
const jumps = await repeat(60, (turn) => timeJump(page, turn));
say('a page of the sorted list to painted rows, p95', percentile(jumps, 0.95));
report({
  name: 'a million people: host memory (resident)',
  size,
  value: residentOf(shell.child.pid ?? 0),
  unit: 'MB',
});
await browser.close();
await shell.stop();
await book.close();
process.exit(0);

function say(what: string, value: number): void {
  report({ name: `a million people: ${what}`, size, value, unit: 'ms' });
}

function search(turn: number): number {
  return timeSearch(book, searches[turn % searches.length] ?? '', 200);
}

async function repeat(
  times: number,
  work: (turn: number) => Promise<number> | number,
): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn++) samples.push(await work(turn));
  return samples;
}

async function untilCounted(page: Page): Promise<number> {
  const began = performance.now();
  await page.getByText(`${size.toLocaleString('en')} people`).waitFor({ timeout: 60_000 });
  return performance.now() - began;
}
