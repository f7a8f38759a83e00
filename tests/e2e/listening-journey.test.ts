// Ten people with feeds of ten kinds: followed, read, searched, kept and answered.

import { afterAll, beforeAll, expect, test } from 'vitest';

import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { followTen, serveTenKinds, tenPeople } from '../support/feeds/listening.ts';
import { goTo } from '../support/window/browser.ts';
import { openWindow, type OpenWindow, seriousInBothLights } from '../support/window/window.ts';

let open: OpenWindow;
let server: FeedServer;
let asked: string[];

beforeAll(async () => {
  server = await startFeedServer();
  serveTenKinds(server);
  open = await openWindow();
  asked = [];
  open.page.on('request', (request) => asked.push(request.url()));
  await followTen(open.page, server);
});
afterAll(async () => {
  await open.close();
  await server.close();
});

test('everybody’s posts stand in one stream, and the page itself asked no server', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  const posts = page.locator('.post');
  await posts.first().waitFor();
  await expect
    .poll(async () => {
      if (await page.getByRole('button', { name: 'Show older' }).isVisible())
        await page.getByRole('button', { name: 'Show older' }).click();
      const names = await page.locator('.post-body a[href^="#/people/"]').allTextContents();
      return new Set(names).size;
    })
    .toBe(tenPeople.length);
  const elsewhere = asked.filter((url) => !/^(?:http|ws):\/\/127\.0\.0\.1|^blob:|^data:/.test(url));
  expect(elsewhere).toEqual([]);
  expect(asked.filter((url) => url.includes(server.host))).toEqual([]);
});

test('a post in Arabic reads from the right, one in English from the left', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /منى/ }).click();
  const text = page.locator('.post .post-text p').first();
  await text.waitFor();
  await expect
    .poll(() => text.evaluate((element) => getComputedStyle(element).direction))
    .toBe('rtl');
});

test('words are found in posts, in the page’s search', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  await page.getByLabel('Find in posts').fill('straß');
  await page.locator('.post').getByText('Über die Straße').first().waitFor();
  await expect
    .poll(
      async () => new Set(await page.locator('.post-body a[href^="#/people/"]').allTextContents()),
    )
    .toEqual(new Set(['Bernd Müller']));
  await page.getByLabel('Find in posts').fill('zzz nothing');
  await page.getByText('No post holds these words.').waitFor();
  await page.getByLabel('Find in posts').fill('');
});

test('by keys: on, back, keep; the kept post stands on the timeline with its source', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  await page.locator('.post').first().waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('.post').nth(1);
  await expect.poll(() => second.getAttribute('data-active')).toBe('true');
  await page.keyboard.press('k');
  const first = page.locator('.post').first();
  await expect.poll(() => first.getAttribute('data-active')).toBe('true');
  await page.keyboard.press('s');
  await first.getByText('Kept', { exact: true }).waitFor();
  await first.getByRole('link').first().click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Kept post').waitFor();
  await timeline.locator('a[target="_blank"]').first().waitFor();
});

test('an answer is written down beside the post and stands on the timeline', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Jo Brown/ }).click();
  // A page that is not drawn yet takes no focus.
  await page.locator('.post').first().waitFor();
  await page.locator('.post').first().focus();
  await page.keyboard.press('l');
  await page.getByLabel('What you answered').fill('Sent my best wishes');
  await page.locator('.post-log').getByRole('button', { name: 'Log', exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Sent my best wishes').waitFor();
  await timeline.getByText(/^Answered: /).waitFor();
});

test('with many posts and with none, nothing serious is wrong for those who cannot see', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  for (const tab of ['Posts', 'Watched words', 'Changes', 'Gone quiet', 'Feeds', 'Settings']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    expect(await seriousInBothLights(page), `${tab} in light and dark`).toEqual([]);
  }
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ada Lovelace/ }).click();
  await page.locator('.post').first().waitFor();
  expect(await seriousInBothLights(page), 'person').toEqual([]);
});
