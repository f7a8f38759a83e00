// Feeds on many hosts that all lead on to one: that one is asked as any other is.
import type { ServerResponse } from 'node:http';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { guardedFetch } from '../../src-main/host/feeds/guarded-fetch.ts';
import { answer, feedType, goodFeed } from '../support/feeds/faults.ts';
import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

let laptop: Listener;
let server: FeedServer;
let open: ServerResponse[];
let mostOpen: number;
const hosts = Array.from({ length: 10 }, (_, at) => `host-${at}.example`);

beforeEach(async () => {
  server = await startFeedServer();
  laptop = await openListener({
    names: () => Promise.resolve(['127.0.0.1']),
    allowed: () => '127.0.0.1',
  });
  open = [];
  mostOpen = 0;
  server.route('/on', answer(302, { location: nameOf('target.example', '/feed') }));
  server.route('/feed', (_request, response) => {
    open.push(response);
    mostOpen = Math.max(mostOpen, open.length);
  });
});
afterEach(async () => {
  await laptop.close();
  await server.close();
});

const nameOf = (host: string, path: string): string =>
  `http://${host}:${new URL(server.origin).port}${path}`;

async function lookAtAll(): Promise<string[]> {
  const people: string[] = [];
  for (const host of hosts) people.push(await laptop.follow(host, [nameOf(host, '/on')]));
  laptop.ahead(10 * 60_000);
  await laptop.refresher.lookNow(undefined);
  // Those who wait for their turn hold up none of the others.
  await vi.waitFor(() => expect(server.hits('/on')).toBe(hosts.length), { timeout: 20_000 });
  return people;
}

test('it is asked by one at a time, and everybody’s feed comes', async () => {
  const people = await lookAtAll();
  for (const _ of hosts) {
    await vi.waitFor(() => expect(open).toHaveLength(1), { timeout: 20_000 });
    open.shift()?.writeHead(200, feedType).end(goodFeed);
  }
  await laptop.idle();
  expect(mostOpen).toBe(1);
  for (const id of people) expect(await laptop.posts(id)).toMatchObject([{ name: 'One' }]);
});

test('switched off meanwhile, those who wait ask no more and say nothing of their feed', async () => {
  const people = await lookAtAll();
  await vi.waitFor(() => expect(open).toHaveLength(1), { timeout: 20_000 });
  laptop.settings.write({ feeds: 'off' });
  open.shift()?.writeHead(200, feedType).end(goodFeed);
  await laptop.idle();
  expect(server.hits('/feed')).toBe(1);
  const states = await Promise.all(people.map((id) => laptop.states(id)));
  expect(states.flat()).toMatchObject([{ outcome: 'ok' }]);
});

test('the time one waits for a turn is not the server’s', async () => {
  const waited = Promise.withResolvers<void>();
  const slow = AbortSignal.timeout(600);
  slow.addEventListener('abort', () => waited.resolve());
  server.route('/feed', answer(200, feedType, goodFeed));
  const got = await guardedFetch(nameOf('host-0.example', '/on'), {
    allowed: '127.0.0.1',
    names: () => Promise.resolve(['127.0.0.1']),
    limits: { ms: 500 },
    turn: (host) => (host.startsWith('target') ? waited.promise : Promise.resolve()),
  });
  expect(got).toMatchObject({ ok: true, value: { status: 200 } });
});
