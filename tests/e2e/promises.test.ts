// Promises, both ways: made from a person's page and from anywhere, told there before anything
// is done, settled by a key, counted.

import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterEach(() => open.close());

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

async function promise(page: Page, text: string, until: string): Promise<void> {
  const form = dialog(page, 'Make a promise');
  await form.getByLabel('What is promised').fill(text);
  await form.getByLabel('Until when').fill(until);
  await form.getByRole('button', { name: 'Promise', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

test('a promise is made, told, moved, kept by a key, counted and taken back', async () => {
  const { page } = open;
  await goTo(page, 'Promises');
  await page.getByText('Nothing is promised yet').waitFor();
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ana Castillo/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ana Castillo' }).waitFor();
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  await promise(page, 'Send the quote', 'tomorrow');
  await page.getByText('We owe them: Send the quote, tomorrow').waitFor();
  // From the keys, for whoever is on the page; the date of long ago is late at once.
  await page.keyboard.press('p');
  await dialog(page, 'Make a promise').getByText('They owe it to us', { exact: true }).click();
  await promise(page, 'Return the keys', '2020-01-31');
  await page.getByText(/They owe us: Return the keys, .*2020 \(broken, .* days late\)/).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);

  await goTo(page, 'Promises');
  const ours = page.getByRole('grid', { name: 'What we owe' });
  await ours.getByRole('row', { name: /Send the quote Ana Castillo tomorrow/ }).waitFor();
  await ours.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  const moving = dialog(page, 'Move the date');
  await moving.getByLabel('New date', { exact: true }).fill('2031-03-12');
  await moving.getByLabel('Why').fill('Prices are not known yet');
  await moving.getByRole('button', { name: 'Move the date' }).click();
  await ours.getByRole('row', { name: /Send the quote .*2031/ }).waitFor();
  await ours.focus();
  await page.keyboard.press('d');
  await page.getByText('In 90 days kept 1 of 1, 0 late, 0 broken.').waitFor();
  await page.getByText('Nothing found here').waitFor();
  await page.getByRole('button', { name: '1', exact: true }).first().click();
  await ours.getByRole('row', { name: /Send the quote .*kept in time/ }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.getByText('In 90 days kept').waitFor({ state: 'hidden' });
  await page.getByText('Open', { exact: true }).click();
  await ours.getByRole('row', { name: /Send the quote .*2031/ }).waitFor();

  await page.getByText('They owe us', { exact: true }).click();
  const theirs = page.getByRole('grid', { name: 'What they owe us' });
  await theirs.getByRole('row', { name: /Return the keys .*broken/ }).waitFor();
  await page.setViewportSize({ width: 480, height: 800 });
  await theirs.getByRole('button', { name: 'What to do with Return the keys' }).click();
  await page.getByRole('menuitem', { name: 'Dropped' }).click();
  const dropping = dialog(page, 'Dropped');
  await dropping.getByLabel('Why').fill('Changed the lock');
  await dropping.getByRole('button', { name: 'Drop it' }).click();
  await page.getByText('Settled', { exact: true }).click();
  await theirs.getByText('dropped: Changed the lock').waitFor();
});

test('promises are looked at by person and in a calendar, and many are settled as one', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  for (const text of ['Send the quote', 'Call back']) {
    await page.keyboard.press('p');
    await promise(page, text, '2020-01-15');
    await page.getByText(new RegExp(`We owe them: ${text}`)).waitFor();
  }
  await goTo(page, 'Promises');
  const layout = page.getByRole('combobox', { name: 'As', exact: true });
  await layout.click();
  await page.getByRole('option', { name: 'By person or group' }).click();
  const people = page.getByRole('grid', { name: 'Promises by person or group' });
  await people.getByRole('button', { name: 'Ben Abbott: Overdue 2' }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await layout.click();
  await page.getByRole('option', { name: 'Calendar' }).click();
  await page.evaluate(() => (location.hash = '#/promises?as=calendar&month=2020-01'));
  const month = page.getByRole('table', { name: 'Promises in January 2020' });
  await month.getByRole('button', { name: 'Call back (Ben Abbott)' }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await page.evaluate(() => (location.hash = '#/promises'));
  const ours = page.getByRole('grid', { name: 'What we owe' });
  await ours.getByRole('checkbox', { name: 'Select Call back' }).click();
  await ours.getByRole('checkbox', { name: 'Select Send the quote' }).click();
  const bulk = page.getByRole('group', { name: 'What is selected' });
  await bulk.getByText('2 selected').waitFor();
  await bulk.getByRole('button', { name: 'Kept' }).click();
  await page.getByText('Nothing found here').waitFor();
  await page.keyboard.press('Control+z');
  await ours.getByRole('row', { name: /Call back/ }).waitFor();
  await ours.getByRole('row', { name: /Send the quote/ }).waitFor();
});

test('what was promised to somebody who is merged is promised to who stands for them', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  await page.keyboard.press('p');
  await promise(page, 'Send the quote', 'tomorrow');
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ana Castillo/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ana Castillo' }).waitFor();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another person' }).click();
  await page.getByLabel('Find the other one').fill('Ben');
  await page.getByRole('button', { name: 'Ben Abbott' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('We owe them: Send the quote, tomorrow').waitFor();
  await goTo(page, 'Promises');
  await page.getByRole('row', { name: /Send the quote Ana Castillo tomorrow/ }).waitFor();
});
