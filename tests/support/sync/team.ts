// Windows that become a team as people would make it: by words, code and consent.

import type { Page } from 'playwright-core';

import { goTo } from '../window/browser.ts';
import type { OpenWindow } from '../window/window.ts';

export async function makeTeam(page: Page, options: { name?: string; isPrivate?: boolean } = {}) {
  await goTo(page, 'Team');
  if (options.name !== undefined) await page.getByLabel('Your name').first().fill(options.name);
  if (options.isPrivate === true) await page.getByLabel(/Keep it private/).check();
  await page.getByRole('button', { name: 'Make a team' }).click();
  await page.getByRole('list', { name: 'Devices' }).waitFor();
}

/** The words as they stand on the inviting screen. */
export async function invite(page: Page): Promise<string> {
  await goTo(page, 'Team');
  await page.getByRole('button', { name: 'Invite a device' }).click();
  return (await page.getByLabel('Invite words').textContent()) ?? '';
}

/** `address`: of a hub, where it is not found by itself. */
export async function askToJoin(
  page: Page,
  words: string,
  name: string,
  address = '',
): Promise<void> {
  await goTo(page, 'Team');
  await page.getByRole('button', { name: 'Join a team' }).click();
  await page.getByLabel('Invite words').fill(words);
  await page.getByLabel('Your name').last().fill(name);
  if (address !== '') await page.getByLabel(/^Address/).fill(address);
  await page.getByRole('button', { name: 'Ask to join' }).click();
}

/** As whoever has compared the number with the inviting screen. */
export const confirmCode = (newcomer: Page): Promise<void> =>
  newcomer.getByRole('button', { name: 'It is the same' }).click();

/** `inviter` belongs to a team already. Resolves when the newcomer is in step. */
export async function letIn(inviter: Page, newcomer: Page, name: string): Promise<void> {
  await askToJoin(newcomer, await invite(inviter), name);
  const codes = await Promise.all(
    [inviter, newcomer].map((page) => page.getByLabel('Matching code').textContent()),
  );
  if (codes[0] !== codes[1]) throw new Error(`codes differ: ${codes.join(' and ')}`);
  await confirmCode(newcomer);
  await inviter.getByRole('button', { name: 'Accept' }).click();
  await newcomer.getByRole('list', { name: 'Devices' }).waitFor();
  await agreed(newcomer);
}

/** Waits until the page says of somebody that they have everything. */
export async function agreed(page: Page): Promise<void> {
  await goTo(page, 'Team');
  await page.getByRole('button', { name: 'Compare now' }).click();
  await page
    .getByText(/Has everything up to/)
    .first()
    .waitFor();
}

export async function makePair(alice: OpenWindow, bob: OpenWindow): Promise<void> {
  await makeTeam(alice.page, { name: 'Alice' });
  await letIn(alice.page, bob.page, 'Bob');
}
