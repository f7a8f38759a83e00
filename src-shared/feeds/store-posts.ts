// Puts what a feed brought into the book. An item is recognised by its marks; its words
// are rewritten only when they differ.

import type { JsonValue, RecordDoc, RecordId } from '../domain/record.ts';
import type { RecordRow } from '../domain/kind.ts';
import { mergeableOf, mergedKey } from '../domain/merging.ts';
import { versionsOf, withVersions } from '../domain/post.ts';
import { type CommandContext, kindsOf } from '../records/context.ts';
import { docOf, makeRecord } from '../records/content.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { FeedItem, ParsedFeed } from './feed.ts';
import { postedAt } from './feed-date.ts';
import { type FeedMemory, shownIn, turnoversAfter } from './feed-memory.ts';
import { markerFor } from './post-marks.ts';
import { plainText } from './rich-text.ts';
import type { Subscription } from './subscription.ts';

export type StoredPosts = { added: number; changed: number; memory: FeedMemory };

/** `owner` is the live record; posts are private where it is. `before`: kept of the last look. */
export function storePosts(
  tx: RecordTx,
  owner: RecordDoc,
  subscription: Subscription,
  feed: ParsedFeed,
  fetchedAt: number,
  context: CommandContext,
  before: FeedMemory = {},
): StoredPosts {
  const owners = new Set([owner.id as string, ...mergedInto(tx, owner)]);
  const items = feed.items.filter(
    (item) => item.link !== '' || item.title !== '' || item.text.length > 0,
  );
  const marksOf = markerFor(items, subscription, context);
  const marks = items.map(marksOf);
  const idsByMark = tx.byKeys('posts', [...new Set(marks.flat())]);
  const known = tx.get('posts', [...new Set([...idsByMark.values()].flat())]);
  const fresh = new Map<string, RecordDoc>();
  const changed = new Map<string, RecordDoc>();
  const madeByMark = new Map<string, string>();
  const shownBefore = shownIn(before);
  let again = 0;
  for (const [at, item] of items.entries()) {
    const own = marks[at] ?? [];
    const made = own.map((mark) => madeByMark.get(mark)).find((id) => id !== undefined);
    if (made !== undefined) continue;
    const match = own
      .flatMap((mark) => idsByMark.get(mark) ?? [])
      .map((id) => known.get(id))
      .find((doc) => doc !== undefined && isOf(doc, owners));
    const isDropped =
      match === undefined &&
      item.published === undefined &&
      own.some((mark) => shownBefore.has(mark));
    if (match !== undefined || isDropped) again += 1;
    if (isDropped) continue;
    const next = makePost(owner, subscription, feed, item, own, fetchedAt, context);
    for (const mark of own) madeByMark.set(mark, next.id);
    if (match === undefined) fresh.set(next.id, next);
    else if (match.fields['words'] !== next.fields['words'])
      changed.set(match.id, rewritten(match, next, context));
  }
  tx.put('posts', [...fresh.values(), ...changed.values()]);
  context.arrived?.(tx, 'posts', [...fresh.values()]);
  const shown = items.flatMap(({ published }, at) =>
    published === undefined ? (marks[at] ?? []) : [],
  );
  const turnovers = turnoversAfter(before, { added: fresh.size, known: again });
  return { added: fresh.size, changed: changed.size, memory: { shown, turnovers } };
}

const isOf = (doc: RecordDoc, owners: ReadonlySet<string>): boolean => {
  const { owner } = doc.fields;
  return typeof owner === 'string' && owners.has(owner);
};

const mergedInto = (tx: RecordTx, keeper: RecordDoc): string[] => {
  const key = mergedKey(keeper.id);
  return tx.byKeys(mergeableOf(keeper), [key]).get(key) ?? [];
};

function makePost(
  owner: RecordDoc,
  subscription: Subscription,
  feed: ParsedFeed,
  item: FeedItem,
  marks: string[],
  fetchedAt: number,
  context: CommandContext,
): RecordDoc {
  const words = plainText(item.text);
  const record = makeRecord(
    {
      id: context.hash(`post ${owner.id} ${marks[0] ?? ''}`) as RecordId,
      kind: 'post',
      scope: owner.scope,
      fields: {
        owner: owner.id,
        feed: subscription.url,
        network: subscription.network,
        link: item.link,
        title: item.title,
        author: item.author,
        when: postedAt(item.published, fetchedAt),
        text: item.text as unknown as JsonValue,
        media: item.media as unknown as JsonValue,
        language: feed.language,
        seenAt: fetchedAt,
        words: context.hash(`${item.title}\n${words}`),
        marks,
      },
      note: words,
    },
    { ...context, source: { type: 'feed', feed: subscription.url } },
  );
  return record;
}

/** The old words stand behind the new ones. */
function rewritten(known: RecordDoc, next: RecordDoc, context: CommandContext): RecordDoc {
  const others = versionsOf(known).filter(({ words }) => words !== next.fields['words']);
  const row: RecordRow = withVersions(known, [...others, ...versionsOf(next)]);
  const fields = Object.fromEntries(
    Object.entries(row.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const { kind, scope, createdAt, origin } = known;
  return docOf(
    known.id,
    { kind, scope, createdAt, origin },
    { fields, sets: {}, note: row.note },
    { stamps: {}, conflicts: [] },
    kindsOf(context),
  );
}
