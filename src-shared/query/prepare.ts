// A view made ready to run: references found, words for days read, and what this
// version cannot do left out and named (it is kept in the view and comes back when it
// can be done again).

import type { Kinds } from '../domain/kinds.ts';
import { isKnownOperator, type Operator } from '../fields/operators.ts';
import type { Now } from './date-words.ts';
import type { Mark } from './marks.ts';
import { operatorsOf, type Place, type Reference, resolveReference } from './places.ts';
import { namesSmart, smartTests, type Where } from './prepare-smart.ts';
import type { SmartBuckets } from './smart.ts';
import { not, type Test, testOf } from './questions.ts';
import { type SameAs, sameAs } from './same-as.ts';
import {
  type GroupBy,
  groupOf,
  isCondition,
  type LinkedOf,
  type View,
  type ViewCollection,
  type ViewCondition,
  type ViewNode,
} from './view.ts';

export type PreparedSort = Reference & { isDown: boolean };
export type PreparedGroup = Reference & { by: GroupBy | SameAs };

export type PreparedView = {
  of: ViewCollection;
  test: Test;
  sorts: PreparedSort[];
  groups: PreparedGroup[];
  marks: Mark[];
};

export type QueryContext = Now & {
  kinds: Kinds;
  /** Left out: all buckets hold whom they were given. */
  smart?: SmartBuckets;
};

export function prepareView(view: View, context: QueryContext): PreparedView {
  const marks: Mark[] = [];
  const find = (at: string, field: string): Reference | undefined => {
    const found = resolveReference(context.kinds, view.of, field);
    if (found === undefined) marks.push({ at, field, why: 'unknown-field' });
    return found;
  };
  // Who is in a smart bucket stays in it when a field is put away: what was filled in is kept.
  const findFor = (at: string, field: string): Reference | undefined => {
    if (resolveReference(context.kinds, view.of, field) !== undefined) return find(at, field);
    const retired = resolveReference(context.kinds, view.of, field, { withRetired: true });
    if (retired === undefined) return find(at, field);
    marks.push({ at, field, why: 'retired-field' });
    return retired;
  };
  const prepareCondition = (condition: ViewCondition, { at, over }: Where): Test | undefined => {
    const { field, op, arg = null, of = 'any' } = condition;
    const found = over.length === 0 ? find(at, field) : findFor(at, field);
    if (found === undefined) return undefined;
    if (!isOperator(found.place, op)) {
      marks.push({
        at,
        field,
        why: isRetyped(found.place, op) ? 'other-type' : 'unknown-operator',
      });
      return undefined;
    }
    const test = testOf(found.place, op, arg, context);
    if (found.hop === undefined && namesSmart(found.place, condition, context.smart))
      return ofSmart(condition, found.place, { at, over });
    if (test === undefined) {
      marks.push({ at, field, why: isRetyped(found.place, op) ? 'other-type' : 'bad-argument' });
      return undefined;
    }
    return found.hop === undefined ? test : overLinks({ is: 'linked', hop: found.hop, test }, of);
  };
  const prepareNode = (one: ViewNode, where: Where): Test | undefined => {
    if (isCondition(one)) return prepareCondition(one, where);
    const [how, children] = groupOf(one);
    const tests = children
      .map((child, index) => prepareNode(child, { ...where, at: `${where.at}.${how}.${index}` }))
      .filter((test) => test !== undefined);
    if (tests.length === 0) return undefined;
    if (how === 'all') return { is: 'all', tests };
    return how === 'any' ? { is: 'any', tests } : not({ is: 'any', tests });
  };
  const ofSmart = smartTests(context, marks, prepareNode);
  return {
    of: view.of,
    test: prepareNode(view.conditions, { at: 'conditions', over: [] }) ?? { is: 'all', tests: [] },
    sorts: view.sorts.flatMap(({ field, order }, index): PreparedSort[] => {
      const found = find(`sorts.${index}`, field);
      return found === undefined ? [] : [{ ...found, isDown: order === 'desc' }];
    }),
    groups: view.groupBy.flatMap(({ field, by }, index): PreparedGroup[] => {
      const found = find(`groupBy.${index}`, field);
      return found === undefined ? [] : [{ ...found, by: by ?? sameAs(found.place) }];
    }),
    marks,
  };
}

const isOperator = (place: Place, op: string): op is Operator =>
  operatorsOf(place).some((known) => known === op);

const isRetyped = (place: Place, op: string): boolean =>
  place.at === 'field' && place.field.own !== undefined && isKnownOperator(op);

/** "All of them" asks for at least one: nobody without a role has only good ones. */
function overLinks(linked: Extract<Test, { is: 'linked' }>, of: LinkedOf): Test {
  if (of === 'any') return linked;
  if (of === 'none') return not(linked);
  const any: Test = { ...linked, test: { is: 'all', tests: [] } };
  return { is: 'all', tests: [any, not({ ...linked, test: not(linked.test) })] };
}
