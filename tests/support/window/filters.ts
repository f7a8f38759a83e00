// Narrows the list of people as one does by hand.

import type { Locator, Page } from 'playwright-core';

export const filterPanel = (page: Page): Locator => page.getByRole('region', { name: 'Filter' });

/** Opens the panel in which a filter is built, where it is not open. */
export async function openFilter(page: Page): Promise<Locator> {
  const button = page.getByRole('button', { name: 'Filter', exact: true });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return filterPanel(page);
}

export async function filterByTag(page: Page, tag: string): Promise<void> {
  const panel = await openFilter(page);
  const field = panel.getByRole('combobox', { name: 'Field' });
  if ((await field.inputValue()) !== 'Tag') {
    await field.fill('Tag');
    await page.getByRole('option', { name: 'Tag', exact: true }).click();
  }
  await panel.getByRole('combobox', { name: 'Tag', exact: true }).fill(tag);
  await panel.getByRole('combobox', { name: 'Tag', exact: true }).press('Enter');
}
