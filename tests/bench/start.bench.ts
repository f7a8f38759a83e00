// Start with 100,000 people and 300,000 moments in the browser shell, from the start of
// the process to first rows that can be used, against a bare shell: the same server and
// browser, React, Mantine and a table of 50 fixed rows.

import { chromium } from 'playwright-core';

import { inTurns, median, report } from './report.ts';
import { buildBareShell } from './support/bare-page.ts';
import { makeBook } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { privateOfRenderers, residentOf } from './support/memory.ts';
import { startToRows, timeStart } from './support/starts.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const rounds = 9;
const { dir } = await makeBook(size, { moments: size * 3 });
const bareShell = await buildBareShell();

const browser = await chromium.launch(chromiumOptions);
const context = await browser.newContext({ viewport: { width: 1320, height: 860 } });
const samples = await inTurns(
  rounds,
  () => timeStart(context, dir),
  () => timeStart(context, dir, bareShell),
);
report({
  name: `start, process to first rows, median of ${rounds}`,
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: 'a bare shell: the same server and browser, React, Mantine, 50 fixed rows',
  peerValue: median(samples.peer),
  mark: 1.4,
});
const [ours, bare] = [await memory(), await memory(bareShell)];
report({
  name: 'host memory after the start (resident)',
  size,
  value: ours.host,
  unit: 'MB',
  peer: 'the bare shell',
  peerValue: bare.host,
});
report({
  name: 'page memory after the start (private, largest renderer)',
  size,
  value: ours.page,
  unit: 'MB',
  peer: 'the bare shell',
  peerValue: bare.page,
});
await browser.close();
process.exit(0);

async function memory(program?: string): Promise<{ host: number; page: number }> {
  const { page, shell } = await startToRows(context, dir, program);
  const held = { host: residentOf(shell.child.pid ?? 0), page: privateOfRenderers() };
  await page.close();
  await shell.stop();
  return held;
}
