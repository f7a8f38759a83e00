// One laptop's fetch serves the team: posts travel like records, one device looks after a
// feed at a time, and what is private stays where it is.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { Exchange } from '../../../src-shared/sync/exchange.ts';
import { type FeedServer, rss, startFeedServer } from '../../support/feeds/server.ts';
import { exchangeOf, joinAll } from '../../support/network/host-net.ts';
import { type Listener, openListener } from '../../support/listener.ts';

const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toUTCString();
const hour = 3_600_000;

describe('a team that listens', () => {
  let server: FeedServer;
  let laptops: Listener[];
  let exchanges: Exchange[];
  let linked: number;

  beforeEach(async () => {
    linked = 0;
    server = await startFeedServer();
    server.route(
      '/feed',
      rss('Ada', [{ title: 'One', link: 'https://ada.example/1', date: minutesAgo(9) }]),
    );
    laptops = await Promise.all([0, 1].map(() => openListener({ teammates: () => linked })));
    exchanges = laptops.map((laptop, at) =>
      exchangeOf(`laptop-${at}`, laptop.store, laptop.context),
    );
  });
  afterEach(async () => {
    for (const exchange of exchanges) exchange.close();
    for (const laptop of laptops) await laptop.close();
    await server.close();
  });

  const join = (): void => {
    linked = 1;
    joinAll(exchanges.map((exchange, at) => ({ name: `laptop-${at}`, exchange })));
  };
  const pair = (): [Listener, Listener] => laptops as [Listener, Listener];

  test('a laptop that never asks the server reads what the other fetched', async () => {
    const [online, offline] = pair();
    offline.settings.write({ feeds: 'off' });
    const ada = await online.follow('Ada', [`${server.origin}/feed`]);
    await online.look(ada);
    join();
    await expect
      .poll(async () => (await offline.posts(ada)).map(({ name }) => name), { timeout: 20_000 })
      .toEqual(['One']);
    expect(await offline.unread(ada)).toHaveLength(1);
    expect(await offline.states(ada)).toMatchObject([
      { outcome: 'ok', lookedBy: online.settings.device.id },
    ]);
    expect(server.hits()).toBe(1);
  });

  test('private people’s posts never leave, and go along when the person is shared', async () => {
    const [mine, theirs] = pair();
    const ada = await mine.follow('Ada', [`${server.origin}/feed`], { scope: 'private' });
    const bob = await mine.follow('Bob', [`${server.origin}/feed`]);
    await mine.look();
    join();
    await expect.poll(async () => (await theirs.posts(bob)).length, { timeout: 20_000 }).toBe(1);
    expect(await theirs.posts(ada)).toEqual([]);
    expect(await theirs.states(ada)).toEqual([]);
    await runCommand(mine.store, { type: 'share', people: [ada] }, mine.context());
    await expect.poll(async () => (await theirs.posts(ada)).length, { timeout: 20_000 }).toBe(1);
  });

  test('while one device looks after a feed the other lets it; when it is away the other takes over', async () => {
    const [first, second] = pair();
    const ada = await first.follow('Ada', [`${server.origin}/feed`]);
    await first.look(ada);
    join();
    await expect.poll(async () => (await second.posts(ada)).length, { timeout: 20_000 }).toBe(1);
    const [state] = await second.states(ada);
    expect(state?.holder).toBe(first.settings.device.id);
    expect(state?.until ?? 0).toBeGreaterThan(state?.nextAt ?? 0);

    // Time for the next look, which is the first one's to do.
    first.settings.write({ feeds: 'off' });
    second.ahead((state?.nextAt ?? 0) - second.now() + 1_000);
    await second.refresher.scan();
    await second.idle();
    expect(server.hits()).toBe(1);
    // It does not: some time later the second one looks.
    second.ahead((state?.until ?? 0) - second.now() + 1_000);
    await second.refresher.scan();
    await expect.poll(() => server.hits(), { timeout: 20_000 }).toBe(2);
    await second.idle();
    expect(await second.states(ada)).toMatchObject([{ holder: second.settings.device.id }]);
  });

  test('two that want to look at the same moment agree on one', async () => {
    const [first, second] = pair();
    const ada = await first.follow('Ada', [`${server.origin}/feed`]);
    join();
    await expect
      .poll(async () => (await second.store.get('people', [ada])).size, { timeout: 20_000 })
      .toBe(1);
    await first.refresher.scan();
    await second.refresher.scan();
    await expect.poll(async () => (await second.posts(ada)).length, { timeout: 20_000 }).toBe(1);
    await first.idle();
    await second.idle();
    expect(server.hits()).toBe(1);
    expect((await first.posts(ada)).map(({ id }) => id)).toEqual(
      (await second.posts(ada)).map(({ id }) => id),
    );
  });

  test('both fetched while apart: the same posts, once; an erased person’s posts stay away', async () => {
    const [first, second] = pair();
    const ada = await first.follow('Ada', [`${server.origin}/feed`]);
    join();
    await expect
      .poll(async () => (await second.store.get('people', [ada])).size, { timeout: 20_000 })
      .toBe(1);
    linked = 0;
    await first.look(ada);
    // The other may have begun to look by itself: that one still brings the old words.
    await second.idle();
    server.route(
      '/feed',
      rss('Ada', [
        {
          title: 'One',
          link: 'https://ada.example/1',
          html: 'Now with words',
          date: minutesAgo(9),
        },
      ]),
    );
    second.ahead(2 * hour);
    await second.look(ada);
    const words = async (laptop: Listener) => (await laptop.posts(ada)).map(({ note }) => note);
    await expect.poll(() => words(first), { timeout: 20_000 }).toEqual(['Now with words']);
    await expect.poll(() => words(second), { timeout: 20_000 }).toEqual(['Now with words']);
    expect((await first.posts(ada))[0]?.fields['earlier']).toHaveLength(1);

    const erase = { type: 'erase' as const, refs: [{ collection: 'people' as const, id: ada }] };
    await runCommand(second.store, erase, second.context());
    await expect.poll(() => first.posts(ada), { timeout: 20_000 }).toEqual([]);
    expect(await second.posts(ada)).toEqual([]);
  });
});
