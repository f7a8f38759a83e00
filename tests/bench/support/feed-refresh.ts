// Hundreds of feeds are looked at by hand, under a window that shows what comes.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { chromium, type Page } from 'playwright-core';

import { startShell } from '../../support/window/loopback.ts';
import { goTo } from '../../support/window/browser.ts';
import { report } from '../report.ts';
import { blogFeed } from './blog-feed.ts';
import { newFolder, openBenchBook } from './book.ts';
import { chromiumOptions } from './chromium-options.ts';
import { addFollowed, day } from './followed-people.ts';
import { addressOf, openManySites } from './many-sites.ts';

const postsEach = 10;
const longestMs = 300_000;

declare global {
  interface Window {
    longTasks: number[];
  }
}

export async function measureRefresh(feeds: number): Promise<void> {
  const newest = Date.now() - 60_000;
  // All young enough to be news: the window's count of unread says when all are there.
  const sites = await openManySites(feeds, (turn) =>
    blogFeed(`site-${turn}.example`, { posts: postsEach, paragraphs: 4, turn, newest, gap: day }),
  );
  const dir = newFolder();
  const book = await openBenchBook(dir);
  await addFollowed(book, sites.urls);
  await book.keeper.close();
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ feeds: 'on' }));
  const addresses = Object.fromEntries(sites.urls.map((url, at) => [url, addressOf(at)]));
  writeFileSync(join(dir, 'feeds.json'), JSON.stringify({ addresses }));

  const shell = await startShell(dir);
  process.on('exit', () => shell.child.kill());
  const browser = await chromium.launch(chromiumOptions);
  const page = await browser.newPage({ viewport: { width: 1320, height: 860 } });
  await page.goto(shell.address);
  await goTo(page, 'Listening');
  await page.getByRole('button', { name: 'Look now' }).waitFor();
  await wait(3_000);
  await noteLongTasks(page);
  const before = residentOf(shell.child.pid ?? 0);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentOf(shell.child.pid ?? 0))), 20);
  const began = performance.now();
  await page.getByRole('button', { name: 'Look now' }).click();
  await untilUnread(page, feeds * postsEach);
  const took = performance.now() - began;
  clearInterval(timer);
  // What the window still has to do with the last of it counts, too.
  await wait(2_000);
  const tasks = await page.evaluate(() => window.longTasks);
  await browser.close();
  await shell.stop();
  sites.close();
  rmSync(dir, { recursive: true, force: true });

  const size = feeds;
  report({
    name: 'a look at many feeds, until all is in the window',
    size,
    value: took,
    unit: 'ms',
    mark: 60_000,
  });
  report({
    name: 'connections at once meanwhile',
    size,
    value: sites.mostAtOnce(),
    unit: 'connections',
    mark: 4,
  });
  report({
    name: 'more host memory meanwhile (resident)',
    size,
    value: most - before,
    unit: 'MB',
    mark: 150,
  });
  report({
    name: `longest task of the window meanwhile (of ${tasks.length} above 50 ms)`,
    size,
    value: Math.max(0, ...tasks),
    unit: 'ms',
    mark: 50,
  });
}

const noteLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });

/** Looks seldom and at little, so that looking costs the window nothing. */
async function untilUnread(page: Page, count: number): Promise<void> {
  const end = performance.now() + longestMs;
  for (;;) {
    const words = await page.evaluate(() => document.querySelector('[role=note]')?.textContent);
    if (words?.startsWith(`${count.toLocaleString('en')} unread.`) === true) return;
    if (performance.now() > end) throw new Error(`not all came: ${words ?? ''}`);
    await wait(100);
  }
}

function residentOf(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}
