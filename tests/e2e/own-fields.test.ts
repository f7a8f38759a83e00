// Fields of one's own: made on a person's page, filled in, asked for in a filter, renamed,
// given another type, put away and brought back, in a real browser.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { editorOf, openValue, readValue, typeValue } from '../support/window/values.ts';
import { undoFrom } from '../support/window/toasts.ts';
import {
  type OpenWindow,
  openWindow,
  seriousFindings,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(
    profileDir,
    ['Ann', 'Bob', 'Cid'].map((given) =>
      recordOf({ id: `p-${given}`, kind: 'person', fields: { given } }),
    ),
  );
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const fieldsOn = (page: Page) => page.getByRole('region', { name: 'Your own fields' });

async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('row', { name }).getByText(name).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

type Defined = { choices?: string; isPrivate?: boolean };

async function define(
  page: Page,
  name: string,
  type: string,
  { choices = '', isPrivate = false }: Defined = {},
): Promise<void> {
  await fieldsOn(page).getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByLabel('Name of the field').fill(name);
  await dialog.getByLabel('What it holds').selectOption({ label: type });
  if (choices !== '') await dialog.getByLabel('What can be chosen').fill(choices);
  if (isPrivate) await dialog.getByLabel('Only on this laptop').check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  // It is open, and can be typed into at once.
  const editor = fieldsOn(page).getByLabel(isPrivate ? `🔒 ${name}` : name, { exact: true });
  await expect
    .poll(() => editor.first().evaluate((element) => element === document.activeElement))
    .toBe(true);
}

/** What comes of it is said first. */
async function retype(page: Page, name: string, type: string, words: string): Promise<void> {
  const row = page.getByRole('article', { name });
  await row.getByLabel('What it holds').selectOption({ label: type });
  const dialog = page.getByRole('dialog', { name: 'Change what' });
  await dialog.getByText(words).waitFor();
  await dialog.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await editorOf(fieldsOn(page), field);
  await fieldsOn(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

test('a field is made while looking at somebody, filled in and asked for', async () => {
  const { page, reload } = open;
  await visit(page, 'Ann');
  await define(page, 'Level', 'One of a list', { choices: 'Gold\nSilver' });
  await choose(page, 'Level', 'Gold');
  await define(page, 'Size', 'Number');
  await typeValue(fieldsOn(page), 'Size', '41');
  await visit(page, 'Bob');
  await choose(page, 'Level', 'Silver');
  await page.getByRole('link', { name: 'People', exact: true }).click();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Field' }).fill('Level');
  await page.getByRole('option', { name: 'Level', exact: true }).click();
  await page.getByRole('combobox', { name: 'Level' }).click();
  await page.getByRole('option', { name: 'Gold' }).click();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('listitem').getByText('Level is Gold').waitFor();
  await page.getByRole('row', { name: 'Bob' }).waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: 'Ann' }).waitFor();

  await reload();
  await visit(page, 'Ann');
  await expect.poll(() => readValue(fieldsOn(page), 'Size')).toBe('41');
  // Also one that would stand behind “More fields” by now.
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await define(page, name, 'Text');
  await fieldsOn(page).getByRole('button', { name: 'More fields' }).waitFor();
  await page.keyboard.type('right away');
  await page.keyboard.press('Enter');
  await expect.poll(() => readValue(fieldsOn(page), 'Five')).toBe('right away');
  expect(await seriousInBothLights(page)).toEqual([]);
});

test('another type, another name and putting away lose nothing', async () => {
  const { page } = open;
  await visit(page, 'Ann');
  await define(page, 'Since', 'Text');
  await typeValue(fieldsOn(page), 'Since', '12 March 2016');
  await visit(page, 'Bob');
  await typeValue(fieldsOn(page), 'Since', 'long ago');

  await fieldsOn(page).getByRole('link', { name: 'Change the fields' }).click();
  const row = page.getByRole('article', { name: 'Since' });
  await row.getByText('Filled in 2 times').waitFor();
  await retype(page, 'Since', 'Date', '1 does not: it is kept as it is');
  await row.getByText('1 value does not fit').waitFor();
  await visit(page, 'Ann');
  // It does not come again, as a birthday does.
  await fieldsOn(page)
    .getByText(/^\d+ years ago$/)
    .waitFor();
  await visit(page, 'Bob');
  await fieldsOn(page).getByText('Also there: “long ago”').waitFor();
  await define(page, 'Member', 'Yes or no');
  await fieldsOn(page).getByRole('link', { name: 'Change the fields' }).click();
  await page.getByRole('article', { name: 'Member' }).getByText('Filled in nowhere').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await row.getByLabel('Name of the field').fill('Member since');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('article', { name: 'Member since' });
  await renamed.getByRole('button', { name: 'Put away' }).click();
  await visit(page, 'Ann');
  await fieldsOn(page).waitFor();
  expect(await fieldsOn(page).getByText('Member since').count()).toBe(0);

  await page.goBack();
  await page.goBack();
  await renamed.getByRole('button', { name: 'Bring back' }).click();
  await retype(page, 'Member since', 'Text', '2 values fit.');
  await renamed.getByText('Filled in 2 times').waitFor();
  await visit(page, 'Bob');
  await expect.poll(() => readValue(fieldsOn(page), 'Member since')).toBe('long ago');
});

test('a private field has a lock wherever it is, and an export asks before it takes it along', async () => {
  const { page } = open;
  await visit(page, 'Ann');
  await define(page, 'Mood', 'Text', { isPrivate: true });
  await typeValue(fieldsOn(page), '🔒 Mood', 'careful');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Field' }).fill('Mood');
  await page.getByRole('option', { name: '🔒 Mood' }).click();
  await page.getByRole('combobox', { name: 'Mood' }).fill('careful');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('listitem').getByText('🔒 Mood contains').waitFor();
  await page.getByRole('row', { name: 'Bob' }).waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: 'Ann' }).waitFor();

  await page.goto(new URL('#/fields', page.url()).href);
  await page.getByRole('article', { name: 'Mood' }).getByText('Only on this laptop').waitFor();
  await page.goto(new URL('#/transfer', page.url()).href);
  await page.getByRole('tab', { name: 'Take people out' }).click();
  const along = page.getByLabel('With your private fields');
  await expect.poll(() => along.isChecked()).toBe(false);
  expect(await seriousFindings(page)).toEqual([]);
});

