// What one laptop fetched is read on a second one that asked no server.

import { afterAll, beforeAll, expect, test } from 'vitest';

import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { followTen, serveTenKinds, tenPeople } from '../support/feeds/listening.ts';
import { makePair } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';
import { openWindow, type OpenWindow } from '../support/window/window.ts';

let alice: OpenWindow;
let bob: OpenWindow;
let server: FeedServer;

beforeAll(async () => {
  server = await startFeedServer();
  serveTenKinds(server);
  [alice, bob] = await Promise.all([openWindow(), openWindow()]);
});
afterAll(async () => {
  await alice.close();
  await bob.close();
  await server.close();
});

test('ten people’s posts are read, found and kept on a laptop that never went online', async () => {
  await followTen(alice.page, server);
  await makePair(alice, bob);
  await goTo(bob.page, 'Listening');
  await bob.page.getByText('This laptop does not listen yet').waitFor();
  await bob.page.locator('.post').first().waitFor();
  await bob.page.getByRole('tab', { name: /^Feeds/ }).click();
  await bob.page.getByText(`${tenPeople.length} feeds`).waitFor();
  await expect.poll(() => bob.page.getByText(/^Up to date as of/).count()).toBe(tenPeople.length);
  await bob.page.getByRole('tab', { name: /^Posts/ }).click();
  await bob.page.getByLabel('Find in posts').fill('straße');
  const post = bob.page.locator('.post').first();
  await post.getByText('Über die Straße').first().waitFor();
  await post.getByRole('button', { name: 'Keep this post' }).click();
  await post.getByText('Kept', { exact: true }).waitFor();

  await goTo(alice.page, 'People');
  await alice.page.getByRole('row', { name: /Bernd/ }).click();
  await alice.page.getByRole('region', { name: 'Timeline' }).getByText('Kept post').waitFor();
  // Each feed: once to show it, once to fetch it; the second laptop never.
  for (const [, path] of tenPeople) expect(server.hits(path)).toBe(2);
});
