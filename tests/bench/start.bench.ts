// Start with 100,000 people and 300,000 moments in the browser shell: process start to
// first rows, the page's own part, and what both processes hold; then pages of the
// sorted and filtered list through RxDB in the window.

import { readdirSync, readFileSync } from 'node:fs';

import { chromium, type Page } from 'playwright-core';

import { startShell } from '../support/window/loopback.ts';
import { percentile, report } from './report.ts';
import { addMoments, importPeople, newFolder, openBenchBook } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const dir = newFolder();
const book = await openBenchBook(dir);
await importPeople(book, size);
await addMoments(book, size * 3);
await book.keeper.close();

const browser = await chromium.launch(chromiumOptions);
const context = await browser.newContext({ viewport: { width: 1320, height: 860 } });
const totals: number[] = [];
const pages: number[] = [];
let hostMemory = 0;
let pageMemory = 0;
const paging: number[] = [];
for (let round = 0; round < 5; round++) {
  const page = await context.newPage();
  const started = performance.now();
  const shell = await startShell(dir);
  const opened = performance.now();
  await page.goto(shell.address, { waitUntil: 'commit' });
  await page.getByRole('row').nth(2).getByText('@example').first().waitFor();
  totals.push(performance.now() - started);
  pages.push(performance.now() - opened);
  hostMemory = Math.max(hostMemory, residentOf(shell.child.pid ?? 0));
  pageMemory = Math.max(pageMemory, privateOfRenderers());
  if (round === 4) paging.push(...(await scrollAround(page)));
  await page.close();
  await shell.stop();
}
await browser.close();
report({
  name: 'start to first rows, median of 5',
  size,
  value: percentile(totals, 0.5),
  unit: 'ms',
  mark: 1_500,
});
report({
  name: "the page's part of it, median of 5",
  size,
  value: percentile(pages, 0.5),
  unit: 'ms',
  mark: 500,
});
report({
  name: 'host memory after start (resident)',
  size,
  value: hostMemory,
  unit: 'MB',
  mark: 250,
});
report({
  name: 'page memory after start (private, largest renderer)',
  size,
  value: pageMemory,
  unit: 'MB',
  mark: 250,
});
report({
  name: 'page of the sorted list in the window, p95',
  size,
  value: percentile(paging, 0.95),
  unit: 'ms',
  mark: 30,
});
process.exit(0);

/** Jumps through the list; the page itself notes how long each RxDB page took to arrive. */
async function scrollAround(page: Page): Promise<number[]> {
  for (let jump = 0; jump < 80; jump++) {
    await page.getByRole('grid').evaluate((grid, at) => {
      grid.scrollTop = (grid.scrollHeight * ((at * 37) % 80)) / 80;
    }, jump);
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('[role=row][id]')];
      return rows.length > 5 && rows.every((row) => !row.textContent?.startsWith('…'));
    });
  }
  const entries = await page.evaluate(() =>
    performance.getEntriesByName('list-page').map((entry) => entry.duration),
  );
  if (entries.length < 40) throw new Error(`only ${entries.length} pages were measured`);
  return entries;
}

function residentOf(pid: number): number {
  return statusOf(pid, 'VmRSS');
}

/** Anonymous memory: what the process itself holds, without the browser's shared code. */
function privateOfRenderers(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const renderers = pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  });
  return Math.max(0, ...renderers.map((pid) => statusOf(Number(pid), 'RssAnon')));
}

function statusOf(pid: number, field: string): number {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended meanwhile.
    return 0;
  }
}