test('a name that is taken is said before anything is made; two of one name are joined', async () => {
  const { page } = open;
  await visit(page, 'Ann');
  await define(page, 'Level', 'Text');
  await define(page, 'Rank', 'Text');
  await typeValue(fieldsOn(page), 'Rank', 'first');
  await fieldsOn(page).getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByLabel('Name of the field').fill(' level ');
  await dialog.getByText('There is a field of this name already.').waitFor();
  await expect
    .poll(() => dialog.getByRole('button', { name: 'Add', exact: true }).isDisabled())
    .toBe(true);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await fieldsOn(page).getByRole('link', { name: 'Change the fields' }).click();
  const rank = page.getByRole('article', { name: 'Rank' });
  await rank.getByLabel('Name of the field').fill('Level');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Join them' }).click();
  const joining = page.getByRole('dialog', { name: 'Join two fields' });
  await joining.getByText('1 value fits.').waitFor();
  await joining.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Bring back' }).waitFor();
  await visit(page, 'Ann');
  await expect.poll(() => readValue(fieldsOn(page), 'Level')).toBe('first');
});

test('a column becomes a field of its own when it is imported', async () => {
  const { page } = open;
  await page.goto(new URL('#/transfer', page.url()).href);
  const rows = ['Dan,dan@x.example,41.5', 'Eve,e5@x.example,38', 'Fay,f6@x.example,wide'];
  const buffer = Buffer.from(['First Name,E-mail,Shoe size', ...rows, ''].join('\n'));
  const file = { name: 'customers.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel('Choose a file').setInputFiles(file);
  const where = page.getByRole('combobox', { name: 'Where Shoe size goes' });
  await where.click();
  await page.getByRole('option', { name: 'New field: Shoe size' }).click();
  const columns = page.getByRole('region', { name: 'Columns' });
  await columns.getByText(/values? fits?/).waitFor();
  // The columns stay where they are while the file is looked at again.
  await expect.poll(() => where.evaluate((one) => one === document.activeElement)).toBe(true);
  await columns.getByLabel('What Shoe size holds').selectOption({ label: 'Number' });
  await columns.getByText('and stays another detail').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('customers.csv is in').waitFor();
  await visit(page, 'Eve');
  await expect.poll(() => readValue(fieldsOn(page), 'Shoe size')).toBe('38');

  const details = page.getByLabel('Make Shoe size a field');
  await visit(page, 'Fay');
  await openValue(page, 'Shoe size');
  await details.click();
  const dialog = page.getByRole('dialog', { name: 'Make it a field of your own' });
  await dialog.getByText('There is a field of this name').waitFor();
  await dialog.getByText('1 value does not fit').waitFor();
  await dialog.getByLabel('Name of the field').fill('Shoe width');
  await dialog.getByText('1 value fits.').waitFor();
  await dialog.getByRole('button', { name: 'Make the field' }).click();
  await expect.poll(() => readValue(fieldsOn(page), 'Shoe width')).toBe('wide');
  await undoFrom(page, 'The values are together');
  await expect.poll(() => readValue(page, 'Shoe size')).toBe('wide');

  await fieldsOn(page).getByRole('link', { name: 'Change the fields' }).click();
  await page.getByRole('button', { name: 'Make Shoe size a field' }).waitFor();
});

test('calls and notes have fields too, defined under Fields and seen on the timeline', async () => {
  const { page } = open;
  await page.goto(new URL('#/fields', page.url()).href);
  const add = 'Add a field: Calls, meetings, messages and notes';
  await page.getByRole('button', { name: add }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByLabel('Name of the field').fill('Outcome');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await visit(page, 'Ann');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByLabel('What happened').fill('Asked about the oak');
  await timeline.getByRole('textbox', { name: 'Outcome' }).fill('asked');
  await timeline.getByRole('button', { name: 'Log', exact: true }).click();
  await timeline.getByText('Outcome: asked').waitFor();
  await timeline.getByRole('button', { name: /^Edit this/ }).click();
  await timeline.getByRole('textbox', { name: 'Outcome' }).last().fill('wants a sample');
  await page.keyboard.press('Tab');
  await timeline.getByRole('button', { name: /^Edit this/ }).click();
  await timeline.getByText('wants a sample').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
