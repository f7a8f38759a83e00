// The rows of a grouped list: a head for each group, the groups within it, and as many rows
// as stand there unless it is folded. Counts are enough: who stands in a row is read when it
// comes into view.

import type { GroupCount, GroupKey } from '../../src-shared/query/answers.ts';

export type Segment = {
  /** The first row of it in the list. */
  at: number;
  keys: GroupKey[];
  count: number;
  /** A head is one row; rows are as many as there are. */
  is: 'head' | 'rows';
  isFolded: boolean;
};

export type GroupLayout = {
  segments: readonly Segment[];
  /** Of all rows, heads among them. */
  length: number;
  /** In how many places somebody stands. */
  places: number;
};

/** Under which a group is known as folded. */
export const groupName = (keys: readonly GroupKey[]): string => JSON.stringify(keys);

export function layOut(groups: readonly GroupCount[], folded: ReadonlySet<string>): GroupLayout {
  const segments: Segment[] = [];
  let at = 0;
  let places = 0;
  const put = (keys: GroupKey[], is: Segment['is'], count: number, isFolded: boolean): void => {
    segments.push({ at, keys, is, count, isFolded });
    at += is === 'head' ? 1 : count;
  };
  const walk = (list: readonly GroupCount[], outer: GroupKey[]): void => {
    for (const { key, count, inside } of list) {
      const keys = [...outer, key];
      const isFolded = folded.has(groupName(keys));
      put(keys, 'head', count, isFolded);
      if (inside === undefined) places += count;
      else if (isFolded) places += inside.reduce((sum, one) => sum + one.count, 0);
      if (isFolded) continue;
      if (inside === undefined) put(keys, 'rows', count, false);
      else walk(inside, keys);
    }
  };
  walk(groups, []);
  return { segments, length: at, places };
}

/** The part of the list that a row lies in. */
export function segmentAt({ segments, length }: GroupLayout, row: number): Segment | undefined {
  if (row < 0 || row >= length) return undefined;
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.at ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
