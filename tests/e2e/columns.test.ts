// The columns of the list of people: chosen, put in another order, sorted by, kept for
// everybody and saved with a view, in a real browser.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { type OpenWindow, openWindow, seriousFindings } from '../support/window/window.ts';

let open: OpenWindow;
const size = 'x:01a22760-de72-7790-8378-02c77698a319';

const person = (given: string, city: string, own: string) =>
  recordOf({
    id: `p-${given}`,
    kind: 'person',
    fields: { given, birthday: '1980-02-03', [size]: own },
    sets: { addresses: [{ value: city }] },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({
      id: size.slice(2),
      kind: 'field',
      fields: { label: 'Size', for: 'person', type: 'number' },
    }),
    person('Ann', 'Bonn', '9'),
    person('Bob', 'Aachen', '41'),
    person('Cid', 'Celle', '7.5'),
    recordOf({ id: 'c', kind: 'call', fields: { when: Date.now(), people: ['p-Bob'] } }),
  ]);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('row', { name: /Ann|Bob|Cid/ })
    .evaluateAll((rows) => rows.map((row) => /Ann|Bob|Cid/.exec(row.textContent ?? '')?.[0] ?? ''));
const heads = (page: Page): Promise<string[]> =>
  page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.textContent ?? ''));

const widthOf = async (page: Page, name: string): Promise<number> =>
  Math.round((await page.getByRole('columnheader', { name }).boundingBox())?.width ?? 0);

async function add(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('combobox', { name: 'Add a column' }).fill(name);
  await menu.getByRole('option', { name, exact: true }).click();
  await page.getByRole('columnheader', { name, exact: true }).waitFor();
}

test('columns are added, moved and taken away, and are there again after a reload', async () => {
  const { page, reload } = open;
  await page.getByRole('button', { name: 'Columns' }).click();
  await add(page, 'Size');
  await add(page, 'Last contact');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide Phone' }).click();
  await page.getByRole('button', { name: 'Size further to the front' }).click();
  const wanted = ['', 'Name', 'Role', 'E-mail', 'Tag', 'Size', 'Last changed', 'Last contact'];
  await expect.poll(() => heads(page)).toEqual(wanted);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: 'Ann' }).getByText('Never').waitFor();
  await page.getByRole('row', { name: 'Bob' }).getByText('41').waitFor();
  const edge = page.getByRole('separator', { name: 'Width of Size' });
  // Once it stands still.
  await edge.hover();
  const box = await edge.boundingBox();
  if (box === null) throw new Error('no edge');
  const before = await widthOf(page, 'Size');
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 70, box.y + 5, { steps: 3 });
  await page.mouse.up();
  const wider = before + 70;
  await expect.poll(() => widthOf(page, 'Size')).toBe(wider);
  await reload();
  await expect.poll(() => heads(page)).toEqual(wanted);
  await expect.poll(() => widthOf(page, 'Size')).toBe(wider);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'The usual columns' }).click();
  await page.getByRole('columnheader', { name: 'Phone' }).waitFor();
});

test('a click on a head sorts by it, another the other way round, a third as before', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Columns' }).click();
  await add(page, 'Size');
  await page.keyboard.press('Escape');
  const head = page.getByRole('columnheader', { name: 'Size' });
  await head.getByRole('button').click();
  await expect.poll(() => names(page)).toEqual(['Cid', 'Ann', 'Bob']);
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
  await head.getByRole('button').click();
  await expect.poll(() => names(page)).toEqual(['Bob', 'Ann', 'Cid']);
  await head.getByRole('button').click();
  await expect.poll(() => names(page)).toEqual(['Ann', 'Bob', 'Cid']);
  await expect.poll(() => head.getAttribute('aria-sort')).toBeNull();
});

test('a saved view has columns of its own', async () => {
  const { page } = open;
  const head = page.getByRole('columnheader', { name: 'Birthday' });
  await page.getByRole('columnheader', { name: 'Last changed' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill('Days');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Days', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await add(page, 'Birthday');
  await page.keyboard.press('Escape');
  await page.getByRole('separator', { name: 'Width of Birthday' }).focus();
  const before = await widthOf(page, 'Birthday');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(page, 'Birthday')).toBe(before + 16);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Everybody' }).click();
  await head.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Days', exact: true }).click();
  await head.waitFor();
  await expect.poll(() => widthOf(page, 'Birthday')).toBe(before + 16);
});

test('the same people stand on cards, by the same keys and ticks, and again after a reload', async () => {
  const { page, reload } = open;
  const cards = page.getByRole('grid', { name: 'People' });
  const card = (name: string) => cards.getByRole('gridcell', { name });
  await page.getByText('Cards', { exact: true }).click();
  await card('Bob').getByText('Changed').waitFor();
  expect(await page.getByRole('columnheader').count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await cards.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'Space', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  await page.getByText('2 selected', { exact: true }).waitFor();
  await expect.poll(() => card('Ann').getAttribute('aria-selected')).toBe('false');
  await expect.poll(() => card('Cid').getAttribute('aria-selected')).toBe('true');
  await reload();
  await card('Cid').click();
  await page.getByRole('heading', { level: 1, name: 'Cid' }).waitFor();
  await page.goBack();
  await card('Ann').waitFor();
});
