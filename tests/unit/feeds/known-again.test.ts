// Items of a feed that were there before, whatever the feed calls them by now.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { dropOldPosts } from '../../../src-shared/feeds/drop-old.ts';
import { answer } from '../../support/feeds/faults.ts';
import { type Entry, type FeedServer, rss, startFeedServer } from '../../support/feeds/server.ts';
import { type Listener, openListener } from '../../support/listener.ts';

const day = 24 * 3_600_000;
const began = Date.now();

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

const shows = (entries: readonly Entry[]): void => server.route('/feed', rss('Ada', entries));
const namesOf = async (ada: string) => (await laptop.posts(ada)).map(({ name }) => name);
const manyOf = (count: number, entry: (at: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, at) => entry(at));

describe('an item that was there before', () => {
  test('is known by its title and date where name, link and words are new each time', async () => {
    const items = (turn: number): Entry[] =>
      manyOf(5, (at) => ({
        title: `Item ${at % 2}`,
        guid: `${turn}-${at}`,
        link: `https://ada.example/?item=${at}&session=${turn}`,
        html: `Read ${turn} times`,
        date: new Date(began - at * day).toUTCString(),
      }));
    shows(items(0));
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    const first = await laptop.posts(ada);
    shows(items(1));
    await laptop.look(ada);
    const second = await laptop.posts(ada);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(second.map(({ note }) => note)).toEqual(Array(5).fill('Read 1 times'));
  });

  test('is another one where only the title is the same', async () => {
    const weekly = (week: number): Entry => ({
      title: 'Links of the week',
      guid: `week-${week}`,
      html: `Links ${week}`,
      date: new Date(began - week * 7 * day).toUTCString(),
    });
    shows([weekly(1)]);
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    shows([weekly(0)]);
    await laptop.look(ada);
    expect((await laptop.posts(ada)).map(({ note }) => note)).toEqual(['Links 0', 'Links 1']);
  });
});

describe('a feed that shows nothing twice', () => {
  const turnsOf = 14;

  test('adds posts without end, of which the newest thousand stay', async () => {
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    for (let turn = 0; turn < turnsOf; turn++) {
      shows(manyOf(100, (at) => ({ title: `Turn ${turn} item ${at}`, guid: `${turn}-${at}` })));
      await laptop.look(ada);
    }
    expect(await dropOldPosts(laptop.store, 0, laptop.now())).toEqual({ ok: true, value: 400 });
    const names = await namesOf(ada);
    expect(names).toHaveLength(1_000);
    expect(new Set(names.map((name) => name.split(' ')[1]))).toEqual(
      new Set(Array.from({ length: 10 }, (_, at) => String(turnsOf - 1 - at))),
    );
    const kept = new Set((await laptop.posts(ada)).map(({ id }) => id as string));
    expect((await laptop.unread(ada)).filter((id) => !kept.has(id))).toEqual([]);
  });

  test('is kept whole where one post in a hundred was there before', async () => {
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    for (let turn = 0; turn < turnsOf; turn++) {
      shows(
        manyOf(101, (at) => ({ title: `Post ${turn * 100 + at}`, guid: `${turn * 100 + at}` })),
      );
      await laptop.look(ada);
    }
    expect(await dropOldPosts(laptop.store, 0, laptop.now())).toEqual({ ok: true, value: 0 });
    expect(await namesOf(ada)).toHaveLength(turnsOf * 100 + 1);
  });
});

describe('an item without a date that was dropped for its age', () => {
  const undated = (from: number, to: number): Entry[] =>
    manyOf(to - from, (at) => ({
      title: `Item ${from + at}`,
      link: `https://ada.example/${from + at}`,
      html: 'Words',
    }));
  const dropped = async (): Promise<string> => {
    laptop.settings.write({ keepPostsDays: 30 });
    shows(undated(0, 5));
    const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
    await laptop.look(ada);
    laptop.ahead(40 * day);
    expect(await dropOldPosts(laptop.store, 30, laptop.now())).toEqual({ ok: true, value: 5 });
    return ada;
  };

  test('does not come back while the feed shows it; what is new beside it comes', async () => {
    const ada = await dropped();
    await laptop.look(ada);
    await laptop.look(ada);
    expect(await namesOf(ada)).toEqual([]);
    shows(undated(3, 6));
    await laptop.look(ada);
    expect(await namesOf(ada)).toEqual(['Item 5']);
    expect(await laptop.unread(ada)).toHaveLength(1);
  });

  test('nor when the feed was unchanged, failed or moved meanwhile', async () => {
    const ada = await dropped();
    for (const status of [304, 500]) {
      server.route('/feed', answer(status));
      await laptop.look(ada);
    }
    server.route('/feed', answer(301, { location: '/new' }));
    server.route('/new', rss('Ada', undated(0, 5)));
    for (let times = 0; times < 4; times++) await laptop.look(ada);
    expect(server.requests.at(-1)?.url).toBe('/new');
    expect(server.hits('/feed')).toBe(6);
    expect(await namesOf(ada)).toEqual([]);
  });

  test('is not unread any more, nor does it hold a word that is watched for', async () => {
    laptop.settings.write({ watchWords: ['Words'] });
    const ada = await dropped();
    expect(await laptop.unread(ada)).toEqual([]);
    expect((await laptop.store.byKeys('local', ['kind:alert'])).size).toBe(0);
  });
});
