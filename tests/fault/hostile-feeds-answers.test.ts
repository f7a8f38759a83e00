// Servers that answer a feed reader with too much, too little, nonsense or nothing: each
// costs a bounded moment and a calm line, and what was fetched before stays.
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { afterwards, answer, feedType, goodFeed, lineOf, raw } from '../support/feeds/faults.ts';
import { type Answering, type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

const day = 24 * 3_600_000;

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

describe('answers that are none', () => {
  const packed = gzipSync(goodFeed);
  const kinds: [string, Answering, string, string][] = [
    ['nothing', answer(200), 'feed-empty', 'The server answered with nothing.'],
    ['no content', answer(204), 'feed-empty', 'The server answered with nothing.'],
    [
      'only spaces',
      answer(200, feedType, ' \n\0 '),
      'feed-empty',
      'The server answered with nothing.',
    ],
    ['words', answer(200, {}, 'Hello'), 'not-a-feed', 'What came from there is not a feed.'],
    [
      'noise',
      answer(200, feedType, randomBytes(5_000)),
      'not-a-feed',
      'What came from there is not a feed.',
    ],
    [
      'plain text called gzip',
      answer(200, { 'content-encoding': 'gzip' }, goodFeed),
      'feed-unreachable',
      'What the server sent was broken on the way.',
    ],
    [
      'gzip called brotli',
      answer(200, { 'content-encoding': 'br' }, packed),
      'feed-unreachable',
      'What the server sent was broken on the way.',
    ],
    [
      'a packing nobody knows',
      answer(200, { 'content-encoding': 'rar' }, packed),
      'feed-unreachable',
      'What the server sent was broken on the way.',
    ],
    [
      'half of a gzip',
      answer(200, { 'content-encoding': 'gzip' }, packed.subarray(0, 90)),
      'feed-unreachable',
      'What the server sent was broken on the way.',
    ],
    [
      'another language',
      raw('SSH-2.0-OpenSSH_9.9\r\n'),
      'feed-unreachable',
      'The server could not be reached.',
    ],
    [
      'less than was said',
      raw('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>'),
      'feed-unreachable',
      'The server could not be reached.',
    ],
    [
      'an upgrade',
      raw('HTTP/1.1 101 Come\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
      'feed-unreachable',
      'The server could not be reached.',
    ],
    [
      'elsewhere, without where',
      answer(302),
      'status',
      'The server gave an answer that is of no use (302).',
    ],
  ];
  test.each(kinds)('%s', async (_name, answering, outcome, line) => {
    const ada = await afterwards(laptop, server, answering);
    expect(await laptop.states(ada)).toMatchObject([{ outcome }]);
    expect((await lineOf(laptop, ada)).replace(' Rapport looks again later.', '')).toBe(line);
    expect(server.hits('/feed')).toBe(2);
    // The next day all is well.
    server.route('/feed', answer(200, { 'content-encoding': 'br' }, brotliCompressSync(goodFeed)));
    laptop.ahead(day);
    await laptop.look(ada);
    expect(await lineOf(laptop, ada)).toBe('Up to date as of later');
    expect(await laptop.posts(ada)).toHaveLength(1);
  });

  test('304 to a question that was not asked is no trouble and no post', async () => {
    server.route('/feed', answer(304));
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    for (let times = 0; times < 3; times++) await laptop.look(ada);
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'unchanged' }]);
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual(
      Array(3).fill(undefined),
    );
    server.route('/feed', goodFeed);
    await laptop.look(ada);
    expect(await laptop.posts(ada)).toHaveLength(1);
  });
});
