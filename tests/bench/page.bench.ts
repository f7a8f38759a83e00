// A page of the sorted list of those with one tag, from the jump to painted rows, against
// TanStack Virtual in the same grid over the same rows in memory.

import { chromium } from 'playwright-core';

import { openLoopbackServer } from '../../src-main/loopback/server.ts';
import { inTurns, median, percentile, report } from './report.ts';
import { buildBarePage } from './support/bare-page.ts';
import { makeBook, openBenchBook } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { filterByTag, timeJump } from './support/paging.ts';
import { startToRows } from './support/starts.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const jumps = 160;
const tag = 'Customers';
const { dir } = await makeBook(size);
const server = await openLoopbackServer({
  port: 0,
  pageDir: await buildBarePage('rows-in-memory', { 'rows.json': await tagged() }),
  onWindow: () => undefined,
});

const browser = await chromium.launch(chromiumOptions);
const viewport = { width: 1320, height: 860 };
const { page, shell } = await startToRows(await browser.newContext({ viewport }), dir);
await filterByTag(page, tag);
const peer = await (await browser.newContext({ viewport })).newPage();
await peer.goto(server.address);
await peer.locator('#row-5').waitFor();
const samples = await inTurns(
  jumps,
  (turn) => timeJump(page, turn),
  (turn) => timeJump(peer, turn),
);
const peerName = 'TanStack Virtual in the same grid over the same rows in memory';
report({
  name: 'a page of the sorted, filtered list to painted rows, p95',
  size,
  value: percentile(samples.ours, 0.95),
  unit: 'ms',
  peer: peerName,
  peerValue: percentile(samples.peer, 0.95),
  mark: 1.5,
});
report({
  name: 'the same, p50',
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: peerName,
  peerValue: median(samples.peer),
});
await browser.close();
await shell.stop();
await server.close();
process.exit(0);

/** Those with the tag in the list's order. */
async function tagged(): Promise<unknown[]> {
  const book = await openBenchBook(dir);
  const rows: { sortKey: string; id: string }[] = [];
  for await (const docs of book.store.scan('people', { status: 'live' }))
    rows.push(...docs.filter(({ keys }) => keys.includes(`tag:${tag.toLowerCase()}`)));
  await book.keeper.close();
  return rows.sort((a, b) =>
    a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id) ? -1 : 1,
  );
}
