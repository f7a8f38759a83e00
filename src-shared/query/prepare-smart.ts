// Conditions on smart buckets: whoever is in one is whom it asks for, so what it asks for stands in
// the place of the condition. A circle, and what is too much to follow, has nobody in it.

import type { JsonValue } from '../domain/record.ts';
import type { Now } from './date-words.ts';
import type { Mark } from './marks.ts';
import type { Place } from './places.ts';
import { not, type Test, testOf } from './questions.ts';
import type { SmartBuckets } from './smart.ts';
import type { ViewCondition, ViewNode } from './view.ts';

/** `over`: the smart buckets that led here. */
export type Where = { at: string; over: readonly string[] };

/** Buckets that ask for buckets, each several: so many are followed. */
const mostUnfolded = 300;

const nobody: Test = { is: 'any', tests: [] };
const everybody: Test = { is: 'all', tests: [] };

const isNotFollowed = ({ why }: Mark): boolean => why !== 'retired-field' && why !== 'circular';

const idsOf = (arg: JsonValue): string[] => [arg].flat().filter((id) => typeof id === 'string');

export const namesSmart = (
  place: Place,
  { arg = null }: ViewCondition,
  smart: SmartBuckets | undefined,
): boolean =>
  place.at === 'set' &&
  place.name === 'buckets' &&
  idsOf(arg).some((id) => smart?.has(id) === true);

type Context = Now & { smart?: SmartBuckets };

/** For one view. `marks` is added to; `prepareNode` makes a test of what a bucket asks for. */
export function smartTests(
  context: Context,
  marks: Mark[],
  prepareNode: (node: ViewNode, where: Where) => Test | undefined,
): (condition: ViewCondition, place: Place, where: Where) => Test | undefined {
  let unfolded = 0;
  /** Those of a bucket within another: it has nobody in it, the other goes by the rest. */
  const settled = new Set<Mark>();
  return ({ field, op, arg = null }, place, { at, over }) => {
    const mark = (why: Mark['why']): void => {
      if (!marks.some((one) => one.at === at && one.why === why)) marks.push({ at, field, why });
    };
    const isIn = (id: string): Test => {
      const conditions = context.smart?.get(id);
      if (conditions === undefined) return testOf(place, 'hasAnyOf', [id], context) ?? nobody;
      unfolded += 1;
      const isRound = over.includes(id) || unfolded > mostUnfolded;
      if (conditions !== null && !isRound) {
        const before = marks.length;
        const test = prepareNode(conditions, { at, over: [...over, id] }) ?? everybody;
        // Left out, a condition would let everybody in who fits the others.
        const own = marks.slice(before).filter((one) => !settled.has(one));
        for (const one of own) settled.add(one);
        return own.some(isNotFollowed) ? nobody : test;
      }
      mark(isRound ? 'circular' : 'bad-argument');
      for (const one of marks) if (one.at === at) settled.add(one);
      return nobody;
    };
    const tests = idsOf(arg).map(isIn);
    switch (op) {
      case 'hasAnyOf':
        return { is: 'any', tests };
      case 'hasAllOf':
        return { is: 'all', tests };
      case 'hasNoneOf':
        return not({ is: 'any', tests });
      default:
        // Exactly these: nobody carries a smart bucket.
        mark('bad-argument');
        return undefined;
    }
  };
}
