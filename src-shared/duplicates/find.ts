// Looks through a whole base: blocks, then pairs, then clusters. A generator, so that
// whoever runs it can do something else in between.

import { blockKeys, hash33, isNameKey, largestBlock } from './blocks.ts';
import { frequencyOf } from './frequency.ts';
import { type Score, scoreOf } from './score.ts';
import type { Traits } from './traits.ts';

export type Pair = { a: string; b: string } & Score;

export type Found = {
  pairs: Pair[];
  /** Keys that too many share to be compared by. */
  passedOver: string[];
};

/** Yields the part that is done, from 0 to 1, every few hundred records. */
export function* findPairs(all: readonly Traits[]): Generator<number, Found> {
  const frequency = frequencyOf(all);
  yield 0;
  const index = yield* indexOf(all);
  const seen = new Set<number>();
  const found: Found = { pairs: [], passedOver: [] };
  let compared = 0;
  for (let from = 0, to = 0; from < index.length; from = to) {
    const owners: number[] = [];
    const hash = hashAt(index, from);
    for (to = from; to < index.length && hashAt(index, to) === hash; to++)
      owners.push((index[to] ?? 0) % mostRecords);
    if (owners.length < 2) continue;
    const key = keyOf(all[owners[0] ?? 0], hash);
    if (owners.length > largestBlock(key)) {
      if (!isNameKey(key)) found.passedOver.push(key);
      continue;
    }
    for (const [at, x] of owners.entries())
      for (let other = at + 1; other < owners.length; other++) {
        const y = owners[other] ?? 0;
        const [a, b] = [all[x], all[y]];
        const pair = x * mostRecords + y;
        if (a === undefined || b === undefined || a.kind !== b.kind || seen.has(pair)) continue;
        seen.add(pair);
        const score = scoreOf(a, b, frequency);
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
function* indexOf(all: readonly Traits[]): Generator<number, Float64Array> {
  const numbers: number[] = [];
  for (const [at, traits] of all.slice(0, mostRecords).entries()) {
    for (const key of blockKeys(traits)) numbers.push(hash33(key) * mostRecords + at);
    if (at % 200 === 0) yield (0.3 * at) / all.length;
  }
  return Float64Array.from(numbers).sort();
}

const keyOf = (traits: Traits | undefined, hash: number): string =>
  traits === undefined ? '' : (blockKeys(traits).find((key) => hash33(key) === hash) ?? '');
