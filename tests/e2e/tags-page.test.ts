// Every tag with who has it; renamed, made one with another and removed, each in one step.

import { afterEach, beforeEach, expect, test } from 'vitest';

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

test('a tag is renamed to one that there is, which undo takes apart, and removed from all', async () => {
  const { page } = open;
  await page.getByRole('link', { name: 'Tags', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Tags' }).waitFor();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
  await row('customer').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Rename supplier' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the tag supplier' });
  await dialog.getByLabel('New name').fill('Partner');
  await dialog.getByText(/both become one/).waitFor();
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await row('supplier').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await row('supplier').waitFor();

  await page.getByRole('button', { name: 'Remove supplier' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await row('supplier').waitFor({ state: 'detached' });

  await row('partner').getByText('partner', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.getByText('Tag is partner').first().waitFor();
});
