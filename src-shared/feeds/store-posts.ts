// Puts what a feed brought into the book. The same item is known again by its link, by
// the feed's own name for it or by its words, whichever the feed keeps; its words are
// written anew only when they differ.

import type { JsonValue, RecordDoc, RecordId } from '../domain/record.ts';
import type { RecordRow } from '../domain/kind.ts';
import { versionsOf, withVersions } from '../domain/post.ts';
import { type CommandContext, kindsOf } from '../records/context.ts';
import { docOf, makeRecord } from '../records/content.ts';
import type { RecordTx } from '../store/record-store.ts';
import { canonicalLink } from './address.ts';
import type { FeedItem, ParsedFeed } from './feed.ts';
import { postedAt } from './feed-date.ts';
import { plainText } from './rich-text.ts';
import type { Subscription } from './subscription.ts';

export type StoredPosts = { added: number; changed: number };

/** `owner` is the live record; posts are private where it is. */
export function storePosts(
  tx: RecordTx,
  owner: RecordDoc,
  subscription: Subscription,
  feed: ParsedFeed,
  fetchedAt: number,
  context: CommandContext,
): StoredPosts {
  const owners = new Set([owner.id as string, ...mergedInto(tx, owner.id)]);
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
  for (const [at, item] of items.entries()) {
    const own = marks[at] ?? [];
    const made = own.map((mark) => madeByMark.get(mark)).find((id) => id !== undefined);
    if (made !== undefined) continue;
    const match = own
      .flatMap((mark) => idsByMark.get(mark) ?? [])
      .map((id) => known.get(id))
      .find((doc) => doc !== undefined && isOf(doc, owners));
    const next = makePost(owner, subscription, feed, item, own, fetchedAt, context);
    for (const mark of own) madeByMark.set(mark, next.id);
    if (match === undefined) fresh.set(next.id, next);
    else if (match.fields['words'] !== next.fields['words'])
      changed.set(match.id, rewritten(match, next, context));
  }
  tx.put('posts', [...fresh.values(), ...changed.values()]);
  context.arrived?.(tx, 'posts', [...fresh.values()]);
  return { added: fresh.size, changed: changed.size };
}

const isOf = (doc: RecordDoc, owners: ReadonlySet<string>): boolean => {
  const { owner } = doc.fields;
  return typeof owner === 'string' && owners.has(owner);
};

const mergedInto = (tx: RecordTx, id: string): string[] =>
  tx.byKeys('people', [`merged:${id}`]).get(`merged:${id}`) ?? [];

/** Marks by which an item is known again, the surest first. At least one. */
function markerFor(
  items: readonly FeedItem[],
  { owner, item: feed }: Subscription,
  context: CommandContext,
): (item: FeedItem) => string[] {
  // A link or a name that several items share (the home page, say) tells none of them.
  const links = countOf(items.map(({ link }) => canonicalLink(link)));
  const guids = countOf(items.map(({ guid }) => guid));
  const hash = (text: string): string => context.hash(text);
  const texts = countOf(items.map(wordsIn));
  return (item) => {
    const link = canonicalLink(item.link);
    const hasLink = link !== '' && links.get(link) === 1;
    const hasGuid = item.guid !== '' && guids.get(item.guid) === 1;
    // Some feeds give every item another name, or another link, each time they are asked.
    const words = wordsIn(item);
    const hasWords = (item.published !== undefined || !hasLink) && texts.get(words) === 1;
    return [
      ...(hasLink ? [`link:${hash(link)}`] : []),
      ...(hasGuid ? [`guid:${hash(`${owner} ${feed} ${item.guid}`)}`] : []),
      ...(hasWords || !(hasLink || hasGuid) ? [`words:${hash(`${owner} ${feed} ${words}`)}`] : []),
    ];
  };
}

const wordsIn = ({ title, published, text }: FeedItem): string =>
  [title, published ?? '', plainText(text)].join('\n');

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

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
