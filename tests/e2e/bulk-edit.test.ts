// One change for everybody who is ticked: looked at before it is done, taken back as one step.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { undoFrom } from '../support/window/toasts.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousFindings,
} from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterEach(() => open.close());

test('a whole list is edited by keyboard, with a preview first and one undo after', async () => {
  const { page } = open;
  const dialog = page.getByRole('dialog', { name: 'Edit 24 people' });
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByText('24 selected', { exact: true }).waitFor();
  await page.keyboard.press('e');
  await dialog.getByLabel('What to do').selectOption('Add to a list');
  await dialog.getByRole('combobox', { name: 'Field' }).fill('Tag');
  await page.getByRole('option', { name: 'Tag', exact: true }).click();
  await dialog.getByLabel('What to add').fill('spring');
  await page.keyboard.press('Enter');
  await dialog.getByText('24 people change', { exact: true }).waitFor();
  expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 24 people' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Changed 24 people', { exact: true }).first().waitFor();
  await undoFrom(page, 'Changed 24 people');
  await page.getByText('Undone: Changed 24 people').first().waitFor();
});

test('words are replaced by a pattern, and one that is none says so', async () => {
  const { page } = open;
  await page.getByLabel('Select all').click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 24 people' });
  await dialog.getByLabel('What to do').selectOption('Find and replace words');
  await dialog.getByRole('combobox', { name: 'Field' }).fill('E-mail');
  await page.getByRole('option', { name: 'E-mail' }).click();
  await dialog.getByText('It is a pattern (regular expression)').click();
  await dialog.getByLabel('Find', { exact: true }).fill('@(.*');
  await dialog.getByText(/This pattern is not understood/).waitFor();
  await dialog.getByLabel('Find', { exact: true }).fill('@(.*)$');
  await dialog.getByLabel('Replace by').fill('@mail.$1');
  await dialog.getByText(/people change$/).waitFor();
  await dialog
    .getByRole('cell', { name: /@mail\./ })
    .first()
    .waitFor();
});
