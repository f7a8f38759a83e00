// Which people: a filter is put together, told in words, saved by a name, opened, changed,
// renamed, deleted and brought back, in a real browser.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { filterByTag, openFilter } from '../support/window/filters.ts';
import { undoFrom } from '../support/window/toasts.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

let open: OpenWindow;
const dayMs = 86_400_000;

const person = (id: string, given: string, tag: string) =>
  recordOf({ id, kind: 'person', fields: { given }, sets: { tags: [{ value: tag }] } });
const call = (id: string, who: string, daysAgo: number) =>
  recordOf({ id, kind: 'call', fields: { when: Date.now() - daysAgo * dayMs, people: [who] } });

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    person('p-ann', 'Ann', 'vip'),
    person('p-bob', 'Bob', 'press'),
    person('p-cid', 'Cid', 'vip'),
    call('c-ann', 'p-ann', 200),
    call('c-cid', 'p-cid', 2),
    recordOf({
      id: 'v-later',
      kind: 'view',
      fields: { name: 'From tomorrow', of: 'people', conditions: { since: 'ever' } },
    }),
  ]);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('row', { name: /Ann|Bob|Cid/ })
    .evaluateAll((rows) => rows.map((row) => /Ann|Bob|Cid/.exec(row.textContent ?? '')?.[0] ?? ''));
const shows = (page: Page, wanted: string[]) => expect.poll(() => names(page)).toEqual(wanted);

async function expectNothingSerious(page: Page, what: string): Promise<void> {
  expect(await seriousInBothLights(page), `${what} in light and dark`).toEqual([]);
}

async function filterByLastContact(page: Page): Promise<void> {
  const panel = await openFilter(page);
  await panel.getByRole('combobox', { name: 'Field' }).fill('Last contact');
  await page.getByRole('option', { name: 'Last contact', exact: true }).click();
  await panel.getByRole('combobox', { name: 'Condition' }).selectOption('moreThanAgo');
  await panel.getByRole('textbox', { name: 'Last contact' }).fill('30');
  await page.getByRole('button', { name: 'Add filter' }).click();
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  const saved = page.getByRole('button', { name, exact: true });
  await saved.and(page.locator('[aria-current="true"]')).waitFor();
}

test('filters narrow the list, are told in words and are taken away again', async () => {
  const { page } = open;
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await filterByTag(page, 'vip');
  await shows(page, ['Ann', 'Cid']);
  await filterByLastContact(page);
  await shows(page, ['Ann']);
  await page.getByRole('listitem').getByText('Last contact was more than 30 days ago').waitFor();
  await page
    .getByRole('grid', { name: 'People: Tag is vip and Last contact was more than 30 days ago' })
    .waitFor();
  await page.getByRole('button', { name: 'Remove filter: Tag is vip' }).click();
  await page.goBack();
  await page.getByRole('listitem').getByText('Tag is vip').waitFor();
  await page.getByLabel('Select all').click();
  await page.getByText('1 selected').waitFor();
});

test('a filter is opened by its chip, changed or left as it was, by keys alone', async () => {
  const { page } = open;
  await filterByTag(page, 'vip');
  await shows(page, ['Ann', 'Cid']);
  const chip = page.getByRole('list', { name: 'Filters' }).getByRole('button', { name: /^Tag is/ });
  // Named: the one before may be on its way out.
  const tagIn = (dialog: RegExp) =>
    page.getByRole('dialog', { name: dialog }).getByRole('combobox', { name: 'Tag', exact: true });
  const tag = tagIn(/^Tag is/);
  await chip.focus();
  await page.keyboard.press('Enter');
  await tag.fill('nobody');
  await expectNothingSerious(page, 'chip');
  await page.keyboard.press('Escape');
  await tag.waitFor({ state: 'detached' });
  await expect.poll(() => chip.evaluate((node) => node === document.activeElement)).toBe(true);
  await shows(page, ['Ann', 'Cid']);
  await page.keyboard.press('Enter');
  await expect.poll(() => tag.inputValue()).toBe('vip');
  await tag.fill('press');
  await page.keyboard.press('Enter');
  await shows(page, ['Bob']);
  await expect.poll(() => chip.textContent()).toBe('Tag is press');
  await expect.poll(() => chip.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('a view is saved by name, opened, changed, renamed, deleted and brought back', async () => {
  const { page } = open;
  await filterByTag(page, 'vip');
  await saveAs(page, 'Best customers');
  await page.getByRole('button', { name: 'Everybody' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await page.getByRole('button', { name: 'Best customers' }).click();
  await shows(page, ['Ann', 'Cid']);
  await filterByLastContact(page);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
  await open.reload();
  await shows(page, ['Ann']);

  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Quiet ones');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Quiet ones' }).waitFor();
  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore Quiet ones' }).click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Quiet ones' }).click();
  await shows(page, ['Ann']);
});

test('a list chosen as a whole is said in words, tagged and exported as the view it is', async () => {
  const { page } = open;
  await filterByTag(page, 'vip');
  await saveAs(page, 'Best customers');
  await page.getByLabel('Select all').click();
  await page.getByText('2 selected', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).fill('mail');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).press('Enter');
  await page
    .getByText(/Changed .*Ann/)
    .first()
    .waitFor();
  await page.getByRole('row', { name: /Ann.*vip.*\+1/ }).waitFor();
  await undoFrom(page, /Changed .*Ann/);
  await expect.poll(() => page.getByRole('row', { name: /\+1/ }).count()).toBe(0);

  await page.getByRole('checkbox', { name: 'Select Cid' }).click();
  await page.getByText('1 selected', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Export these' }).click();
  await page.getByText('People: Tag is vip, without one of them').waitFor();
  await page.getByText('1 person, nothing is lost').waitFor();
  await page.getByRole('combobox', { name: 'Which people' }).click();
  await page.getByRole('option', { name: 'Best customers' }).click();
  await page.getByText('People: Tag is vip', { exact: true }).waitFor();
  await page.getByText('2 people, nothing is lost').waitFor();
});

test('a list chosen as a whole stays as many as it was, and nothing is done when it is more', async () => {
  const { page } = open;
  await filterByTag(page, 'vip');
  await shows(page, ['Ann', 'Cid']);
  await page.getByLabel('Select all').click();
  await page.getByText('2 selected', { exact: true }).waitFor();

  const other = await page.context().newPage();
  await other.goto(open.shell.address);
  await other.getByRole('checkbox', { name: 'Select Bob' }).check();
  await other.getByRole('button', { name: 'Add tag' }).click();
  await other.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).fill('vip');
  await other.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).press('Enter');

  await page.getByRole('status').getByText('It would be 3 by now').waitFor();
  await page.getByText('2 selected', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('alert').getByText('This has changed since').waitFor();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await page.getByRole('button', { name: 'Select all again' }).click();
  await page.getByText('3 selected', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await shows(page, []);
});

test('who comes into a view or leaves it is seen at once', async () => {
  const { page } = open;
  await filterByTag(page, 'vip');
  await shows(page, ['Ann', 'Cid']);
  await page.getByRole('checkbox', { name: 'Select Cid' }).check();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await shows(page, ['Ann']);
  await undoFrom(page, 'to the trash');
  await shows(page, ['Ann', 'Cid']);
});

test('a view of a later version is shown as not understood and left as it is', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'From tomorrow' }).click();
  await page.getByText('This view is not understood here').waitFor();
  await page.getByRole('button', { name: 'Everybody' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid']);
});
