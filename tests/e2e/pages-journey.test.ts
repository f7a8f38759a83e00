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
});
afterEach(() => open.close());

const pages = ['People', 'Groups', 'Import & export', 'Settings'];

test('axe finds nothing serious on an empty page in light and in dark', async () => {
  for (const name of pages) {
    await goTo(open.page, name);
    expect(await seriousInBothLights(open.page), `${name} in light and dark`).toEqual([]);
  }
});

test('axe finds nothing serious on a page with people in it in light and in dark', async () => {
  const { page } = open;
  await loadSample(page);
  for (const name of pages) {
    await goTo(page, name);
    expect(await seriousInBothLights(page), `${name} in light and dark`).toEqual([]);
  }
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ana Castillo/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ana Castillo' }).waitFor();
  expect(await seriousInBothLights(page), 'person').toEqual([]);
  await goTo(page, 'Groups');
  await page.getByRole('row', { name: /Baumann Joinery/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Baumann Joinery' }).waitFor();
  await page.getByText('People (4)').waitFor();
  expect(await seriousInBothLights(page), 'group').toEqual([]);
});

test('each kind of group says how many there are, and each group what it is', async () => {
  const { page } = open;
  await loadSample(page);
  await goTo(page, 'Groups');
  await page.getByText('Organisations 6', { exact: true }).waitFor();
  await page.getByText('Buckets 2', { exact: true }).waitFor();
  await page.getByText('Communities 0', { exact: true }).waitFor();
  await page.getByRole('row', { name: /Harbour Bakery.*Bread for the cafés/ }).waitFor();
});

test('a bucket is made, somebody is added to it and taken out again', async () => {
  const { page } = open;
  await loadSample(page);
  await goTo(page, 'Groups');
  await page.getByText('Buckets', { exact: true }).click();
  await page.getByRole('button', { name: 'Add bucket' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Choir friends');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Choir friends' }).waitFor();
  await page.getByRole('combobox', { name: 'Add a person' }).fill('uma');
  await page.getByRole('option', { name: 'Uma Petrova' }).click();
  await page.getByText('People (1)').waitFor();
  await page.getByRole('button', { name: 'Take Uma Petrova out' }).click();
  await page.getByText('Nobody is in this bucket yet.').waitFor();
});

test('a backup made by hand brings back what was erased since', async () => {
  const { page } = open;
  await loadSample(page);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.getByText('By hand', { exact: true }).waitFor();
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await page.getByText('23 people', { exact: true }).waitFor();
  await goTo(page, 'Settings');
  await page
    .getByRole('button', { name: /Restore the backup of/ })
    .first()
    .click();
  await page.getByText('What was erased for good since then is in it again.').waitFor();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click(),
  ]);
  await goTo(page, 'People');
  await page.getByText('24 people', { exact: true }).waitFor();
});

test('the sample team goes without a trace', async () => {
  const { page } = open;
  await loadSample(page);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove the sample team' }).click();
  await goTo(page, 'People');
  await page.getByText('Bring your people in').waitFor();
});

test('the language of dates and the theme are kept over a new start of the page', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  await page.getByText('Dark', { exact: true }).click();
  await expect
    .poll(() => page.locator('html').getAttribute('data-mantine-color-scheme'))
    .toBe('dark');
  await open.reload();
  await goTo(page, 'Settings');
  await expect
    .poll(() => page.locator('html').getAttribute('data-mantine-color-scheme'))
    .toBe('dark');
});
