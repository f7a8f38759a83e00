// Feeds whose words are the weapon: nothing in them runs, loads, swells, grows or turns the
// page round, and every post's time has passed.
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Block, Media } from '../../src-shared/feeds/feed.ts';
import { afterwards, answer, feedType, lineOf } from '../support/feeds/faults.ts';
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

const textOf = (post: RecordDoc | undefined): Block[] => (post?.fields['text'] ?? []) as Block[];
const mediaOf = (post: RecordDoc | undefined): Media[] => (post?.fields['media'] ?? []) as Media[];

/** Whatever of a post could lead somewhere, and all that stands in it. */
function expectHarmless(posts: readonly RecordDoc[]): void {
  for (const post of posts) {
    const runs = textOf(post).flatMap((block) => block.runs);
    const links = [
      (post.fields['link'] ?? '') as string,
      ...mediaOf(post).map(({ url }) => url),
      ...runs.flatMap(({ href }) => href ?? []),
    ];
    for (const link of links) expect(link).toMatch(/^$|^https?:\/\/|^mailto:[^\s?]+$/);
    expect(JSON.stringify(post)).not.toMatch(/<\/?(?:script|svg|iframe|style|img|object|form)/i);
    expect(JSON.stringify(post)).not.toMatch(/(?:javascript|vbscript|data|file|blob):|alert/i);
  }
}

describe('documents that expand or include', () => {
  const item = (words: string): string =>
    `<rss version="2.0"><channel><title>${words}</title><item><title>${words}</title><link>https://ada.example/1</link></item></channel></rss>`;

  test('a billion laughs are not laughed', async () => {
    const names = 'abcdefghijklmnop'.split('');
    const laughs = names.map((name, at) => {
      const before = names[at - 1];
      return `<!ENTITY ${name} "${before === undefined ? 'ha' : `&${before};`.repeat(10)}">`;
    });
    const before = process.memoryUsage().rss;
    const { ada, posts } = await postsOf(`<!DOCTYPE rss [${laughs.join('')}]>${item('Ha &p;')}`);
    const kept = JSON.stringify([posts, await laptop.states(ada)]);
    expect(kept.length).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    expect(['ok', 'not-a-feed']).toContain((await laptop.states(ada))[0]?.outcome);
  });

  test('a file or an address that a document asks for is not fetched', async () => {
    const asks = (what: string): string =>
      `<!DOCTYPE rss SYSTEM "${server.origin}/dtd" [<!ENTITY x SYSTEM "${what}"><!ENTITY % y SYSTEM "${server.origin}/part">%y;]>${item('Read &x;')}`;
    for (const what of ['file:///etc/passwd', `${server.origin}/secret`]) {
      server.route('/secret', answer(200, {}, 'root:secret'));
      const { ada, posts } = await postsOf(
        `<?xml-stylesheet href="${server.origin}/style"?>${asks(what)}`,
      );
      expect(JSON.stringify([posts, await laptop.states(ada)])).not.toMatch(/root:/);
    }
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(['/feed']));
  });

  test('boxes in boxes without end', async () => {
    const deep = '<b>'.repeat(200_000);
    const bodies = [
      item(deep),
      item(`<![CDATA[${deep}]]>`),
      '['.repeat(500_000),
      '<rss><channel><item>'.repeat(90_000),
      `<rss>${'<!DOCTYPE '.repeat(150_000)}`,
    ];
    for (const body of bodies) {
      const { ada, posts } = await postsOf(body);
      expect(posts.length).toBeLessThanOrEqual(1);
      expect(['ok', 'not-a-feed']).toContain((await laptop.states(ada))[0]?.outcome);
    }
  });
});

