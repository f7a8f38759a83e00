// From a feed on a server to posts in the book, and what the server notices of it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { dropOldPosts } from '../../../src-shared/feeds/drop-old.ts';
import { readOpml, writeOpml } from '../../../src-shared/feeds/opml.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import { type FeedServer, rss, startFeedServer } from '../../support/feeds/server.ts';
import { type Listener, openListener } from '../../support/listener.ts';

const hour = 3_600_000;
const recent = (minutesAgo: number): string =>
  new Date(Date.now() - minutesAgo * 60_000).toUTCString();

describe('listening', () => {
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

  test('a feed becomes posts, newest first, unread', async () => {
    server.route(
      '/feed',
      rss('Ada', [
        {
          title: 'First',
          link: 'https://ada.example/1',
          date: recent(60),
          html: '<p>Hello <b>there</b></p>',
        },
        { title: 'Second', link: 'https://ada.example/2', date: recent(5) },
      ]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    const posts = await laptop.posts(ada);
    expect(posts.map(({ name }) => name)).toEqual(['Second', 'First']);
    expect(posts[1]).toMatchObject({ note: 'Hello there', scope: 'team', kind: 'post' });
    expect(await laptop.unread(ada)).toEqual([posts[1]?.id, posts[0]?.id]);
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'ok', title: 'Ada' }]);
  });

  test('looked at again nothing is doubled; new words stand before the earlier ones', async () => {
    const entry = {
      title: 'One',
      link: 'https://ada.example/1?utm_source=rss',
      guid: 'a',
      date: recent(9),
    };
    server.route('/feed', rss('Ada', [{ ...entry, html: 'Frist' }]));
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    await laptop.look(ada);
    expect(await laptop.posts(ada)).toHaveLength(1);
    // The feed's name for the item changes, the link stays; then the other way round.
    server.route('/feed', rss('Ada', [{ ...entry, guid: 'b', html: 'First' }]));
    await laptop.look(ada);
    server.route(
      '/feed',
      rss('Ada', [{ ...entry, guid: 'a', link: 'https://ada.example/one', html: 'First' }]),
    );
    await laptop.look(ada);
    const [post, ...others] = await laptop.posts(ada);
    expect(others).toEqual([]);
    expect(post?.note).toBe('First');
    expect(post?.fields['earlier']).toMatchObject([{ note: 'Frist' }]);
  });

  test('the same item by two feeds of one person is there once', async () => {
    const entry = { title: 'One', date: recent(9), html: 'Text' };
    server.route('/rss', rss('Ada', [{ ...entry, link: 'https://ada.example/1', guid: 'x' }]));
    server.route(
      '/atom',
      rss('Ada', [{ ...entry, link: 'https://www.ada.example/1/?utm_medium=feed', guid: 'y' }]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/rss`, `${server.origin}/atom`]);
    await laptop.look(ada);
    expect(server.hits('/rss')).toBe(1);
    expect(server.hits('/atom')).toBe(1);
    expect(await laptop.posts(ada)).toHaveLength(1);
  });

  test('two people with one feed cost one request', async () => {
    server.route(
      '/feed',
      rss('Both', [{ title: 'One', link: 'https://both.example/1', date: recent(9) }]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    const bob = await laptop.follow('Bob', [`${server.origin}/feed`]);
    await laptop.look();
    expect(server.hits('/feed')).toBe(1);
    expect(await laptop.posts(ada)).toHaveLength(1);
    expect(await laptop.posts(bob)).toHaveLength(1);
  });

  test('what the server gave to ask with is sent back as it was; 304 changes nothing', async () => {
    const etag = 'W/"strange, but theirs"';
    const modified = 'Tue, 03 Nov 2026 10:00:00 GMT';
    server.route('/feed', (request, response) => {
      if (
        request.headers['if-none-match'] === etag &&
        request.headers['if-modified-since'] === modified
      ) {
        response.writeHead(304).end();
        return;
      }
      response
        .writeHead(200, { etag, 'last-modified': modified, 'content-type': 'text/xml' })
        .end(rss('Ada', [{ title: 'One', link: 'https://ada.example/1', date: recent(9) }]));
    });
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    await laptop.look(ada);
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'unchanged', etag }]);
    const [first] = server.requests;
    expect(first?.headers).toMatchObject({ 'user-agent': expect.stringContaining('Rapport') });
    expect(first?.headers).not.toHaveProperty('cookie');
    expect(first?.headers).not.toHaveProperty('referer');
  });

  test('a busy server is left alone for as long as it says', async () => {
    server.route('/feed', (_request, response) => {
      response.writeHead(429, { 'retry-after': '7200' }).end();
    });
    server.route('/reset', (_request, response) => {
      response
        .writeHead(429, { 'x-ratelimit-reset': new Date(Date.now() + 3 * hour).toISOString() })
        .end();
    });
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    const bob = await laptop.follow('Bob', [`${server.origin}/reset`]);
    await laptop.look();
    const [busy] = await laptop.states(ada);
    expect(busy).toMatchObject({ outcome: 'busy', detail: '429', failures: 1 });
    expect(busy?.nextAt ?? 0).toBeGreaterThanOrEqual((busy?.lookedAt ?? 0) + 2 * hour);
    const [reset] = await laptop.states(bob);
    expect((reset?.nextAt ?? 0) - Date.now()).toBeGreaterThan(2.9 * hour);
  });

  test('what fails for days is asked ever more seldom, and once a week after two weeks', async () => {
    const ada = await laptop.follow('Ada', [`${server.origin}/nothing`]);
    const waits: number[] = [];
    for (let times = 0; times < 12; times++) {
      await laptop.look(ada);
      const [state] = await laptop.states(ada);
      waits.push((state?.nextAt ?? 0) - (state?.lookedAt ?? 0));
      laptop.ahead(2 * 24 * hour);
    }
    expect(waits[0]).toBe(hour / 2);
    expect(waits[1]).toBe(hour);
    expect(waits[6]).toBe(24 * hour);
    expect(waits.at(-1)).toBe(7 * 24 * hour);
    expect(await laptop.states(ada)).toMatchObject([{ outcome: 'missing', failures: 12 }]);
  });

  test('a feed that says it is gone is not asked again', async () => {
    server.route('/feed', (_request, response) => {
      response.writeHead(410).end();
    });
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    const [state] = await laptop.states(ada);
    expect(state?.outcome).toBe('gone');
    expect(state?.nextAt).toBeUndefined();
  });

  test('a feed that has moved for good is followed after the third time it says so', async () => {
    server.route('/old', (_request, response) => {
      response.writeHead(301, { location: '/new' }).end();
    });
    server.route(
      '/new',
      rss('Ada', [{ title: 'One', link: 'https://ada.example/1', date: recent(9) }]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/old`]);
    for (let times = 0; times < 2; times++) await laptop.look(ada);
    const urlOf = async () =>
      (await laptop.store.get('people', [ada])).get(ada)?.sets['feeds']?.[0]?.value;
    expect(await urlOf()).toBe(`${server.origin}/old`);
    await laptop.look(ada);
    expect(await urlOf()).toBe(`${server.origin}/new`);
    await laptop.look(ada);
    expect(server.hits('/old')).toBe(3);
    expect(await laptop.posts(ada)).toHaveLength(1);
  });

  test('a person who is not listened to, and a laptop that may not fetch, ask nobody', async () => {
    server.route('/feed', rss('Ada', []));
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    const ref = { collection: 'people' as const, id: ada };
    const off = {
      type: 'edit' as const,
      changes: [{ type: 'field' as const, ref, field: 'listening', value: 'off' }],
    };
    await runCommand(laptop.store, off, laptop.context());
    await laptop.look();
    expect(server.hits()).toBe(0);
    laptop.settings.write({ feeds: 'off' });
    expect(await laptop.refresher.lookNow(undefined)).toMatchObject({
      ok: false,
      error: { code: 'feed-off' },
    });
  });

  test('posts of a private person are private, and go when the person is erased', async () => {
    server.route(
      '/feed',
      rss('Ada', [{ title: 'One', link: 'https://ada.example/1', date: recent(9) }]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`], {
      scope: 'private',
    });
    await laptop.look(ada);
    expect(await laptop.posts(ada)).toMatchObject([{ scope: 'private' }]);
    await runCommand(
      laptop.store,
      { type: 'erase', refs: [{ collection: 'people', id: ada }] },
      laptop.context(),
    );
    expect(await laptop.posts(ada)).toEqual([]);
    expect(await laptop.states(ada)).toEqual([]);
    expect(await laptop.unread(ada)).toEqual([]);
  });

  test('a word that is watched for raises an alert, a muted person none', async () => {
    laptop.settings.write({ watchWords: ['Zürich', '東京'] });
    server.route(
      '/feed',
      rss('Ada', [
        { title: 'Off to ZURICH!', link: 'https://ada.example/1', date: recent(9) },
        { title: 'Zürichs', link: 'https://ada.example/2', date: recent(9) },
        { title: '今日は東京です', link: 'https://ada.example/3', date: recent(9) },
      ]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    const key = 'kind:alert';
    const ids = (await laptop.store.byKeys('local', [key])).get(key) ?? [];
    const alerts = [...(await laptop.store.get('local', ids)).values()];
    expect(new Set(alerts.map(({ fields }) => fields['word']))).toEqual(
      new Set(['Zürich', '東京']),
    );
  });

  test('a name that changed in a profile is proposed, not made', async () => {
    const named = (name: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><author><name>${name}</name></author></feed>`;
    server.route('/feed', (_request, response) => {
      response.writeHead(200).end(named('Ada Byron'));
    });
    const ada = await laptop.follow('Ada Byron', [`${server.origin}/feed`]);
    await laptop.look(ada);
    server.route('/feed', (_request, response) => {
      response.writeHead(200).end(named('Ada Lovelace'));
    });
    await laptop.look(ada);
    await laptop.look(ada);
    const ids = (await laptop.store.byKeys('work', [ada])).get(ada) ?? [];
    const docs = [...(await laptop.store.get('work', ids)).values()];
    expect(
      docs.filter(({ kind }) => kind === 'proposal').map(({ fields }) => fields),
    ).toMatchObject([{ what: 'name', from: 'Ada Byron', to: 'Ada Lovelace', state: 'open' }]);
    expect((await laptop.store.get('people', [ada])).get(ada)?.name).toBe('Ada Byron');
  });

  test('a job that changed in a Mastodon profile is proposed, looked up once a day', async () => {
    server.route('/@ada.rss', rss('Ada Byron', []));
    let job = 'Poet';
    server.route('/api/v1/accounts/lookup', (_request, response) => {
      const fields = [{ name: 'Job', value: `<p>${job}</p>` }];
      response.end(JSON.stringify({ display_name: 'Ada Byron', fields }));
    });
    const ada = await laptop.follow('Ada Byron', [`${server.origin}/@ada.rss`], {
      network: 'mastodon',
    });
    await laptop.look(ada);
    job = 'Engineer';
    await laptop.look(ada);
    expect(server.hits('/api/v1/accounts/lookup?acct=ada')).toBe(1);
    laptop.ahead(24 * hour);
    await laptop.look(ada);
    const ids = (await laptop.store.byKeys('work', [ada])).get(ada) ?? [];
    const docs = [...(await laptop.store.get('work', ids)).values()];
    expect(
      docs.filter(({ kind }) => kind === 'proposal').map(({ fields }) => fields),
    ).toMatchObject([{ what: 'job', from: 'Poet', to: 'Engineer' }]);
  });

  test('posts are dropped when they are older than the owner keeps them, and long past ones are no news', async () => {
    const day = 24 * 60;
    server.route(
      '/feed',
      rss('Ada', [
        { title: 'Old', link: 'https://ada.example/1', date: recent(40 * day) },
        { title: 'New', link: 'https://ada.example/2', date: recent(20 * day) },
      ]),
    );
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    expect(await laptop.unread(ada)).toEqual([]);
    expect(await dropOldPosts(laptop.store, 0, laptop.now())).toEqual({ ok: true, value: 0 });
    expect(await dropOldPosts(laptop.store, 30, laptop.now())).toEqual({ ok: true, value: 1 });
    laptop.settings.write({ keepPostsDays: 30 });
    await laptop.look(ada);
    expect((await laptop.posts(ada)).map(({ name }) => name)).toEqual(['New']);
  });

  test('feed lists come in and go out as OPML', () => {
    const written = writeOpml([
      { name: 'Ada & Co', feeds: [{ url: 'https://ada.example/feed', title: 'Ada <3' }] },
    ]);
    expect(readOpml(written)).toEqual({
      ok: true,
      value: [{ url: 'https://ada.example/feed', title: 'Ada <3', folder: 'Ada & Co' }],
    });
    expect(readOpml('<html></html>')).toMatchObject({ ok: false });
  });
});
