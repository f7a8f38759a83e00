// Every tag with who has it; coloured, renamed, made one with another and removed, one by one or
// several at once, each in one step.

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

const ground = (element: Element): string => getComputedStyle(element).backgroundColor;

test('tags are renamed, made one and removed in one step each, which undo takes apart', async () => {
  const { page } = open;
  await page.getByRole('link', { name: 'Tags', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Tags' }).waitFor();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^Select ${name} `) });
  await row('customer').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Rename supplier' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the tag supplier' });
  await dialog.getByLabel('New name').fill('Partner');
  await dialog.getByText(/they become one/).waitFor();
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await row('supplier').waitFor({ state: 'detached' });
  await undoFrom(page, 'Renamed supplier to partner');
  await row('supplier').waitFor();

  // Two at once, by the keyboard and by a click.
  await row('customer').getByText('customer', { exact: true }).hover();
  await page.getByRole('checkbox', { name: 'Select customer' }).click();
  await page.getByRole('checkbox', { name: 'Select supplier' }).click();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
  const removing = page.getByRole('dialog', { name: 'Remove 2 tags' });
  expect(await seriousFindings(page)).toEqual([]);
  await removing.getByRole('button', { name: 'Remove them' }).click();
  await row('supplier').waitFor({ state: 'detached' });
  await row('customer').waitFor({ state: 'detached' });
  await undoFrom(page, 'Removed');
  await row('customer').waitFor();
  await row('supplier').waitFor();

  await page.getByRole('link', { name: /^People with partner: \d+$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.getByText('Tag is partner').first().waitFor();
});

test('a colour is shown wherever the tag is, of an organisation, too, and can be taken back', async () => {
  const { page } = open;
  await page.getByRole('link', { name: 'Tags', exact: true }).click();
  await page.getByRole('button', { name: 'Colour of partner' }).click();
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitemradio', { name: 'Blue' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await menu.getByRole('menuitemradio', { name: 'Blue' }).click();
  await page.getByText('Saved the colour of partner').first().waitFor();
  const chip = page.locator('.tag', { hasText: /^partner$/ }).first();
  await expect.poll(() => chip.evaluate(ground)).toBe('rgb(219, 233, 253)');
  await page.getByRole('link', { name: /^People with partner: / }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await expect.poll(() => chip.evaluate(ground)).toBe('rgb(219, 233, 253)');
  // What was done is in the history, by the tag's name.
  await page.getByRole('link', { name: /^History/ }).click();
  await page.getByText('Changed tags: partner').first().waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => chip.evaluate(ground)).toBe('rgb(213, 235, 233)');
});
