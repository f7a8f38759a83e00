// A window of 1000 by 700: what must be seen there is seen.

import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousFindings,
} from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await open.page.setViewportSize({ width: 1000, height: 700 });
  await loadSample(open.page);
});
afterEach(() => open.close());

/** Pixels of it that its own box cuts off. */
const cutOff = (what: Locator): Promise<number> =>
  what.evaluate((box) =>
    Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth),
  );

test('somebody in the trash says so with a button to bring them back', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  const address = new URL(page.url()).hash;
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page.getByText('23 people', { exact: true }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), address);
  const notice = page.getByRole('alert').filter({ hasText: 'In the trash' });
  await notice.waitFor();
  await expect.poll(() => cutOff(notice)).toBe(0);
  await notice.getByRole('button', { name: 'Restore' }).click();
  await notice.waitFor({ state: 'hidden' });
});

test('the navigation is in words', async () => {
  const { page } = open;
  for (const name of ['People', 'Groups', 'Listening', 'Team', 'Import & export', 'Settings']) {
    const word = page.getByRole('navigation').getByText(name, { exact: true });
    await expect.poll(() => word.evaluate((span) => getComputedStyle(span).clipPath)).toBe('none');
    await expect.poll(() => cutOff(word.locator('..'))).toBe(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
});

test('the words that were searched for are in view', async () => {
  const { page } = open;
  await page.getByLabel('Search', { exact: true }).fill('harb');
  const cell = page
    .getByRole('row', { name: /Quentin Dubois/ })
    .getByRole('gridcell')
    .nth(1);
  const mark = cell.locator('mark').first();
  await mark.waitFor();
  const right = (what: Locator) => what.evaluate((box) => box.getBoundingClientRect().right);
  const room = async (): Promise<number> => (await right(cell)) - (await right(mark));
  await expect.poll(room).toBeGreaterThanOrEqual(0);
});

test('why a file could not be imported is read in full on a low and narrow page', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 480, height: 400 });
  await goTo(page, 'Import & export');
  const buffer = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3, 0, 0, 0, 9, 0]);
  const file = { name: 'photo.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel('Choose a file').setInputFiles(file);
  const notice = page.getByRole('alert').filter({ hasText: 'could not be imported' });
  await notice.waitFor();
  await expect.poll(() => cutOff(notice)).toBe(0);
});

test('a group with one person shows them within its block', async () => {
  const { page } = open;
  await goTo(page, 'Groups');
  await page.getByText('Buckets', { exact: true }).click();
  await page.getByRole('button', { name: 'Add bucket' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Choir friends');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('combobox', { name: 'Add a person' }).fill('uma');
  await page.getByRole('option', { name: 'Uma Petrova' }).click();
  const block = page.getByRole('region', { name: 'People (1)' });
  await block.getByRole('row', { name: /Uma Petrova/ }).waitFor();
  await expect.poll(() => cutOff(block)).toBe(0);
});

/** Wholly within the window. */
const isInView = async (what: Locator): Promise<boolean> => {
  const [box, size] = [await what.boundingBox(), open.page.viewportSize()];
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
};

test('a filter can be added in a window as low as one at twice its size', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const add = page.getByRole('button', { name: 'Add filter' });
  await add.scrollIntoViewIfNeeded();
  await expect.poll(() => isInView(add)).toBe(true);
  const search = page.getByLabel('Search', { exact: true });
  await expect.poll(async () => (await search.boundingBox())?.width).toBeGreaterThan(200);
});

test('the rows of a file are seen below its columns', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  const columns = ['Who', 'Mail of work', ...Array.from({ length: 12 }, (_, at) => `Odd ${at}`)];
  const cells = columns.map((_, at) => (at === 1 ? 'zoe@example.com' : `Zoe ${at}`));
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'unknown.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${columns.join(',')}\n${cells.join(',')}\n`),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
  await page.getByRole('region', { name: 'Columns' }).waitFor();
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect.poll(() => isInView(row)).toBe(true);
});