describe('words that would be code', () => {
  const nasty = `<script>alert(1)</script><style>*{x:y}</style><svg onload=alert(1)><script>alert(1)</script></svg><iframe src="javascript:alert(1)"></iframe><img src=x onerror=alert(1)><img src="data:image/svg+xml,<svg>"><a href="javascript:alert(1)">go</a><a href=" java&#10;script:alert(1)">go</a><a href="data:text/html,x">go</a><a href="file:///etc/passwd">go</a><form action="javascript:alert(1)"><button>send</button></form><math><mtext></math><p onclick="alert(1)">Words`;
  const cdata = `<![CDATA[${nasty}]]>`;
  const escaped = nasty.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

  test.each([
    ['CDATA', cdata],
    ['entities', escaped],
  ])('in every field of RSS, as %s', async (_how, words) => {
    const { ada, posts } =
      await postsOf(`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>${words}</title><link>javascript:alert(1)</link><description>${words}</description><language>${words}</language><managingEditor>${words}</managingEditor>
      <item><title>${words}</title><link>javascript:alert(1)</link><guid>javascript:alert(1)</guid><dc:creator>${words}</dc:creator><description>${words}</description><content:encoded>${words}</content:encoded>
        <enclosure url="javascript:alert(1)" type="audio/mpeg" length="1"/><enclosure url="data:audio/mp3,x" type="audio/mpeg" length="1"/>
        <media:content url="data:image/png;base64,AA" medium="image"><media:description>${words}</media:description></media:content>
        <media:content url="https://ada.example/a.png" medium="image"><media:description>${words}</media:description></media:content>
        <media:thumbnail url="javascript:alert(1)"/></item></channel></rss>`);
    expect(posts).toHaveLength(1);
    expectHarmless(posts);
    expect(posts[0]?.note).toContain('Words');
    expect(posts[0]?.fields['link'] ?? '').toBe('');
    expect(mediaOf(posts[0]).map(({ url }) => url)).toContain('https://ada.example/a.png');
    const [state] = await laptop.states(ada);
    expect(state?.home ?? '').toBe('');
    expect(JSON.stringify(state)).not.toMatch(/<script|<svg|<iframe|javascript:/i);
  });

  test('in every field of Atom and JSON', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="javascript:alert(1)"><title type="html">${cdata}</title><author><name>${cdata}</name></author>
      <entry><id>javascript:alert(1)</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${nasty.slice(0, 25)}Title</div></title><link href="javascript:alert(1)"/><link rel="enclosure" type="image/png" href="javascript:alert(1)"/><content type="html">${cdata}</content></entry></feed>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ada',
      home_page_url: 'javascript:alert(1)',
      items: [
        {
          id: 1,
          url: 'javascript:alert(1)',
          image: 'data:image/png,x',
          title: 'Title',
          authors: [{ name: nasty }],
          content_html: nasty,
          attachments: [{ url: 'file:///x.mp3', mime_type: 'audio/mpeg' }],
        },
      ],
    });
    for (const body of [atom, json]) {
      const { posts } = await postsOf(body);
      expect(posts).toMatchObject([{ name: 'Title' }]);
      expectHarmless(posts);
      expect(posts[0]?.note).toContain('Words');
    }
  });
});

describe('feeds that grow', () => {
  test('the same items under other names, and other links, stay the same posts', async () => {
    const began = Date.now();
    const items = (turn: number) =>
      Array.from({ length: 20 }, (_, at) => ({
        title: at % 2 === 0 ? `Item ${at}` : '',
        html: `Words of ${at}`,
        guid: `${turn}-${at}`,
        ...(at < 5 ? { link: `https://ada.example/${at}?utm_source=${turn}` } : {}),
        ...(at >= 15 ? { link: `https://ada.example/${at}?session=${turn}` } : {}),
        ...(at >= 10 ? { date: new Date(began - at * 3_600_000).toUTCString() } : {}),
      }));
    const { ada, posts } = await postsOf(rss('Ada', items(0)));
    for (let turn = 1; turn < 4; turn++) {
      server.route('/feed', rss('Ada', items(turn)));
      await laptop.look(ada);
    }
    expect(posts).toHaveLength(20);
    expect((await laptop.posts(ada)).map(({ id }) => id).toSorted()).toEqual(
      posts.map(({ id }) => id).toSorted(),
    );
    expect(server.hits()).toBe(4);
  });

  test('of a hundred thousand items at most 200 are kept', async () => {
    const items = Array.from(
      { length: 100_000 },
      (_, at) => `<item><title>Item ${at}</title><guid>${at}</guid></item>`,
    );
    const body = gzipSync(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`);
    const before = process.memoryUsage().rss;
    const { ada, posts } = await postsOf(body, { 'content-encoding': 'gzip' });
    expect((await laptop.states(ada))[0]?.outcome).toBe('ok');
    expect(posts).toHaveLength(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
    expect((await laptop.unread(ada)).length).toBeLessThanOrEqual(200);
  });

  test('a feed that became a web page says so and keeps its posts', async () => {
    const page = `<!doctype html><title>Parked</title><a href=/feed>go</a><script>alert(1)</script>`;
    const ada = await afterwards(
      laptop,
      server,
      answer(200, { 'content-type': 'text/html' }, page),
    );
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'page', title: 'Ada' }]);
    expect(await lineOf(laptop, ada)).toContain('now leads to a web page instead of a feed');
    const hidden = '<!---->'.repeat(500);
    for (const end of ['<!doctype html>', `<html>${'<b>'.repeat(500_000)}`]) {
      server.route('/feed', answer(200, feedType, `${hidden}${end}`));
      await laptop.look(ada);
      expect(await laptop.states(ada)).toMatchObject([{ outcome: 'page' }]);
    }
    expect(await laptop.posts(ada)).toHaveLength(1);
  });
});
