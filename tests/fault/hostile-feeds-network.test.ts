// Servers that are slow, endless, swollen or ill for days: each costs a bounded moment and
// a calm line, and what was fetched before stays.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { guardedFetch } from '../../src-main/host/feeds/guarded-fetch.ts';
import {
  afterwards,
  answer,
  bomb,
  endless,
  feedType,
  lineOf,
  raw,
  silent,
} from '../support/feeds/faults.ts';
import { type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

const hour = 3_600_000;
const day = 24 * hour;
const megabyte = 1024 * 1024;

let server: FeedServer;
let laptop: Listener;
beforeEach(async () => {
  server = await startFeedServer();
  laptop = await openListener();
});
afterEach(async () => {
  await laptop.close();
  await server.close();
});

const allowed = '127.0.0.1';
const fetchFrom = (path: string, ms = 400) =>
  guardedFetch(`${server.origin}${path}`, { allowed, limits: { ms } });

describe('servers that take their time', () => {
  test('no answer, no body, a packed body that stops: given up as slow', async () => {
    server.route('/never', () => undefined);
    server.route('/silent', silent);
    server.route('/packed', (_request, response) => {
      response.writeHead(200, { ...feedType, 'content-encoding': 'gzip' });
      response.write(gzipSync(randomBytes(10_000)).subarray(0, 5_000));
    });
    server.route('/hints', (_request, response) => {
      const go = (): void => {
        while (!response.destroyed && response.socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'));
      };
      response.socket?.on('drain', go);
      go();
    });
    for (const path of ['/never', '/silent', '/packed', '/hints'])
      expect([path, await fetchFrom(path)]).toMatchObject([path, { error: { code: 'feed-slow' } }]);
    expect(server.requests).toHaveLength(4);
  });

  test('a name that is never found costs no more than the time there is', async () => {
    const names = () => new Promise<string[]>(() => undefined);
    expect(
      await guardedFetch('https://ada.example/', { names, limits: { ms: 300 } }),
    ).toMatchObject({ error: { code: 'feed-slow' } });
  });

  test('closing while a server takes its time says nothing bad of that server', async () => {
    server.route('/feed', silent);
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    const asked = new Promise((resolve) => {
      server.route('/feed', (request, response) => {
        silent(request, response);
        resolve(null);
      });
    });
    await laptop.refresher.lookNow(ada);
    await asked;
    await laptop.refresher.close();
    expect(await laptop.states(ada)).toEqual([]);
  });
});

describe('servers that say too much', () => {
  test('an endless answer is cut off after 2 MB', async () => {
    const before = process.memoryUsage().rss;
    let connection: { bytesWritten: number } | null = null;
    const ada = await afterwards(laptop, server, (request, response) => {
      connection = response.socket;
      endless(request, response);
    });
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'feed-too-large', failures: 1 }]);
    expect(await lineOf(laptop, ada)).toBe(
      'What the server sends is too long. Rapport looks again later.',
    );
    // What was on its way when the line was cut fills buffers, not the book.
    expect(connection).toMatchObject({ bytesWritten: expect.any(Number) });
    expect((connection as unknown as { bytesWritten: number }).bytesWritten).toBeLessThan(
      30 * megabyte,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * megabyte);
  });

  test.each(['gzip', 'br'] as const)('a bomb packed by %s is not unpacked', async (kind) => {
    const packed = await bomb(kind, 512);
    expect(packed.length).toBeLessThan(megabyte);
    const before = process.memoryUsage();
    const ada = await afterwards(
      laptop,
      server,
      answer(200, { ...feedType, 'content-encoding': kind }, packed),
    );
    const after = process.memoryUsage();
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'feed-too-large' }]);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(100 * megabyte);
    expect(after.rss - before.rss).toBeLessThan(250 * megabyte);
  });

  test('a head without end is not read to its end', async () => {
    const ada = await afterwards(
      laptop,
      server,
      raw(`HTTP/1.1 200 OK\r\n${'X-More: more\r\n'.repeat(20_000)}`),
    );
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'feed-unreachable' }]);
  });
});

describe('servers with trouble', () => {
  test.each([
    [{ 'retry-after': '86400' }, day],
    [{ 'retry-after': '999999999' }, 7 * day],
    [{ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, 7 * day],
    [{ 'retry-after': 'soon' }, hour / 2],
    [{ 'retry-after': '-5' }, hour / 2],
    [{ 'x-ratelimit-reset': '9'.repeat(400) }, 7 * day],
    [{}, hour / 2],
  ])('429 with %o is waited for, a week at most', async (headers, wait) => {
    const ada = await afterwards(
      laptop,
      server,
      answer(429, headers as { [name: string]: string }),
    );
    const [state] = await laptop.states(ada);
    expect(state).toMatchObject({ outcome: 'busy', detail: '429', failures: 1 });
    expect(Math.round(((state?.nextAt ?? 0) - (state?.lookedAt ?? 0)) / 60_000)).toBe(
      wait / 60_000,
    );
    expect(await lineOf(laptop, ada)).toBe(
      'The server is busy and asked to be left alone for a while. Rapport looks again later.',
    );
  });

  test('days of 500 and 503: fewer questions each time, then the posts arrive', async () => {
    const ada = await afterwards(laptop, server, answer(500));
    for (let days = 0; days < 16; days++) {
      server.route('/feed', answer(days % 2 === 0 ? 503 : 502));
      laptop.ahead(day);
      await laptop.look(ada);
    }
    const [state] = await laptop.states(ada);
    expect(state).toMatchObject({ outcome: 'server', detail: '502', failures: expect.any(Number) });
    expect(state?.failures).toBeGreaterThanOrEqual(17);
    expect((state?.nextAt ?? 0) - (state?.lookedAt ?? 0)).toBe(7 * day);
    expect(await lineOf(laptop, ada)).toContain('has not worked for more than two weeks');
    const entries = ['1', '2'].map((id) => ({ title: id, link: `https://ada.example/${id}` }));
    server.route('/feed', rss('Ada', entries));
    laptop.ahead(8 * day);
    await laptop.look(ada);
    const [well] = await laptop.states(ada);
    expect(well).toMatchObject({ outcome: 'ok' });
    expect(well).not.toHaveProperty('failingSince');
    expect((await laptop.posts(ada)).map(({ name }) => name).toSorted()).toEqual(['1', '2']);
  });
});
