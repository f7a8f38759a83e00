// How soon streams open and posts are found in a book that has very many.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { startShell } from '../../support/window/loopback.ts';
import { goTo } from '../../support/window/browser.ts';
import { percentile, report } from '../report.ts';
import { wordAt } from './blog-feed.ts';
import { type BenchBook, newFolder, openBenchBook } from './book.ts';
import { chromiumOptions } from './chromium-options.ts';
import { addFollowed, addPosts } from './followed-people.ts';

const rounds = 15;
/** As many hits as the page asks for. */
const hits = 30;

export async function measureStreams(people: number, postsEach: number): Promise<void> {
  const size = people * postsEach;
  const dir = newFolder();
  const book = await openBenchBook(dir);
  const urls = Array.from({ length: people }, (_, at) => `https://writer-${at}.example/feed/`);
  const followed = await addFollowed(book, urls);
  await addPosts(book, followed, postsEach);
  await measureSearch(book, size);
  await book.keeper.close();
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ feeds: 'on' }));

  const ids = followed.map(({ id }) => id as string);
  await measureOpening(dir, ids, size);
  rmSync(dir, { recursive: true, force: true });
}

export async function measureOpening(
  dir: string,
  people: readonly string[],
  size: number,
): Promise<void> {
  const shell = await startShell(dir);
  process.on('exit', () => shell.child.kill());
  const browser = await chromium.launch(chromiumOptions);
  const page = await browser.newPage({ viewport: { width: 1320, height: 860 } });
  await page.goto(shell.address);
  await page.getByText('Writer 0001').waitFor();
  const [persons, everyones]: [number[], number[]] = [[], []];
  // Not the first of each: it loads the page's code, too.
  for (let round = 0; round <= rounds; round++) {
    const person = people[Math.floor((round * people.length) / (rounds + 1))] ?? '';
    persons.push(await timeToPosts(page, `/people/${person}`));
    await leave(page);
    everyones.push(await timeToPosts(page, '/listening'));
    await leave(page);
  }
  await browser.close();
  await shell.stop();
  for (const [name, samples, mark] of [
    ["a person's stream opens", persons, 100],
    ["everyone's stream opens", everyones, 150],
  ] as const)
    report({
      name: `${name}, median of ${rounds}`,
      size,
      value: percentile(samples.slice(1), 0.5),
      unit: 'ms',
      mark,
    });
}

/** To where no posts are, until all is quiet. */
async function leave(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await goTo(page, 'People');
  await page.getByText('Writer 0001').waitFor();
  await page.waitForTimeout(500);
}

/** From the change of the address to the first post in the page. */
function timeToPosts(page: Page, path: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = (): void => {
          if (document.querySelector('.post') === null) return;
          watch.disconnect();
          resolve(performance.now() - began);
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true });
        location.hash = wanted;
      }),
    path,
  );
}

/** Half a word and a whole one, of all degrees of rarity. */
async function measureSearch(book: BenchBook, size: number): Promise<void> {
  const open = book.keeper.book();
  if (!open.ok) throw new Error(open.error.code);
  const samples: number[] = [];
  for (let round = 0; round < 300; round++) {
    const text = `${wordAt(20 + round * 7).slice(0, 3)} ${wordAt(round * 11)}`;
    const began = performance.now();
    open.value.search({ text, collections: ['posts'], limit: hits });
    samples.push(performance.now() - began);
  }
  report({
    name: 'full-text search over posts, p95',
    size,
    value: percentile(samples, 0.95),
    unit: 'ms',
    mark: 30,
  });
}
