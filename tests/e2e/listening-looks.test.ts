// How following and reading look and feel: what is ticked is seen, names stand where they
// belong, and the keyboard's place is kept.

import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson, goTo } from '../support/window/browser.ts';
import { type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { agreeToListen, follow } from '../support/feeds/listening.ts';
import {
  openWindow,
  type OpenWindow,
  seriousFindings,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;
let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer();
  const item = { title: 'عنوان', link: 'https://muna.example/1', html: '<p>نص</p>' };
  server.route('/feed', rss('مدونة منى', [item]));
  // Well when it is looked at before it is followed, and never again.
  server.route('/ended', (_request, response) => {
    if (server.hits('/ended') === 1) response.end(rss('Old blog', []));
    else response.writeHead(410).end();
  });
  open = await openWindow();
  await addPerson(open.page, 'Muna Fihri');
  await agreeToListen(open.page);
});
afterEach(async () => {
  await open.close();
  await server.close();
});

test('what is ticked in a preview is seen; the warning before it is readable in both lights', async () => {
  const { page } = open;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address, handle or profile link').fill(`${server.origin}/feed`);
  await dialog.getByRole('button', { name: 'Look', exact: true }).click();
  await dialog.getByRole('button', { name: /^Allow 127\.0\.0\.1/ }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Allow 127\.0\.0\.1/ }).click();
  const card = dialog.getByRole('checkbox');
  const tick = card.locator('[data-checked] svg');
  await tick.waitFor();
  await card.click();
  await tick.waitFor({ state: 'detached' });
  await card.click();
  await dialog.getByRole('button', { name: 'Follow', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('a title that reads from the right stands beside its icon; a person’s own page names them once', async () => {
  const { page } = open;
  await follow(page, `${server.origin}/feed`);
  const section = page.getByRole('region', { name: 'In public' });
  await section.locator('.post').waitFor();
  expect(await section.locator('.post').getByRole('link', { name: 'Muna Fihri' }).count()).toBe(0);
  const line = section.getByRole('listitem').first();
  const left = (what: Locator): Promise<number> =>
    what.evaluate((one) => one.getBoundingClientRect().left);
  const icon = line.locator('svg').first();
  const title = line.getByText('مدونة منى');
  await expect.poll(async () => (await left(title)) - (await left(icon))).toBeLessThan(60);
  await goTo(page, 'Listening');
  await page.locator('.post').getByRole('link', { name: 'Muna Fihri' }).waitFor();
});

test('a note that is given up leaves the keyboard on its post', async () => {
  const { page } = open;
  await follow(page, `${server.origin}/feed`);
  await goTo(page, 'Listening');
  await page.locator('.post').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('l');
  await page.getByLabel('What you answered').waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains('post')))
    .toBe(true);
});

test('a feed that has ended says so, and is removed by the button beside it', async () => {
  const { page } = open;
  await follow(page, `${server.origin}/feed`);
  await follow(page, `${server.origin}/ended`);
  const section = page.getByRole('region', { name: 'In public' });
  await section.getByText(/^Its owner has ended this feed; the server has said so since/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await section.getByRole('button', { name: 'Remove this feed' }).click();
  await section.getByText('Old blog').waitFor({ state: 'detached' });
  await section.getByText('مدونة منى').waitFor();
});
