// One value of a set, parsed as that set wants it, into an incoming person. What is not
// understood becomes a custom value, and a remark says so; a number that cannot be dialled
// stays a phone number.

import { person } from '../../../domain/person.ts';
import { addItem, addRemark, type Incoming, type IncomingItem, makeItem } from './incoming.ts';
import type { DateOrder } from '../../../values/date.ts';
import { labelOfField } from '../../../values/labels.ts';
import type { ItemParser } from '../../../values/parse-item.ts';

/** `order` is of a date's day and month. */
export function addValue(
  incoming: Incoming,
  set: string,
  item: IncomingItem,
  parse: ItemParser,
  order: DateOrder,
): void {
  for (const { value, more, problem } of parse(set, item, order)) {
    const isKeptApart =
      problem !== undefined && !(problem === 'phone-not-understood' && /\d/.test(value));
    if (isKeptApart) addOnce(incoming, 'custom', makeItem(value, item.label ?? labelOfField(set)));
    else addOnce(incoming, set, makeItem(value, item.label, more));
    if (problem !== undefined) addRemark(incoming, problem);
  }
}

/** A value that is already there is not added again. */
export function addOnce(incoming: Incoming, set: string, item: IncomingItem): void {
  const items = incoming.sets[set];
  const keyOf = person.setKeys[set];
  if (items !== undefined && keyOf !== undefined && keysIn(items, keyOf).has(keyOf(item))) return;
  addItem(incoming, set, item);
}

type KeyOf = (item: IncomingItem) => string;

/** A cell may hold a hundred thousand: what was looked at is not looked at again for each. */
const known = new WeakMap<IncomingItem[], { count: number; keys: Set<string> }>();

function keysIn(items: IncomingItem[], keyOf: KeyOf): ReadonlySet<string> {
  if (items.length < few) return new Set(items.map(keyOf));
  const seen = known.get(items) ?? { count: 0, keys: new Set() };
  for (; seen.count < items.length; seen.count += 1) {
    const item = items[seen.count];
    if (item !== undefined) seen.keys.add(keyOf(item));
  }
  known.set(items, seen);
  return seen.keys;
}

const few = 20;
