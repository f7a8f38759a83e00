// Asking to join is noticed on every page; who left is said to have left, and comes in again.

import { afterAll, beforeAll, test } from 'vitest';

import { askToJoin, confirmCode, invite, letIn, makeTeam } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';
import { openWindow, type OpenWindow } from '../support/window/window.ts';

let alice: OpenWindow;
let bob: OpenWindow;

beforeAll(async () => {
  [alice, bob] = await Promise.all([openWindow(), openWindow()]);
});
afterAll(async () => {
  await alice.close();
  await bob.close();
});

test('a request to join shows beside Team and as a notice on another page', async () => {
  await makeTeam(alice.page, { name: 'Alice' });
  const words = await invite(alice.page);
  await goTo(alice.page, 'People');
  await askToJoin(bob.page, words, 'Bob');
  await alice.page.getByTitle('1 laptop asks to join.').waitFor();
  const notice = alice.page.getByRole('alert').filter({ hasText: /Bob .* asks to join your team/ });
  await notice.getByRole('link', { name: 'Look at it' }).click();
  await confirmCode(bob.page);
  await alice.page.getByRole('button', { name: 'Accept' }).click();
  await bob.page.getByRole('list', { name: 'Devices' }).waitFor();
  await alice.page.getByTitle('1 laptop asks to join.').waitFor({ state: 'detached' });
  await notice.waitFor({ state: 'detached' });
});

test('who leaves is said to have left, and comes in again with a new invite', async () => {
  await bob.page.getByRole('button', { name: 'Leave the team' }).click();
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await alice.page.getByText('Left the team. It keeps what it had.').waitFor();
  await letIn(alice.page, bob.page, 'Bob');
  await goTo(alice.page, 'Team');
  await alice.page.getByText(/Has everything up to .*, and so do we\./).waitFor();
});
