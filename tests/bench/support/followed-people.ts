// People with a feed each and the posts that came by it, straight into the book.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';
import { stateDoc } from '../../../src-shared/feeds/state.ts';
import { storePosts } from '../../../src-shared/feeds/store-posts.ts';
import { feedItem, subscriptionsOf } from '../../../src-shared/feeds/subscription.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { blogFeed } from './blog-feed.ts';
import type { BenchBook } from './book.ts';

export const day = 24 * 60 * 60 * 1000;
const atOnce = 25;

/** Nothing is due before tomorrow: only a look by hand fetches. */
export async function addFollowed(book: BenchBook, urls: readonly string[]): Promise<RecordDoc[]> {
  const { context, store } = book;
  const people = urls.map((url, at) => {
    const feeds = [feedItem({ url, network: 'web', title: '' })] as never;
    const fields = { fullName: `Writer ${String(at).padStart(4, '0')}` };
    return makeRecord({ kind: 'person', fields, sets: { feeds } }, context);
  });
  const now = context.now();
  const states = people.flatMap((person) =>
    subscriptionsOf(person).map((subscription) =>
      stateDoc(
        person,
        subscription,
        { url: subscription.url, said: 0, nextAt: now + day },
        context,
      ),
    ),
  );
  const done = await store.write((tx) => {
    tx.put('people', people);
    tx.put('work', states);
    return ok(null);
  });
  if (!done.ok) throw new Error(done.error.code);
  return people;
}

/** Spread over the last 300 days; the newest of everybody count as unread, as after a look. */
export async function addPosts(
  book: BenchBook,
  people: readonly RecordDoc[],
  each: number,
): Promise<void> {
  const now = book.context.now();
  for (let from = 0; from < people.length; from += atOnce) {
    const done = await book.store.write((tx) => {
      people.slice(from, from + atOnce).forEach((person, at) => {
        const [subscription] = subscriptionsOf(person);
        if (subscription === undefined) throw new Error('nobody follows them');
        storePosts(tx, person, subscription, postsOf(from + at, each, now), now, book.context);
      });
      return ok(null);
    });
    if (!done.ok) throw new Error(done.error.code);
  }
}

function postsOf(turn: number, posts: number, now: number): ParsedFeed {
  const { text } = blogFeed(`writer-${turn}.example`, {
    posts,
    paragraphs: 2 + (turn % 3),
    turn,
    newest: now - turn * 60_000,
    gap: (300 * day) / posts,
  });
  const read = parseFeed(new TextEncoder().encode(text), { url: 'https://any.example/' });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
