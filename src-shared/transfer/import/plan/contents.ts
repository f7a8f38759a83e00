// What the rows of a plan bring. Of a large file only the first rows' contents are kept:
// those of the others are read from the file again when they are asked for.

import type { Incoming } from '../entry/incoming.ts';
import { joinIncoming } from '../match/diff.ts';
import type { Place, Reread } from '../place.ts';

/** How many rows' contents are kept: about 1 KB each; reading one again takes 20 µs. */
export const usuallyKept = 60_000;

export type Contents = {
  keep(row: number, incoming: Incoming, place: Place): void;
  /** With what later rows of the same person have filled in. */
  of(row: number): Incoming | undefined;
  /** The row takes over what it lacks of a later one. */
  join(row: number, later: number): void;
};

export function createContents(reread: Reread, mostKept: number): Contents {
  const kept: (Incoming | undefined)[] = [];
  const places: (Place | undefined)[] = [];
  const joined = new Map<number, number[]>();
  const of = (row: number): Incoming | undefined => {
    const there = kept[row];
    if (there !== undefined) return there;
    const place = places[row];
    if (place === undefined) return undefined;
    const incoming = reread(place);
    for (const later of joined.get(row) ?? []) {
      const more = of(later);
      if (more !== undefined) joinIncoming(incoming, more);
    }
    return incoming;
  };
  return {
    keep(row, incoming, place) {
      if (row < mostKept) kept[row] = incoming;
      else places[row] = place;
    },
    of,
    join(row, later) {
      const [first, more] = [kept[row], of(later)];
      if (first !== undefined && more !== undefined) joinIncoming(first, more);
      else if (first === undefined) joined.set(row, [...(joined.get(row) ?? []), later]);
    },
  };
}
