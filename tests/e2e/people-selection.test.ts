// Ticking many people at once, by mouse and by keys, in the list and in what a search finds.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { undoFrom } from '../support/window/toasts.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
/** Who is ticked stays with the list that was left. */
beforeEach(async () => {
  await goTo(open.page, 'Settings');
  await goTo(open.page, 'People');
  await open.page.getByText('24 people', { exact: true }).waitFor();
});
afterAll(() => open.close());

const selected = (count: number) => open.page.getByText(`${count} selected`, { exact: true });
const tick = (row: number) => open.page.getByRole('row').nth(row).getByRole('checkbox');
/** Read at once: the bar that comes up leaves the list less room, and rows go. */
const rowsTicked = (): Promise<number[]> =>
  open.page
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.flatMap((row, at) => (row.getAttribute('aria-selected') === 'true' ? [at] : [])),
    );

test('Shift with the arrow keys takes people and lets them go again', async () => {
  const { page } = open;
  await page.getByRole('grid', { name: 'People' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(`Shift+${key}`);
  await expect.poll(rowsTicked).toEqual([3, 4, 5, 6]);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(rowsTicked).toEqual([3, 4, 5]);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(rowsTicked).toEqual([1, 2, 3]);
  await page.keyboard.press('Shift+End');
  await selected(22).waitFor();
});

test('Shift with a click takes everybody up to there, Ctrl with a click one more', async () => {
  const { page } = open;
  await tick(2).click();
  await page
    .getByRole('row')
    .nth(5)
    .click({ modifiers: ['Shift'] });
  await expect.poll(rowsTicked).toEqual([2, 3, 4, 5]);
  await tick(3).click({ modifiers: ['Shift'] });
  await expect.poll(rowsTicked).toEqual([2, 3]);
  await page
    .getByRole('row')
    .nth(8)
    .click({ modifiers: ['Control'] });
  await expect.poll(rowsTicked).toEqual([2, 3, 8]);
  await page
    .getByRole('row')
    .nth(7)
    .click({ modifiers: ['Shift'] });
  await expect.poll(rowsTicked).toEqual([2, 3, 7, 8]);
});

test('a box that was clicked leaves the keys to the list', async () => {
  const { page } = open;
  await tick(4).click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(rowsTicked).toEqual([4, 5]);
  await tick(1).click();
  await page.keyboard.press('Control+a');
  await selected(24).waitFor();
  await expect.poll(() => page.getByLabel('Select all').isChecked()).toBe(true);
  await page.getByLabel('Select all').click();
  await selected(24).waitFor({ state: 'hidden' });
  await page.keyboard.press('Meta+a');
  await selected(24).waitFor();
  await page.keyboard.press('Escape');
  await selected(24).waitFor({ state: 'hidden' });
  // Also those that are letters.
  await tick(4).click();
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Edit 1 person' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await tick(4).click();
  await page.getByLabel('Select all').click();
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Edit 24 people' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('what a search finds is ticked as a whole, let go, and tagged in one step', async () => {
  const { page } = open;
  await page.getByLabel('Search', { exact: true }).fill('a');
  const found = page.getByRole('grid', { name: 'People found' });
  await found.focus();
  await page.keyboard.press('Control+a');
  const hits = Number.parseInt(await page.getByText(/^\d+ selected$/).innerText(), 10);
  await expect.poll(() => found.getAttribute('aria-rowcount')).toBe(String(hits + 1));
  await page.keyboard.press('Escape');
  await selected(hits).waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(rowsTicked).toEqual([1, 2]);
  await page.getByLabel('Select all').click();
  await selected(hits).waitFor();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).fill('spring');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).press('Enter');
  await page.getByText(`Changed ${hits} people`).first().waitFor();
  await undoFrom(page, `Changed ${hits} people`);
  await page.getByText(`Undone: Changed ${hits} people`).first().waitFor();
});

test('a bucket is made in place for everybody who is ticked, and they stay ticked', async () => {
  const { page } = open;
  await tick(2).click();
  await tick(3).click();
  await page.getByRole('button', { name: 'Add to bucket' }).click();
  await page.getByRole('menuitem', { name: 'New bucket …' }).click();
  const dialog = page.getByRole('dialog', { name: 'New bucket with everybody selected' });
  await dialog.getByLabel('Name').fill('Spring fair');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await selected(2).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Groups' }).click();
  await page.getByText('Buckets').click();
  await page.getByRole('row', { name: /Spring fair/ }).click();
  await page.getByText('People (2)').waitFor();
});
