// What an operator of a view asks, as a test made of single questions. The family of an
// operator is in its name; the type of the field decides how a day is compared.

import { foldItem, foldText } from '../domain/fold.ts';
import type { JsonValue } from '../domain/record.ts';
import type { Operator } from '../fields/operators.ts';
import { addTo, type DaySpan, startOfDay } from './calendar.ts';
import { type Now, readDistance, readPoint, readSpan } from './date-words.ts';
import { type Hop, type Place, typeOf } from './places.ts';
import { amountOf, type Predicate, type Sign, windowsOf } from './predicates.ts';

export type Test =
  | { is: 'all' | 'any'; tests: Test[] }
  | { is: 'not'; test: Test }
  /** Whether one of the values there does. */
  | { is: 'value'; place: Place; predicate: Predicate }
  /** Whether something stands there that the field cannot hold. */
  | { is: 'misfit'; place: Place }
  /** Whether one of the linked records does. */
  | { is: 'linked'; hop: Hop; test: Test };

export const not = (test: Test): Test => ({ is: 'not', test });

/** Undefined where the argument is not one this operator takes. */
export function testOf(place: Place, op: Operator, arg: JsonValue, when: Now): Test | undefined {
  const some = (predicate: Predicate | undefined): Test | undefined =>
    predicate === undefined ? undefined : { is: 'value', place, predicate };
  const none = (predicate: Predicate | undefined): Test | undefined => {
    const test = some(predicate);
    return test === undefined ? undefined : not(test);
  };
  switch (op) {
    case 'isEmpty':
      return none({ is: 'any' });
    case 'isNotEmpty':
      return some({ is: 'any' });
    case 'is':
      return some(textPredicate('equals', arg));
    case 'isNot':
      return none(textPredicate('equals', arg));
    case 'contains':
      return some(textPredicate('contains', arg));
    case 'containsNot':
      return none(textPredicate('contains', arg));
    case 'startsWith':
      return some(textPredicate('starts', arg));
    case 'equals':
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return some(numberPredicate(signByOperator[op], arg));
    case 'notEquals':
      return none(numberPredicate('=', arg));
    case 'isYes':
      return some({ is: 'yes', value: true });
    case 'isNo':
      return none({ is: 'yes', value: true });
    case 'isAnyOf':
    case 'hasAnyOf':
      return some(listPredicate(place, arg));
    case 'isNoneOf':
    case 'hasNoneOf':
      return none(listPredicate(place, arg));
    case 'hasAllOf':
      return hasEach(place, arg);
    case 'isExactly':
      return isExactly(place, arg);
    case 'doesNotFit':
      return { is: 'misfit', place };
    case 'anniversaryWithin': {
      const span = spanOrDays(arg, when);
      return some(span && { is: 'anniversary', windows: windowsOf(span), zone: when.zone });
    }
    case 'notOn':
    case 'notWithin':
      return none(rangePredicate(place, rangeOf(op, arg, when), when));
    default:
      return some(rangePredicate(place, rangeOf(op, arg, when), when));
  }
}

function textPredicate(
  how: Extract<Predicate, { is: 'text' }>['how'],
  arg: JsonValue,
): Predicate | undefined {
  return typeof arg === 'string' ? { is: 'text', how, text: foldText(arg) } : undefined;
}

const signByOperator = {
  equals: '=',
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
} as const;

/** A number, decimal text, or an amount of one currency. */
function numberPredicate(sign: Sign, arg: JsonValue): Predicate | undefined {
  const isAmount = typeof arg === 'object' && arg !== null && !Array.isArray(arg);
  const written = isAmount ? arg['amount'] : arg;
  const currency = isAmount ? arg['currency'] : undefined;
  if (typeof written !== 'number' && typeof written !== 'string') return undefined;
  const than = typeof written === 'string' && written.trim() === '' ? NaN : amountOf(written);
  if (!Number.isFinite(than)) return undefined;
  if (currency !== undefined && typeof currency !== 'string') return undefined;
  return { is: 'number', sign, than, currency };
}

function listOf(arg: JsonValue): string[] | undefined {
  const list = Array.isArray(arg) ? arg : [arg];
  return list.every((one) => typeof one === 'string') ? list : undefined;
}

/** Items of a set are the same as the set says: tags whatever their capitals. */
export const isFolding = (place: Place): boolean =>
  place.at === 'set' && place.set.keyOf({ value: 'A' }) === 'a';

function listPredicate(place: Place, arg: JsonValue): Predicate | undefined {
  const isFolded = isFolding(place);
  const values = listOf(arg)?.map((one) => (isFolded ? foldItem(one) : one));
  return values && { is: 'in', values: [...new Set(values)], isFolded };
}

function hasEach(place: Place, arg: JsonValue): Test | undefined {
  const tests = listOf(arg)?.map((one): Test | undefined => {
    const predicate = listPredicate(place, one);
    return predicate && { is: 'value', place, predicate };
  });
  return tests && { is: 'all', tests: tests.filter((test) => test !== undefined) };
}

/** Each of these, and nothing else. */
function isExactly(place: Place, arg: JsonValue): Test | undefined {
  const each = hasEach(place, arg);
  const wanted = listPredicate(place, arg);
  if (each === undefined || wanted?.is !== 'in') return undefined;
  const other: Predicate = { ...wanted, is: 'notIn' };
  return { is: 'all', tests: [each, not({ is: 'value', place, predicate: other })] };
}

const spanOrDays = (arg: JsonValue, when: Now): DaySpan | undefined => {
  const span = readSpan(arg, when);
  if (span !== undefined) return span;
  const to = readDistance(arg, 1, when);
  return to === undefined ? undefined : { from: readPoint('today', when) ?? to, to };
};

type Range = { from?: string | undefined; to?: string | undefined };

function rangeOf(op: Operator, arg: JsonValue, when: Now): Range | undefined {
  if (op === 'within' || op === 'notWithin') return readSpan(arg, when);
  if (op === 'moreThanAgo' || op === 'moreThanAhead') {
    const isAgo = op === 'moreThanAgo';
    const edge = readDistance(arg, isAgo ? -1 : 1, when);
    if (edge === undefined) return undefined;
    return isAgo ? { to: addTo(edge, -1, 'day') } : { from: addTo(edge, 1, 'day') };
  }
  const day = readPoint(arg, when);
  if (day === undefined) return undefined;
  switch (op) {
    case 'on':
    case 'notOn':
      return { from: day, to: day };
    case 'before':
      return { to: addTo(day, -1, 'day') };
    case 'onOrBefore':
      return { to: day };
    case 'after':
      return { from: addTo(day, 1, 'day') };
    case 'onOrAfter':
      return { from: day };
    default:
      return undefined;
  }
}

/** Points in time are compared with when those days begin and end where the reader is. */
function rangePredicate(
  place: Place,
  range: Range | undefined,
  { zone }: Now,
): Predicate | undefined {
  if (range === undefined) return undefined;
  const { from, to } = range;
  if (typeOf(place) !== 'time') return { is: 'days', from, to };
  return {
    is: 'times',
    from: from === undefined ? undefined : startOfDay(from, zone),
    before: to === undefined ? undefined : startOfDay(addTo(to, 1, 'day'), zone),
  };
}
