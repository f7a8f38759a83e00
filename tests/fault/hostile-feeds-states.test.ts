// What teammates' records say of a feed makes no laptop ask its server more often than it
// would by itself.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { feedStateId } from '../../src-shared/feeds/subscription.ts';
import { stateOf } from '../../src-shared/feeds/state.ts';
import type { JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import { ok } from '../../src-shared/domain/result.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

const minute = 60_000;
const year300000 = 9_405_000_000_000_000;

let server: FeedServer;
let laptop: Listener;
beforeEach(async () => {
  server = await startFeedServer();
  server.route('/feed', rss('Ada', []));
  server.route('/@ada.rss', rss('Ada', []));
  server.route('/api/v1/accounts/lookup', (_request, response) => {
    response.end(JSON.stringify({ display_name: 'Ada', fields: [] }));
  });
  laptop = await openListener();
});
afterEach(async () => {
  await laptop.close();
  await server.close();
});

type Fields = { [field: string]: JsonValue };

/** As a teammate's row of an earlier version may stand in the book already. */
async function say(owner: string, url: string, fields: Fields): Promise<RecordDoc> {
  const context = laptop.context();
  const item = (await laptop.store.get('people', [owner])).get(owner)?.sets['feeds']?.[0]?.id ?? '';
  const id = feedStateId(owner, item, (text) => context.hash(text)) as never;
  const said = laptop.now() + 10 * minute;
  const doc = makeRecord(
    { id, kind: 'feed-state', fields: { owner, url, said, ...fields } },
    context,
  );
  await laptop.store.write((tx) => ok(tx.put('work', [doc])));
  return doc;
}

async function scan(): Promise<void> {
  await laptop.refresher.scan();
  await laptop.idle();
}

const hostile: Fields[] = [
  { nextAt: 0 },
  { nextAt: -year300000, lookedAt: -year300000 },
  { nextAt: '0', until: [], holder: 'mallory', lookedAt: {} },
  { nextAt: true, failures: 'many', rhythm: -1, outcome: 'invented' },
  { outcome: 'ok', nextAt: 1, lookedAt: 1, fetchedAt: 1, profiledAt: 0, etag: 'x' },
  { said: 'later', profile: [], shown: 7, turnovers: 'often' },
  {},
];

test('a feed is asked every half hour at most, whatever its record says', async () => {
  const url = `${server.origin}/feed`;
  const ada = await laptop.follow('Ada', [url]);
  await scan();
  expect(server.hits('/feed')).toBe(1);
  for (const fields of hostile) {
    await say(ada, url, fields);
    await scan();
    laptop.ahead(minute);
  }
  expect(server.hits('/feed')).toBe(1);
  laptop.ahead(30 * minute);
  await say(ada, url, { nextAt: 0 });
  await scan();
  expect(server.hits('/feed')).toBe(2);
});

test('by hand it is asked every five minutes at most, whatever its record says', async () => {
  const url = `${server.origin}/feed`;
  const ada = await laptop.follow('Ada', [url]);
  await laptop.look(ada);
  for (const fields of hostile) {
    await say(ada, url, fields);
    await laptop.refresher.lookNow(ada);
    await laptop.idle();
  }
  expect(server.hits('/feed')).toBe(1);
  await laptop.look(ada);
  expect(server.hits('/feed')).toBe(2);
});

test('a profile is asked for once a day at most, whatever its record says', async () => {
  const url = `${server.origin}/@ada.rss`;
  const ada = await laptop.follow('Ada', [url], { network: 'mastodon' });
  for (const fields of hostile) {
    await say(ada, url, fields);
    await laptop.look(ada);
  }
  expect(server.hits('/@ada.rss')).toBe(hostile.length);
  expect(server.hits('/api/v1/accounts/lookup?acct=ada')).toBe(1);
});

test('what a record says is read as its fields are, and the rest is left out', async () => {
  const url = 'https://ada.example/feed';
  const ada = await laptop.follow('Ada', [url]);
  const read = [];
  for (const fields of hostile) {
    const { said, url: about, ...rest } = stateOf(await say(ada, url, fields), url);
    expect([typeof said, about]).toEqual(['number', url]);
    read.push(rest);
  }
  expect(read).toEqual([
    { nextAt: 0 },
    {},
    { holder: 'mallory' },
    { rhythm: -1 },
    { outcome: 'ok', nextAt: 1, lookedAt: 1, fetchedAt: 1, profiledAt: 0, etag: 'x' },
    {},
    {},
  ]);
});
