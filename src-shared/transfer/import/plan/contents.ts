// What the rows of a plan bring. Only the first rows' contents are kept, as long as they are
// needed: the others are read from the file again when they are asked for.

import type { Incoming } from '../entry/incoming.ts';
import { joinIncoming } from '../match/diff.ts';
import type { Place, Reread } from '../place.ts';
import { createColumn } from './column.ts';

/** How many rows' contents are kept: about 1 KB each; reading one again takes 20 µs. */
export const usuallyKept = 10_000;

export type Contents = {
  keep(row: number, incoming: Incoming, place: Place): void;
  /** With what later rows of the same person have filled in. */
  of(row: number): Incoming | undefined;
  /** Without that. */
  ownOf(row: number): Incoming | undefined;
  /** The row takes over what it lacks of a later one. */
  join(row: number, later: number): void;
  /** What is asked for after this is read again. */
  letGo(row: number): void;
};

export function createContents(reread: Reread, mostKept: number): Contents {
  const kept = new Map<number, Incoming>();
  const [lines, begins, ends] = [createColumn(), createColumn(), createColumn()];
  const joined = new Map<number, number[]>();
  const ownOf = (row: number): Incoming | undefined => {
    const end = ends.get(row);
    return end === 0 ? undefined : reread({ line: lines.get(row), at: begins.get(row), end });
  };
  const of = (row: number): Incoming | undefined => {
    const there = kept.get(row);
    if (there !== undefined) return there;
    const incoming = ownOf(row);
    if (incoming === undefined) return undefined;
    for (const later of joined.get(row) ?? []) {
      const more = of(later);
      if (more !== undefined) joinIncoming(incoming, more);
    }
    return incoming;
  };
  return {
    keep(row, incoming, { line, at, end }) {
      if (row < mostKept) kept.set(row, incoming);
      lines.set(row, line);
      begins.set(row, at);
      ends.set(row, end);
    },
    of,
    ownOf,
    join(row, later) {
      const others = joined.get(row);
      if (others === undefined) joined.set(row, [later]);
      else others.push(later);
      const first = kept.get(row);
      const more = first === undefined ? undefined : of(later);
      if (first !== undefined && more !== undefined) joinIncoming(first, more);
    },
    letGo: (row) => void kept.delete(row),
  };
}
