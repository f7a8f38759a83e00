// Somebody is erased for good: what goes and what still holds it is said before and after.
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openWindow, type OpenWindow } from '../support/window/window.ts';
import { goTo } from '../support/window/browser.ts';

let open: OpenWindow;

beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

test('who erases sees beforehand what goes, and afterwards what still holds it', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.getByRole('button', { name: /^Restore the backup of/ }).waitFor();
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Zora Quill');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Zora Quill' }).waitFor();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  await dialog.getByText('This erases 1 person.').waitFor();
  await dialog.getByText(/The backup of .*, until you remove the file manual-/).waitFor();
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await page
    .getByText(/Erased Zora Quill for good\. The Trash page/)
    .first()
    .waitFor();
  await page.goto(page.url().replace(/#.*/, '#/trash'));
  const erased = page.locator('section', { hasText: 'Erased for good' });
  await erased.getByText(/: 1 person$/).waitFor();
  await expect.poll(() => erased.getByText(/The backup of/).count()).toBe(1);
});
