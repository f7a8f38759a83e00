// Messages about what was done.

import type { Locator, Page } from 'playwright-core';

/** By what it says: the one before it may still be there, on its way out. */
export const toastOf = (page: Page, said: string | RegExp): Locator =>
  page.getByRole('alert').filter({ hasText: said });

/** Takes it back by its message. */
export const undoFrom = (page: Page, said: string | RegExp): Promise<void> =>
  toastOf(page, said).getByRole('button', { name: 'Undo', exact: true }).click();
