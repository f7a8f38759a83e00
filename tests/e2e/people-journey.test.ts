import { afterEach, beforeEach, expect, test } from 'vitest';

import { filterByTag } from '../support/window/filters.ts';
import { readValue, typeValue } from '../support/window/values.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

test('a person is added with their company, found, edited, undone and redone', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add person' });
  await dialog.getByLabel('Name').fill('Ada Lovelace');
  await dialog.getByLabel('E-mail').fill('ada@example.com');
  await dialog.getByLabel('Company').fill('Analytical Engines');
  await dialog.getByLabel('Title').fill('Mathematician');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
  await page.getByRole('link', { name: 'Analytical Engines' }).waitFor();

  await typeValue(page, 'Nickname', 'Countess');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => readValue(page, 'Nickname')).toBe('');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Countess');

  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByLabel('Search').fill('analyt');
  await page.getByRole('row', { name: /Ada Lovelace/ }).waitFor();
});

test('what is typed into the rich note is there after the page is reloaded', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  await page.getByRole('textbox', { name: 'Note' }).click();
  await page.keyboard.type('Prefers tea to coffee');
  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByLabel('Search').fill('prefers tea');
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  await open.reload();
  await page.getByRole('textbox', { name: 'Note' }).getByText('Prefers tea to coffee').waitFor();
});

test('a call is logged on the timeline and found by its words', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByLabel('What happened').fill('Agreed on the turquoise lampshade');
  await page.getByText('Call', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').getByText('Agreed on the turquoise lampshade').waitFor();
  await expect.poll(() => page.getByLabel('What happened').inputValue()).toBe('');
});

test('two records of one person are merged and taken apart again', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Ana Castillo/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another person' }).click();
  await page.getByLabel('Find the other one').fill('Ben');
  await page.getByRole('button', { name: 'Ben Abbott' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const merged = page.getByRole('region', { name: 'Merged into this person' });
  await merged.getByText('Ben Abbott').waitFor();
  await expect.poll(() => readValue(page, 'E-mail 2')).toBe('ben@baumann-joinery.example');
  await merged.getByRole('button', { name: 'Take apart again' }).click();
  await merged.waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByLabel('E-mail 2', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show the history' }).click();
  const changes = page.getByRole('list', { name: 'Changes' });
  await changes.getByText(/^Merged · (?!Typed)/).waitFor();
  await changes.getByText(/^Taken apart again · (?!Typed)/).waitFor();
});

test('several people are tagged at once and the list is narrowed to the tag', async () => {
  const { page } = open;
  await loadSample(page);
  for (const name of ['Ana Castillo', 'Elif Yıldız'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).fill('autumn');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).press('Enter');
  await page
    .getByRole('status')
    .getByText(/Changed .*Ana Castillo/)
    .waitFor({ state: 'attached' });
  await filterByTag(page, 'autumn');
  await page.getByText('2 people', { exact: true }).waitFor();
});

test('a person moved to the trash comes back from it', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Hugo Rossi/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page.getByText('23 people', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore Hugo Rossi' }).click();
  await page.getByText('The trash is empty').waitFor();
});

test('the list is walked and opened by keys alone', async () => {
  const { page } = open;
  await loadSample(page);
  // A row that is on its way opens nothing.
  await page.getByRole('row', { name: /Ben Abbott/ }).waitFor();
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  await page.keyboard.press('/');
  await expect
    .poll(() => page.getByLabel('Search').evaluate((box) => box === document.activeElement))
    .toBe(true);
});
