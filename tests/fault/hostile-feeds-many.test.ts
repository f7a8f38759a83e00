// Many feeds at once, some of them hostile: the others go on, and no server is asked by
// more than one connection at a time.
import type { IncomingMessage, ServerResponse } from 'node:http';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { answer, bomb, endless, feedType, goodFeed, raw, silent } from '../support/feeds/faults.ts';
import { type Answering, type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

let laptop: Listener;
let servers: FeedServer[] = [];
afterEach(async () => {
  await laptop.close();
  await Promise.all(servers.map((server) => server.close()));
});

/** A server on each of so many hosts. */
const startServers = (count: number): Promise<FeedServer[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => startFeedServer(`127.0.0.${at + 1}`)));

test('four connections at most over ten hosts, one at each', async () => {
  servers = await startServers(10);
  laptop = await openListener();
  // Answers go out only when the laptop has asked as much as it will.
  const open: [string, IncomingMessage, ServerResponse][] = [];
  let most = 0;
  for (const server of servers)
    for (const path of ['/1', '/2', '/3'])
      server.route(path, (request, response) => {
        open.push([server.host, request, response]);
        most = Math.max(most, open.length);
      });
  for (const [at, { origin }] of servers.entries())
    await laptop.follow(
      `Person ${at}`,
      ['/1', '/2', '/3'].map((path) => `${origin}${path}`),
    );
  const looked = laptop.look();
  for (let answered = 0; answered < 30; answered++) {
    // Ten feeds that are left are at four hosts or more: the house is full.
    const least = answered <= 20 ? 4 : 1;
    await vi.waitFor(() => expect(open.length).toBeGreaterThanOrEqual(least), { timeout: 60_000 });
    const hosts = open.map(([host]) => host);
    expect(new Set(hosts).size).toBe(hosts.length);
    const [, , response] = open.shift() ?? [];
    response?.writeHead(200, feedType).end(goodFeed);
  }
  await looked;
  expect(most).toBe(4);
  expect(servers.map(({ mostAtOnce }) => mostAtOnce())).toEqual(Array(10).fill(1));
  expect(servers.map(({ hits }) => hits())).toEqual(Array(10).fill(3));
});

describe('one good feed among hostile ones', () => {
  const faults = async (): Promise<{ [outcome: string]: Answering | string }> => ({
    'feed-too-large': endless,
    'feed-too-large ': answer(200, { 'content-encoding': 'gzip' }, await bomb('gzip', 64)),
    'feed-unreachable': raw('HTTP/1.1 101 Come\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    'feed-unreachable ': answer(200, { 'content-encoding': 'br' }, goodFeed),
    'feed-unreachable  ': answer(302, { location: 'file:///etc/passwd' }),
    'feed-inside': answer(302, { location: 'http://10.0.0.1/' }),
    'not-a-feed': answer(200, feedType, '<rss><channel><item>'.repeat(50_000)),
    page: answer(200, { 'content-type': 'text/html' }, `${'<!---->'.repeat(500)}<html>`),
    busy: answer(429),
    gone: answer(410),
    server: answer(500),
    'feed-empty': answer(200, feedType),
  });

  test('all are looked at, each has its outcome, the good one its posts', async () => {
    const all = Object.entries(await faults());
    servers = await startServers(all.length + 1);
    laptop = await openListener();
    const people: [string, string][] = [];
    for (const [at, [outcome, answering]] of all.entries()) {
      const { origin, route } = servers[at] as FeedServer;
      route('/feed', answering);
      people.push([outcome.trim(), await laptop.follow(`Nuisance ${at}`, [`${origin}/feed`])]);
    }
    const last = servers.at(-1) as FeedServer;
    last.route('/feed', goodFeed);
    const ada = await laptop.follow('Ada', [`${last.origin}/feed`]);
    await laptop.look();
    expect(await laptop.posts(ada)).toMatchObject([{ name: 'One', note: 'Words' }]);
    const outcomes = await Promise.all(
      people.map(async ([, id]) => (await laptop.states(id)).map(({ outcome }) => outcome).join()),
    );
    expect(outcomes).toEqual(people.map(([outcome]) => outcome));
    for (const [, id] of people) expect(await laptop.posts(id)).toEqual([]);
  });

  test('while three say nothing, what another host has is read', async () => {
    servers = await startServers(4);
    laptop = await openListener();
    for (const [at, { origin, route }] of servers.slice(0, 3).entries()) {
      route('/feed', silent);
      await laptop.follow(`Mute ${at}`, [`${origin}/feed`]);
    }
    const last = servers.at(-1) as FeedServer;
    const paths = Array.from({ length: 10 }, (_, at) => `/${at}`);
    for (const path of paths)
      last.route(path, rss('Ada', [{ title: path, link: `https://ada.example${path}` }]));
    const ada = await laptop.follow(
      'Ada',
      paths.map((path) => `${last.origin}${path}`),
    );
    laptop.ahead(10 * 60_000);
    await laptop.refresher.lookNow(undefined);
    await vi.waitFor(async () => expect(await laptop.posts(ada)).toHaveLength(10), {
      timeout: 60_000,
    });
    expect(last.mostAtOnce()).toBe(1);
  });
});
