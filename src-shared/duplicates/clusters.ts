// Records that hang together by pairs: one card to decide about, with its weakest link.

import type { Pair } from './find.ts';

export type Cluster = {
  ids: string[];
  pairs: Pair[];
  /** The sum of bits of the weakest pair that holds it together. */
  weakest: number;
};

/** More than so many are shown in pieces. */
const largestCluster = 10;

/** The surest pairs that hold these together, no more than it takes; of pairs by falling bits. */
export function linksAmong<P extends { a: string; b: string; bits: number }>(
  pairs: readonly P[],
  ids: readonly string[],
): P[] {
  const groupOf = new Map(ids.map((id) => [id, id]));
  const links: P[] = [];
  for (const pair of pairs.toSorted((x, y) => y.bits - x.bits)) {
    const [a, b] = [groupOf.get(pair.a), groupOf.get(pair.b)];
    if (a === undefined || b === undefined || a === b) continue;
    links.push(pair);
    for (const [id, group] of groupOf) if (group === b) groupOf.set(id, a);
  }
  return links;
}

/** The surest first. `pairs` by falling bits; of `areTwo` no two come into one cluster. */
export function clustersOf(
  pairs: readonly Pair[],
  areTwo: (a: string, b: string) => boolean = () => false,
): Cluster[] {
  const clusterOf = new Map<string, Cluster>();
  for (const pair of pairs) {
    if (pair.a === pair.b) continue;
    const [a, b] = [clusterOf.get(pair.a), clusterOf.get(pair.b)];
    if (a !== undefined && a === b) {
      a.pairs.push(pair);
      continue;
    }
    const [left, right] = [a?.ids ?? [pair.a], b?.ids ?? [pair.b]];
    const ids = [...left, ...right];
    // What would grow too large is left to be decided after the surer ones.
    if (ids.length > largestCluster) continue;
    if (left.some((one) => right.some((other) => areTwo(one, other)))) continue;
    const joined: Cluster = {
      ids,
      pairs: [...(a?.pairs ?? []), ...(b?.pairs ?? []), pair],
      weakest: pair.bits,
    };
    for (const id of ids) clusterOf.set(id, joined);
  }
  return [...new Set(clusterOf.values())].sort((a, b) => b.weakest - a.weakest);
}
