// Messages about what was done.

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** By what it says: the one before it may still be there, on its way out. */
export const toastOf = (page: Page, said: string | RegExp): Locator =>
  page.getByRole('alert').filter({ hasText: said });

/** Takes it back by its message, once the one before it is gone. */
export async function undoFrom(page: Page, said: string | RegExp): Promise<void> {
  const undo = toastOf(page, said).getByRole('button', { name: 'Undo', exact: true });
  await expect.poll(() => undo.count()).toBe(1);
  await undo.click();
}
