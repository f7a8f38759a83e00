// Places in a store's writes, compared and joined.

import type { RecordStore } from '../store/record-store.ts';
import { sharedCollections } from './item.ts';
import type { Cursor } from './messages.ts';

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
