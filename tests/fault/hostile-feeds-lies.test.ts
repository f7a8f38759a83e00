// Feeds that lie about their encoding, their direction and their time.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { answer } from '../support/feeds/faults.ts';
import { type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { type Listener, openListener } from '../support/listener.ts';

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

const type = 'application/rss+xml; charset=utf-8';
async function postsOf(body: string | Buffer, headers: { [name: string]: string } = {}) {
  server.route('/feed', answer(200, { 'content-type': type, ...headers }, body));
  const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
  await laptop.look(ada);
  return { ada, posts: await laptop.posts(ada) };
}

describe('words that lie about themselves', () => {
  test('encodings that are wrong, unknown or two at once', async () => {
    const words = rss('Ada', [{ title: 'Zürich', link: 'https://ada.example/1' }]);
    const utf16 = Buffer.from(`\ufeff${words}`, 'utf16le');
    const kinds: [Buffer, string][] = [
      [Buffer.from(words), 'text/xml; charset=utf-16'],
      [Buffer.from(words), 'text/xml; charset=nonsense'],
      [Buffer.from(words), 'text/xml; charset="'],
      [utf16, 'text/xml; charset=utf-8'],
      [Buffer.from(words, 'latin1'), 'text/xml; charset=utf-8'],
      [Buffer.from(words), 'image/png'],
    ];
    for (const [bytes, said] of kinds) {
      const { posts } = await postsOf(bytes, { 'content-type': said });
      expect([said, posts.map(({ name }) => name)]).toEqual([said, ['Zürich']]);
    }
    const mixed = Buffer.concat([Buffer.from(words), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0])]);
    const { ada, posts } = await postsOf(mixed);
    expect((await laptop.states(ada))[0]?.outcome).toBe('ok');
    expect(posts[0]?.name.isWellFormed()).toBe(true);
  });

  test('text that turns round, hides or towers', async () => {
    const marks = '\u0301';
    const words = `\u202eevil\u2066 a${marks.repeat(500)}\u0000\u0007\u{e0041}\ufeff\ud83d z`;
    const html = `<p>${words} b${`<b>${marks}${marks}</b><i>${marks}</i>`.repeat(50)} c${'&#x301;'.repeat(99)}`;
    const { ada, posts } = await postsOf(rss(words, [{ title: words, html }]));
    const kept = JSON.stringify([posts, await laptop.states(ada)]);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.name).toBe(`evil a${marks.repeat(4)}\ufffd z`);
    expect(kept).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\\u000[07]/u);
    expect(posts[0]?.note).not.toMatch(/\u0301{5}/);
    expect(posts[0]?.note.isWellFormed()).toBe(true);
  });

  test('dates of no time or another: no post is from the future', async () => {
    const soon = new Date(Date.now() + 40 * 60_000).toUTCString();
    const dates = [
      '0000-00-00T00:00:00Z',
      'Mon, 01 Jan 0000 00:00:00 GMT',
      '9999-12-31T23:59:59Z',
      'Fri, 31 Dec 9999 23:59:59 GMT',
      '+275760-09-13T00:00:00Z',
      '-271821-04-20',
      '99999999999999999999',
      'NaN',
      'the day before',
      '32 Foo 20x6',
      '2026-02-31',
      soon,
      '01/02/03',
      '',
      ' ',
    ];
    const entries = dates.map((date, at) => ({
      title: date || 'none',
      link: `https://ada.example/${at}`,
      date,
    }));
    laptop.settings.write({ keepPostsDays: 0 });
    const { ada, posts } = await postsOf(rss('Ada', entries));
    expect(posts).toHaveLength(dates.length);
    const [state] = await laptop.states(ada);
    const fetched = state?.fetchedAt ?? 0;
    for (const { name, at, fields } of posts) {
      expect([name, fields['when']]).toEqual([name, at]);
      expect(at).toBeLessThanOrEqual(fetched);
      expect(at).toBeGreaterThan(Date.UTC(1990, 0));
    }
    expect(state?.newestAt).toBeLessThanOrEqual(fetched);
    expect(Number.isFinite(state?.nextAt)).toBe(true);
  });
});
