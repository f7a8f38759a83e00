// Reads what one teammate has still to get, in the order of writing, in batches.

import type { RecordStore } from '../store/record-store.ts';
import {
  isTooLong,
  type Item,
  lengthOf,
  type Portion,
  type SharedCollection,
  sharedCollections,
  toItem,
} from './item.ts';
import type { Cursor } from './messages.ts';
import { coveredAbove, isInRanges, type Range } from './ranges.ts';

export type Outgoing = {
  items: Item[];
  at: Cursor;
  left: number;
  /** How many were left out because nobody would take them. */
  tooLong: number;
};
export type PortionOf = (collection: SharedCollection, sequence: number) => Portion;
export type RangesBy = Map<SharedCollection, Range[]>;

/**
 * So many that a receiving window reads its book again now and then, instead of hearing of
 * each record while a newcomer gets everything.
 */
const mostItems = 6_000;
export const mostText = 6_000_000;

/**
 * What was written after `from`, without what is private and what the teammate sent
 * itself (`known`). `portionOf` says how much of each, `shares` which collections it knows. `at` is where the next batch begins; `left` counts rows beyond it.
 */
export async function readOutgoing(
  store: RecordStore,
  from: Cursor,
  known: RangesBy,
  portionOf: PortionOf = () => 'whole',
  shares: readonly SharedCollection[] = sharedCollections,
): Promise<Outgoing> {
  const items: Item[] = [];
  const at: Cursor = { ...from };
  let text = 0;
  let tooLong = 0;
  let left = 0;
  for (const collection of shares) {
    const ranges = known.get(collection) ?? [];
    const isFull = (): boolean => items.length >= mostItems || text >= mostText;
    const end = await store.sequence(collection);
    while (!isFull()) {
      const room = mostItems - items.length;
      const written = await store.since(collection, at[collection] ?? 0, room);
      for (const { doc, sequence } of written) {
        at[collection] = sequence;
        if (isInRanges(ranges, sequence)) continue;
        const item = toItem(collection, doc, portionOf(collection, sequence));
        if (item === undefined) continue;
        if (isTooLong(item)) {
          tooLong += 1;
          continue;
        }
        items.push(item);
        text += lengthOf(item);
        if (isFull()) break;
      }
      if (written.length < room) {
        // Numbers of what was written again since belong to nobody.
        if (!isFull()) at[collection] = Math.max(at[collection] ?? 0, end);
        break;
      }
    }
    const here = at[collection] ?? 0;
    left += Math.max(0, end - here - coveredAbove(ranges, here));
  }
  return { items, at, left, tooLong };
}

/** Rows beyond a place, as `left` of a batch counts them. */
export async function countOutgoing(
  store: RecordStore,
  from: Cursor,
  known: RangesBy = new Map(),
  shares: readonly SharedCollection[] = sharedCollections,
): Promise<number> {
  let left = 0;
  for (const collection of shares) {
    const here = from[collection] ?? 0;
    const end = await store.sequence(collection);
    left += Math.max(0, end - here - coveredAbove(known.get(collection) ?? [], here));
  }
  return left;
}
