// Places in a store's writes, compared and joined.

import type { RecordStore } from '../store/record-store.ts';
import { firstCollections, type SharedCollection, sharedCollections } from './item.ts';
import type { Cursor, Message } from './messages.ts';

/** A teammate that has read further than we have written has read another history of ours. */
export async function notBeyond(store: RecordStore, at: Cursor): Promise<Cursor> {
  for (const collection of sharedCollections) {
    if ((at[collection] ?? 0) > (await store.sequence(collection))) return {};
  }
  return at;
}

export const isSame = (a: Cursor, b: Cursor): boolean =>
  sharedCollections.every((collection) => (a[collection] ?? 0) === (b[collection] ?? 0));

export const isAhead = (a: Cursor, b: Cursor): boolean =>
  sharedCollections.some((collection) => (a[collection] ?? 0) > (b[collection] ?? 0));

export function furthest(a: Cursor, b: Cursor): Cursor {
  const at: Cursor = {};
  for (const collection of sharedCollections)
    at[collection] = Math.max(a[collection] ?? 0, b[collection] ?? 0);
  return at;
}

/** Only numbers to skip: announced now and then, so that a new start need not read them again. */
const farAhead = 2_000;
export const isFarAhead = (at: Cursor, from: Cursor): boolean =>
  sharedCollections.some(
    (collection) => (at[collection] ?? 0) - (from[collection] ?? 0) >= farAhead,
  );

/** A place as a version reads it that knows the first collections only, and what is left of it. */
export function splitPlace(at: Cursor): { at: Cursor; later: Cursor } {
  const later: Cursor = { ...at };
  for (const collection of firstCollections) delete later[collection];
  return { at: within(at, firstCollections), later };
}

/** Without what the other side does not know: it would not understand the whole message. */
export function toldTo(shares: readonly SharedCollection[], message: Message): Message {
  switch (message.t) {
    case 'batch':
      return { ...message, from: within(message.from, shares), at: within(message.at, shares) };
    case 'ack':
      return { ...message, at: within(message.at, shares) };
    case 'sums':
      return { ...message, sums: within(message.sums, shares) };
    default:
      return message;
  }
}

type Named<T> = { [C in SharedCollection]?: T };

function within<T>(named: Named<T>, collections: readonly SharedCollection[]): Named<T> {
  const kept: Named<T> = {};
  for (const collection of collections) {
    const value = named[collection];
    if (value !== undefined) kept[collection] = value;
  }
  return kept;
}
