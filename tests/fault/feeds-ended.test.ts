// A feed whose server says that it is gone for good.
import { afterEach, beforeEach, expect, test } from 'vitest';

// The catalogue that the words are read from.
import '../../src-main/say.ts';
import { stateWords } from '../../src-renderer/features/listening/feeds/feed-words.ts';
import { afterwards, answer, goodFeed } from '../support/feeds/faults.ts';
import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
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

const day = 24 * 3_600_000;
const dates = { date: (at: number) => new Date(at).toISOString().slice(0, 10), dateTime: String };

test('is not asked again, by hand or by itself, and its line says since when', async () => {
  const ada = await afterwards(laptop, server, answer(410));
  const ended = dates.date(laptop.now());
  server.route('/feed', goodFeed);
  laptop.ahead(3 * day);
  await laptop.refresher.scan();
  expect(await laptop.refresher.lookNow(ada)).toEqual({ ok: true, value: { asked: 0 } });
  await laptop.look();
  expect(server.hits()).toBe(2);
  const [state] = await laptop.states(ada);
  expect(stateWords(state, laptop.now(), dates)).toEqual({
    text: `Its owner has ended this feed; the server has said so since ${ended}. What was posted is kept.`,
    isWell: false,
  });
  expect(await laptop.posts(ada)).toHaveLength(1);
});

test('is asked again for whoever follows it from now on, and is well for all when it is back', async () => {
  const ada = await afterwards(laptop, server, answer(410));
  server.route('/feed', goodFeed);
  const bob = await laptop.follow('Bob', [`${server.origin}/feed`]);
  await laptop.look(bob);
  expect(await laptop.posts(bob)).toHaveLength(1);
  await laptop.look();
  for (const id of [ada, bob]) expect(await laptop.states(id)).toMatchObject([{ outcome: 'ok' }]);
});
