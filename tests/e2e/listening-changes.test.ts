// What has changed since one last looked: names in profiles, words of posts, who is quiet,
// and feeds that fail. The book is made beforehand, because such things take days.

import { mkdirSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createCommandContext } from '../../src-main/host/command-context.ts';
import { openKeeper } from '../../src-main/host/book/open-book.ts';
import { openSettings } from '../../src-main/host/profile/settings.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { ok } from '../../src-shared/domain/result.ts';
import { proposalsOf } from '../../src-shared/feeds/proposals.ts';
import type { FeedItem, ParsedFeed } from '../../src-shared/feeds/feed.ts';
import { type FeedState, stateDoc } from '../../src-shared/feeds/state.ts';
import { storePosts } from '../../src-shared/feeds/store-posts.ts';
import { feedItem, subscriptionsOf } from '../../src-shared/feeds/subscription.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { newProfile } from '../support/window/loopback.ts';
import { goTo } from '../support/window/browser.ts';
import { readValue, valueOf } from '../support/window/values.ts';
import { openWindow, type OpenWindow, seriousInBothLights } from '../support/window/window.ts';
import { vaultIn } from '../support/store/vault-in.ts';

const url = 'https://ada.example/feed';
const day = 24 * 60 * 60 * 1000;
let open: OpenWindow;

beforeEach(async () => {
  const profileDir = newProfile();
  await prepare(profileDir);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

async function prepare(profileDir: string): Promise<void> {
  mkdirSync(profileDir, { recursive: true });
  const keeper = await openKeeper(profileDir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  const context = createCommandContext(openSettings(profileDir, vaultIn(profileDir)))();
  const now = Date.now();
  const feeds = [feedItem({ url, network: 'mastodon', title: 'Ada' })];
  const names = { given: 'Ada', family: 'Byron' };
  const ada = makeRecord({ kind: 'person', fields: names, sets: { feeds } }, context);
  const feedOf = (words: string): ParsedFeed => ({
    format: 'rss',
    title: 'Ada',
    home: '',
    description: '',
    author: '',
    language: 'en',
    items: [itemOf(words, now - 90 * day)],
    leftOut: 0,
  });
  const state: FeedState = {
    url,
    said: now,
    lookedAt: now,
    outcome: 'missing',
    detail: '404',
    nextAt: now + day,
    failures: 3,
    failingSince: now - 2 * day,
    newestAt: now - 90 * day,
  };
  await book.value.store.write((tx) => {
    tx.put('people', [ada]);
    const [subscription] = subscriptionsOf(ada);
    if (subscription === undefined) throw new Error('not followed');
    storePosts(tx, ada, subscription, feedOf('Frist words'), now - 89 * day, context);
    storePosts(tx, ada, subscription, feedOf('First words'), now - 88 * day, context);
    const proposed = [
      ...offer(ada, { name: 'Ada Byron' }, { name: 'Ada Lovelace' }),
      ...offer(ada, { job: 'Poet' }, { job: 'Engineer' }),
    ];
    tx.put('work', [stateDoc(ada, subscription, state, context), ...proposed]);
    return ok(null);
  });
  await keeper.value.close();

  function offer(owner: RecordDoc, before: object, after: object): RecordDoc[] {
    return proposalsOf(owner, before, after, url, context);
  }
}

const itemOf = (words: string, published: number): FeedItem => ({
  guid: '1',
  link: 'https://ada.example/1',
  title: '',
  author: '',
  published,
  text: [{ kind: 'p', runs: [{ text: words }] }],
  media: [],
});

test('a feed that fails has one calm line on the person and in the list', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Ada Byron/ }).click();
  await page
    .getByRole('note')
    .getByText('There was nothing at this address. Often that passes.')
    .waitFor();
  await goTo(page, 'Listening');
  await page.getByRole('tab', { name: /^Feeds/ }).click();
  await page.getByText('1 feed, 1 that did not work at the last look').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
});

test('what a post said before is shown when somebody asks', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  const post = page.locator('.post');
  await post.getByText('First words').waitFor();
  expect(await post.getByText('Frist words').count()).toBe(0);
  await post.getByRole('button', { name: /show what it said before/ }).click();
  await post.getByText('Frist words').waitFor();
});

test('who has not posted for long is listed as gone quiet', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  await page.getByRole('tab', { name: 'Gone quiet' }).click();
  await page.getByRole('link', { name: 'Ada Byron' }).waitFor();
});

test('a changed name is taken over by one key with its source, a changed job dismissed by another', async () => {
  const { page } = open;
  await goTo(page, 'Listening');
  await page.getByRole('tab', { name: /^Changes/ }).click();
  const changes = page.getByRole('group', { name: /^Change of/ });
  await expect.poll(() => changes.count()).toBe(2);
  const isNameFirst = (await changes.first().getAttribute('aria-label')) === 'Change of name';
  for (const key of isNameFirst ? ['y', 'x'] : ['x', 'y']) {
    const before = await changes.count();
    await page.keyboard.press(key);
    await expect.poll(() => changes.count()).toBe(before - 1);
  }
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ada Lovelace/ }).click();
  await expect.poll(() => readValue(page, 'Family name')).toBe('Lovelace');
  await valueOf(page, 'Family name').hover();
  await page.getByText('Taken from a feed').first().waitFor();
});
