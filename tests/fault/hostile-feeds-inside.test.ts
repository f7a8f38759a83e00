// Feeds that lead into the laptop or its private network, by an address, a
// redirect or a name that changes: nothing in there is ever asked.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { guardedFetch } from '../../src-main/host/feeds/guarded-fetch.ts';
import { answer, goodFeed, lineOf, selfSigned } from '../support/feeds/faults.ts';
import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1');
/** The laptop's own, on every loopback address; the one that is allowed is another. */
let inside: FeedServer;
let outside: FeedServer;
let port = '';
let tried: string[];
const onSocket = (message: unknown): void => {
  const { socket } = message as { socket: Socket };
  socket.on('connectionAttempt', (address: string) => tried.push(address));
};
beforeEach(async () => {
  inside = await startFeedServer(hasIpv6 ? '::' : '0.0.0.0');
  outside = await startFeedServer('127.0.0.9');
  port = inside.host.split(':').at(-1) ?? '';
  inside.route('/feed', goodFeed);
  tried = [];
  subscribe('net.client.socket', onSocket);
});
afterEach(async () => {
  unsubscribe('net.client.socket', onSocket);
  await inside.close();
  await outside.close();
});

const allowed = '127.0.0.9';
const notations = [
  '2130706433',
  '0177.0.0.1',
  '0x7f000001',
  '0x7f.1',
  '127.1',
  '127.0.0.1',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00::1]',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '0',
  'localhost',
  'LOCALHOST',
];

describe('addresses inside', () => {
  test.each(notations)('a feed at or redirected to %s is refused', async (host) => {
    const target = `http://${host}:${port}/feed`;
    outside.route('/feed', answer(302, { location: target }));
    const code = 'feed-inside';
    expect(await guardedFetch(target, {})).toMatchObject({ error: { code } });
    expect(await guardedFetch(`${outside.origin}/feed`, { allowed })).toMatchObject({
      error: { code },
    });
    expect(inside.hits()).toBe(0);
    expect(tried).toEqual(['127.0.0.9']);
  });

  test('every other way to say where to go leads nowhere', async () => {
    const targets = [
      'file:///etc/passwd',
      'ftp://127.0.0.1/feed',
      'javascript:alert(1)',
      'data:text/xml,<rss/>',
      'blob:http://127.0.0.1/1',
      'ws://127.0.0.1/',
      `http://user:%zz@127.0.0.9:1/`,
      'http://[fe80::1%25lo]/',
      'http://',
    ];
    for (const location of [...targets, `http://localhost.:${port}/feed`]) {
      outside.route('/feed', answer(302, { location }));
      const got = await guardedFetch(`${outside.origin}/feed`, { allowed });
      // What is no address at all is an answer without one.
      const outcome = got.ok ? got.value.status : got.error.code;
      expect(['bad-input', 'feed-unreachable', 'feed-inside', 302]).toContain(outcome);
    }
    expect(inside.hits()).toBe(0);
    expect(new Set(tried)).toEqual(new Set(['127.0.0.9']));
  });

  test('redirects that go round in a circle end', async () => {
    outside.route('/feed', answer(301, { location: '/feed' }));
    expect(await guardedFetch(`${outside.origin}/feed`, { allowed })).toMatchObject({
      error: { code: 'feed-unreachable', detail: { why: 'redirects' } },
    });
    expect(outside.hits()).toBe(6);
  });
});

describe('names', () => {
  /** Answers what is next in line; the last for ever. */
  const namesOf = (...answers: string[][]) => {
    const asked: string[] = [];
    const names = (host: string) => {
      asked.push(host);
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? []);
    };
    return { asked, names };
  };

  test('public at first and private then: the address that was checked is the one tried', async () => {
    const { asked, names } = namesOf(['192.31.196.1'], ['127.0.0.1']);
    const options = { names, limits: { ms: 200 } };
    const first = await guardedFetch(`http://turns.example.:${port}/feed`, options);
    expect(first.ok).toBe(false);
    expect(first).not.toMatchObject({ error: { code: 'feed-inside' } });
    expect(asked).toEqual(['turns.example.']);
    expect(tried).toEqual(['192.31.196.1']);
    expect(await guardedFetch(`http://turns.example.:${port}/feed`, options)).toMatchObject({
      error: { code: 'feed-inside', detail: { address: '127.0.0.1' } },
    });
    expect(asked).toHaveLength(2);
    expect(tried).toHaveLength(1);
    expect(inside.hits()).toBe(0);
  });

  test('a redirect to the same name asks for it again, once', async () => {
    const { asked, names } = namesOf(['127.0.0.9'], ['127.0.0.9'], ['127.0.0.1']);
    const at = new URL(outside.origin).port;
    outside.route('/a', answer(302, { location: '/b' }));
    outside.route('/b', answer(302, { location: `http://turns.example:${port}/feed` }));
    expect(await guardedFetch(`http://turns.example:${at}/a`, { allowed, names })).toMatchObject({
      error: { code: 'feed-inside', detail: { address: '127.0.0.1' } },
    });
    expect(asked).toHaveLength(3);
    expect(tried).toEqual(['127.0.0.9', '127.0.0.9']);
    expect(inside.hits()).toBe(0);
  });

  test.each([
    [['192.31.196.1', '127.0.0.1']],
    [['::ffff:127.0.0.1', '192.31.196.1']],
    [['2606:4700::1111', '::1']],
    [['fe80::1%lo', '192.31.196.1']],
    [['nonsense']],
  ])('a name that is %j at once is refused untried', async (found) => {
    const { names } = namesOf(found);
    expect(await guardedFetch(`http://both.example:${port}/feed`, { names })).toMatchObject({
      error: { code: 'feed-inside' },
    });
    expect(tried).toEqual([]);
    expect(inside.hits()).toBe(0);
  });
});

describe('in the book', () => {
  let laptop: Listener;
  afterEach(() => laptop.close());

  test('a refused feed names the address, brings no post and can be allowed', async () => {
    laptop = await openListener({ allowed: () => undefined });
    const ada = await laptop.follow('Ada', [`http://127.0.0.1:${port}/feed`]);
    await laptop.look(ada);
    expect(await laptop.states(ada)).toMatchObject([
      { outcome: 'feed-inside', detail: '127.0.0.1' },
    ]);
    expect(await lineOf(laptop, ada)).toContain('leads into a private network (127.0.0.1)');
    expect(await laptop.posts(ada)).toEqual([]);
    expect(inside.hits()).toBe(0);
  });

  test('a server that cannot prove who it is is not read', async () => {
    laptop = await openListener();
    let asked = 0;
    const server = createServer(selfSigned('127.0.0.1'), (_request, response) => {
      asked += 1;
      response.end(goodFeed);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port: at } = server.address() as AddressInfo;
    const ada = await laptop.follow('Ada', [`https://127.0.0.1:${at}/feed`]);
    await laptop.look(ada);
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'feed-certificate' }]);
    expect(await lineOf(laptop, ada)).toBe(
      'The server could not prove who it is, so nothing was fetched. Rapport looks again later.',
    );
    expect(asked).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });
});
