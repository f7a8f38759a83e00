// From one record to the next within the list it was opened from. Which list that is and which
// row of it stays with the entry of the history: Back leads to the list, not to whoever was
// looked at in between, and the list is found again at whoever was looked at last.

import { useEffect, useState } from 'react';

import { type Around, type ListOf, useAround } from '../data/use-around.ts';
import { entry, keepInEntry, keptInEntry } from './entry.ts';
import { go, pathNow, stepTo } from './router.ts';

export type Walk = {
  list: ListOf;
  /** The row one is at. */
  at: number;
  /** The page of whoever stands in a row, without the id. */
  pages: '/people' | '/groups';
  /** The path of the list, and what it is called. */
  path: string;
  name: string;
  /** By which its grid is known (`of`), and in which of the grid's rows the first one stands. */
  of: string;
  base?: number;
  /** Somebody went on from the row that was opened. */
  isUnderWay?: boolean;
};

/** What a list says of itself when it opens somebody. */
export type Opened = Omit<Walk, 'at' | 'path'>;

const name = 'walk';
/** The row that the list is found at when one is back. */
let reached: { of: string; row: number } | undefined;
/** Which button is to have the focus on the next page. */
let focused: 'next' | 'previous' | undefined;

export function openInList(id: string, at: number, opened: Opened): void {
  reached = undefined;
  go(`${opened.pages}/${id}`, { [name]: { ...opened, at, path: pathNow() } satisfies Walk });
}

/** The list that this page was opened from, where it was. */
export function walkHere(): Walk | undefined {
  const kept = keptInEntry(name) as Partial<Walk> | undefined;
  return kept?.list !== undefined && typeof kept.at === 'number' ? (kept as Walk) : undefined;
}

export type InList = {
  /** From 1; undefined where the record is no part of the list any more. */
  place: number | undefined;
  count: number;
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
};

/** Undefined while it is on the way, and for a page that no list led to. */
export function useInList(id: string): InList | undefined {
  const [walk] = useState(walkHere);
  const around = useAround(walk?.list, walk?.at ?? 0);
  const found = walk === undefined || around === undefined ? undefined : findIn(around, walk, id);
  const here = found?.here;
  useEffect(() => {
    if (walk === undefined) return;
    const { of, at, base = 0, isUnderWay = false } = walk;
    if (here !== undefined && here !== at) keepInEntry(name, { ...walk, at: here });
    if (isUnderWay) noteReached({ of, row: base + (here ?? at) });
  }, [walk, here]);
  if (walk === undefined || around === undefined || found === undefined) return undefined;
  const step = (row: Row | undefined): (() => void) | undefined =>
    row === undefined
      ? undefined
      : () => {
          const kept = { [name]: { ...walk, at: row.at, isUnderWay: true } satisfies Walk };
          stepTo(`${walk.pages}/${row.id}`, { from: entry().from ?? '', kept });
        };
  return {
    place: here === undefined ? undefined : here + 1,
    count: around.count,
    next: step(found.next),
    previous: step(found.previous),
  };
}

type Row = { at: number; id: string };

/**
 * Where somebody stands now, and who next to them. Whoever is no part of the list any more stood
 * before the one who has come up to their row.
 */
function findIn(
  { first, ids }: Around,
  { at }: Walk,
  id: string,
): { here: number | undefined; next: Row | undefined; previous: Row | undefined } {
  const some = ids.indexOf(id);
  const here = ids[at - first] === id ? at : some === -1 ? undefined : first + some;
  /** Who stands in several rows is passed by. */
  const from = (start: number, step: 1 | -1): Row | undefined => {
    for (let row = start; ; row += step) {
      const one = ids[row - first];
      if (one === undefined) return undefined;
      if (one !== id) return { at: row, id: one };
    }
  };
  return {
    here,
    next: from(here === undefined ? at : here + 1, 1),
    previous: from((here ?? at) - 1, -1),
  };
}

/** The row of a list that was reached from a page it led to; the list says when it has it. */
export const rowReached = (of: string): number | undefined =>
  reached?.of === of ? reached.row : undefined;

const noteReached = (row: NonNullable<typeof reached>): void => {
  reached = row;
};

export function forgetReached(): void {
  reached = undefined;
}

/** The button that was pressed is there again on the next page. */
export function keepFocusOn(button: 'next' | 'previous' | undefined): void {
  focused = button;
}
export const hasFocus = (button: 'next' | 'previous'): boolean => focused === button;
