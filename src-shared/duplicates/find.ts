// Looks through a whole base: blocks, then pairs, then clusters. A generator, so that
// whoever runs it can do something else in between.

import { hash33, largestBlock } from './blocks.ts';
import type { Measure, Score } from './measure.ts';

export type Pair = { a: string; b: string } & Score;

export type Found = {
  pairs: Pair[];
  /** Keys that too many share to be compared by. */
  passedOver: string[];
};

type Compared = { id: string; kind: string };

/** Yields the part that is done, from 0 to 1, every few hundred records. */
export function* findPairs<T extends Compared>(
  all: readonly T[],
  measureOf: (all: readonly T[]) => Measure<T>,
): Generator<number, Found> {
  const { keysOf, isNameKey, score: compare } = measureOf(all);
  yield 0;
  const index = yield* indexOf(all, keysOf);
  const seen = new Set<number>();
  const found: Found = { pairs: [], passedOver: [] };
  let compared = 0;
  const keyOf = (one: T | undefined, hash: number): string =>
    one === undefined ? '' : (keysOf(one).find((key) => hash33(key) === hash) ?? '');
  for (let from = 0, to = 0; from < index.length; from = to) {
    const owners: number[] = [];
    const hash = hashAt(index, from);
    for (to = from; to < index.length && hashAt(index, to) === hash; to++) {
      const owner = (index[to] ?? 0) % mostRecords;
      // A record may have the same key by two of its values.
      if (owners.at(-1) !== owner) owners.push(owner);
    }
    if (owners.length < 2) continue;
    const key = keyOf(all[owners[0] ?? 0], hash);
    if (owners.length > largestBlock(isNameKey(key))) {
      if (!isNameKey(key)) found.passedOver.push(key);
      continue;
    }
    for (const [at, x] of owners.entries())
      for (let other = at + 1; other < owners.length; other++) {
        const y = owners[other] ?? 0;
        const [a, b] = [all[x], all[y]];
        const pair = x * mostRecords + y;
        if (
          a === undefined ||
          b === undefined ||
          a.id === b.id ||
          a.kind !== b.kind ||
          seen.has(pair)
        )
          continue;
        seen.add(pair);
        const score = compare(a, b);
        if (score.band !== undefined) found.pairs.push({ a: a.id, b: b.id, ...score });
        if (++compared % 200 === 0) yield 0.3 + (0.7 * from) / index.length;
      }
  }
  found.pairs.sort((a, b) => b.bits - a.bits);
  return found;
}

/** A key's hash and whose it is share one number: it is sorted without a comparison of ours. */
const mostRecords = 2 ** 20;
const hashAt = (index: Float64Array, at: number): number =>
  Math.floor((index[at] ?? 0) / mostRecords);

/** Sorted, owners of one key in their order. */
function* indexOf<T>(
  all: readonly T[],
  keysOf: (one: T) => string[],
): Generator<number, Float64Array> {
  const numbers: number[] = [];
  for (const [at, one] of all.slice(0, mostRecords).entries()) {
    for (const key of keysOf(one)) numbers.push(hash33(key) * mostRecords + at);
    if (at % 200 === 0) yield (0.3 * at) / all.length;
  }
  return Float64Array.from(numbers).sort();
}
