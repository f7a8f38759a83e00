// From the start of a process to the first rows in a window that has been waiting for it.

import type { BrowserContext, Page } from 'playwright-core';

import { type Shell, startShell } from '../../support/window/loopback.ts';

export type Started = { took: number; page: Page; shell: Shell };

/** `program` in place of the browser shell's own. */
export async function startToRows(
  context: BrowserContext,
  dir: string,
  program?: string,
): Promise<Started> {
  const page = await context.newPage();
  const began = performance.now();
  const shell = await startShell(dir, [], program);
  await page.goto(shell.address, { waitUntil: 'commit' });
  await page.getByRole('row').nth(2).getByText('@example').first().waitFor();
  return { took: performance.now() - began, page, shell };
}

export async function timeStart(
  context: BrowserContext,
  dir: string,
  program?: string,
): Promise<number> {
  const { took, page, shell } = await startToRows(context, dir, program);
  await page.close();
  await shell.stop();
  return took;
}
