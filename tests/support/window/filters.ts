// Narrows the list of people as one does by hand.

import type { Page } from 'playwright-core';

/** The dialog is named: another one that is on its way out has a field of the same name. */
export async function filterByTag(page: Page, tag: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await dialog.getByRole('textbox', { name: 'Tag', exact: true }).fill(tag);
  await dialog.getByRole('textbox', { name: 'Tag', exact: true }).press('Enter');
}
