// Values of a record's page: read as text, edited where they stand.

import type { Locator, Page } from 'playwright-core';

type Where = Page | Locator;

const pageOf = (where: Where): Page => ('page' in where ? where.page() : where);

/** A value by what it is called, while it is read and while it is edited. */
export const valueOf = (where: Where, label: string): Locator =>
  where.getByLabel(label, { exact: true });

/** What stands there; '' where there is nothing. It never waits: what is read may be on its way out. */
export const readValue = (where: Where, label: string): Promise<string> =>
  valueOf(where, label).evaluateAll(([element]) =>
    element instanceof HTMLInputElement
      ? element.value
      : ((element?.querySelector('bdi') ?? element?.lastElementChild)?.textContent ?? ''),
  );

/** Begins something new by the menu of a section, such as `E-mail` of `Contact`. */
export async function addTo(where: Where, section: string, item: string): Promise<void> {
  await where.getByRole('button', { name: `Add to ${section}` }).click();
  await pageOf(where).getByRole('menuitem', { name: item, exact: true }).click();
}

/** The editor of a value that is there, opened where it stands. */
export async function openValue(where: Where, label: string): Promise<Locator> {
  await valueOf(where, label).and(pageOf(where).locator('button')).click();
  return valueOf(where, label);
}

/** The editor of a value, opened where it stands or, where there is none, by the section's menu. */
export async function editorOf(where: Where, label: string, section = 'Name'): Promise<Locator> {
  const value = valueOf(where, label);
  const isThere = value.or(where.getByRole('button', { name: `Add ${label}`, exact: true }));
  await isThere
    .or(where.getByRole('button', { name: `Add to ${section}` }))
    .first()
    .waitFor();
  if ((await isThere.count()) === 0) await addTo(where, section, label);
  else if (await isThere.evaluate((element) => element instanceof HTMLButtonElement))
    await isThere.click();
  return value;
}

/** Types what is understood, and waits until it is kept. */
export async function typeValue(
  where: Where,
  label: string,
  text: string,
  section?: string,
): Promise<void> {
  const editor = await editorOf(where, label, section);
  await editor.fill(text);
  await editor.press('Enter');
  await editor.and(pageOf(where).locator('input')).waitFor({ state: 'hidden' });
}
