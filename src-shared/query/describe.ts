// A view in words: what its chips say, what a screen reader hears above the list, what
// the command line explains. Words for days stay words: "more than 90 days ago".

import { i18n } from '@lingui/core';
import { z } from 'zod';

import type { Kinds } from '../domain/kinds.ts';
import type { JsonValue } from '../domain/record.ts';
import { say, sayIfKnown } from '../words/say.ts';
import { codeWords, listOf, referenceWords } from './field-words.ts';
import { operatorsOf, type Place, resolveReference, typeOf } from './places.ts';
import {
  groupOf,
  isCondition,
  type View,
  type ViewCollection,
  type ViewCondition,
  type ViewNode,
} from './view.ts';

export type Describing = {
  kinds: Kinds;
  /** What a record is called that a condition points to; undefined where it is not there. */
  nameOf: (id: string) => string | undefined;
  /** Of dates and numbers, BCP 47. Left out: that of the words. */
  language?: string;
};

/** The whole view as one sentence. */
export function describeView({ of, conditions, sorts }: View, how: Describing): string {
  const parts = asking(partsOf(conditions)).map((one) => describeNode(of, one, how));
  const view = say(`query.of.${of}`, {
    count: parts.length,
    conditions: listOf(parts, 'conjunction'),
  });
  return sorts.length === 0
    ? view
    : say('query.sorted', { view, sorts: orderWords({ of, sorts }, how) });
}

export function orderWords(
  { of, sorts }: Pick<View, 'of' | 'sorts'>,
  { kinds }: Describing,
): string {
  const words = sorts.map(({ field, order }) => {
    const name = referenceWords(kinds, of, field);
    return order === 'desc' ? say('query.downwards', { field: name }) : name;
  });
  return listOf(words, 'conjunction');
}

/** Ids of the records that its conditions point to. */
export function namedIn(
  { of, conditions }: Pick<View, 'of' | 'conditions'>,
  kinds: Kinds,
): string[] {
  const idsIn = (node: ViewNode): string[] => {
    if (!isCondition(node)) return groupOf(node)[1].flatMap(idsIn);
    const place = resolveReference(kinds, of, node.field)?.place;
    const type = place === undefined ? undefined : typeOf(place);
    if (type !== 'link' && type !== 'links') return [];
    return [node.arg ?? []].flat().filter((id) => typeof id === 'string');
  };
  return [...new Set(idsIn(conditions))];
}

/** What must hold together: a chip each. */
export function partsOf(conditions: ViewNode): ViewNode[] {
  return 'all' in conditions ? conditions.all : [conditions];
}

/** Without groups that have nothing in them. */
const asking = (nodes: readonly ViewNode[]): ViewNode[] =>
  nodes.filter((node) => isCondition(node) || asking(groupOf(node)[1]).length > 0);

export function describeNode(of: ViewCollection, node: ViewNode, how: Describing): string {
  if (isCondition(node)) return conditionWords(of, node, how);
  const [kind, children] = groupOf(node);
  const words = asking(children).map((child) => describeNode(of, child, how));
  const [only] = words;
  if (kind === 'none') return say('query.none', { conditions: listOf(words, 'disjunction') });
  if (only !== undefined && words.length === 1) return only;
  const conditions = listOf(words, kind === 'any' ? 'disjunction' : 'conjunction');
  return say('query.all', { conditions });
}

function conditionWords(of: ViewCollection, condition: ViewCondition, how: Describing): string {
  const { field, op, arg = null } = condition;
  const found = resolveReference(how.kinds, of, field);
  const words = referenceWords(how.kinds, of, field);
  const isKnown = found !== undefined && operatorsOf(found.place).some((known) => known === op);
  if (!isKnown) return say('query.unknown', { field: words });
  const values = { field: words, value: argWords(found.place, arg, how) };
  const sentence =
    sayIfKnown(`query.${field}.${op}`, values) ?? sayIfKnown(`query.op.${op}`, values) ?? words;
  if (condition.of === 'all') return say('query.every', { condition: sentence });
  return condition.of === 'none' ? say('query.noneOfThem', { condition: sentence }) : sentence;
}

function argWords(place: Place, arg: JsonValue, how: Describing): string {
  const type = typeOf(place);
  if (type === 'day' || type === 'time') return dateWords(arg, how.language);
  const list = Array.isArray(arg) ? arg : [arg];
  const named = list.map((one) => valueWords(place, one, how));
  return listOf(named, 'disjunction');
}

function valueWords(place: Place, value: JsonValue, { nameOf, language }: Describing): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(language ?? i18n.locale).format(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { amount, currency } = value;
    return [amount, currency].filter((one) => typeof one === 'string').join(' ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const option = optionOf(place, text);
  if (option !== undefined) return option;
  switch (typeOf(place)) {
    case 'link':
    case 'links':
      return nameOf(text) ?? say('query.gone');
    case 'choice':
      return codeWords(text);
    case 'choices':
      return text;
    default:
      return say('query.quoted', { text });
  }
}

/** What the team calls what a field of its own offers. */
const optionOf = (place: Place, code: string): string | undefined =>
  place.at === 'field'
    ? place.field.own?.options.find((one) => one.code === code)?.label
    : undefined;

const unit = z.enum(['day', 'week', 'month', 'quarter', 'year']);

/** What is no fixed day. */
const dateArg = z.union([
  z.enum(['today', 'yesterday', 'tomorrow']).transform((word) => say(`query.${word}`)),
  /** `ago`, `ahead`, `past`, `coming` or `count` so many of the unit. */
  z
    .object({ unit })
    .catchall(z.number())
    .transform(({ unit: of, ...rest }) => {
      const [name = '', count = 0] = Object.entries(rest)[0] ?? [];
      return sayIfKnown(`query.${name === 'count' ? 'length' : name}.${of}`, { count });
    }),
  z.partialRecord(z.enum(['this', 'last', 'next']), unit).transform((around) => {
    const [name, of] = Object.entries(around)[0] ?? [];
    return sayIfKnown(`query.${name}.${of}`);
  }),
]);

/** An argument about days; something of another version is shown as it stands. */
export function dateWords(arg: JsonValue, language = i18n.locale): string {
  const read = dateArg.safeParse(arg);
  if (read.success) return read.data ?? JSON.stringify(arg);
  if (typeof arg === 'string') return dayWords(arg, language);
  const span = z.object({ from: z.string(), to: z.string() }).safeParse(arg).data;
  if (span === undefined) return JSON.stringify(arg);
  const [from, to] = [dayWords(span.from, language), dayWords(span.to, language)];
  return say('query.span', { from, to });
}

function dayWords(day: string, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
