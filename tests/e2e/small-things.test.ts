// Small things that stood in the way of people who were new here.
import { afterEach, beforeEach, expect, test } from 'vitest';

import { makeTeam } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';
import { loadSample, openWindow, type OpenWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
  await goTo(open.page, 'People');
});
afterEach(() => open.close());

test('the finder opens while the caret is in the search box', async () => {
  const { page } = open;
  await page.getByLabel('Search', { exact: true }).click();
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByPlaceholder('Find a person, a group or a page').waitFor();
});

test('a length of time is a number and a unit', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Field' }).fill('Last contact');
  await page.getByRole('option', { name: 'Last contact', exact: true }).click();
  await expect
    .poll(() => page.getByLabel('Unit').locator('option').allTextContents())
    .toEqual(['days', 'weeks', 'months', 'quarters', 'years']);
});

test('an extension stands in the list as people say it', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Aaron Ext');
  await dialog.getByLabel('Phone').fill('tel:+12125550100;ext=12');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Aaron Ext' }).waitFor();
  await goTo(page, 'People');
  const row = page.getByRole('row', { name: /Aaron Ext/ });
  await row.waitFor();
  expect(await row.textContent()).not.toContain(';ext=');
});

test('the passphrase of a backup is typed twice, since nobody can open it with another', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  const make = page.getByRole('button', { name: 'Make a backup now' });
  await page.getByLabel('Passphrase (optional)').fill('kept on paper');
  await expect.poll(() => make.isDisabled()).toBe(true);
  await page.getByLabel('Once more').fill('kept on papre');
  await expect.poll(() => make.isDisabled()).toBe(true);
  await page.getByLabel('Once more').fill('kept on paper');
  await make.click();
  await page.getByText('By hand, sealed').waitFor();
});

test('what was begun to be written down about somebody is still there after another page', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByLabel('What happened').fill('Wants a quote for forty loaves');
  await goTo(page, 'Groups');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  await expect
    .poll(() => page.getByLabel('What happened').inputValue())
    .toBe('Wants a quote for forty loaves');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'forty loaves' }).waitFor();
  await goTo(page, 'Groups');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  await expect.poll(() => page.getByLabel('What happened').inputValue()).toBe('');
});

test('somebody private can be shared while sync is paused, but not from the trash', async () => {
  const { page } = open;
  await makeTeam(page, { name: 'Alice' });
  await page.getByRole('button', { name: 'Pause sync' }).click();
  await page.getByText('Sync is paused').waitFor();
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByText('This cannot be taken back.').waitFor();
  const share = page.getByRole('button', { name: 'Share with the team' });
  const address = page.url();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page.getByText('23 people', { exact: true }).waitFor();
  await page.goto(address);
  await page.getByText('Private to this laptop').waitFor();
  expect(await share.count()).toBe(0);
  await page.getByRole('alert').getByRole('button', { name: 'Restore' }).click();
  await share.click();
  await page.getByText('Private to this laptop').waitFor({ state: 'detached' });
});

test('an address that was cut off says that nobody is there, and the rest goes on', async () => {
  const { page } = open;
  await page.goto(page.url().replace(/#.*/, '#/people/%E0%A4%A'));
  await page.getByText('This person was erased, or this address is of another book.').waitFor();
  await goTo(page, 'People');
  await page.getByText('24 people', { exact: true }).waitFor();
});
