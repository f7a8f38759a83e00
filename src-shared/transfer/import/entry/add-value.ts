// One value of a set, parsed as that set wants it, into an incoming person. What is not
// understood becomes a custom value, and a remark says so; a number that cannot be dialled
// stays a phone number.

import { person } from '../../../domain/person.ts';
import { addItem, addRemark, type Incoming, type IncomingItem, makeItem } from './incoming.ts';
import type { DateOrder } from '../../../values/date.ts';
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
    const isKeptApart = problem !== undefined && !(set === 'phones' && /\d/.test(value));
    if (isKeptApart)
      addOnce(incoming, 'custom', makeItem(value, item.label ?? set.replace(/s$/, '')));
    else addOnce(incoming, set, makeItem(value, item.label, more));
    if (problem !== undefined) addRemark(incoming, problem);
  }
}

/** A value that is already there is not added again. */
export function addOnce(incoming: Incoming, set: string, item: IncomingItem): void {
  const items = incoming.sets[set];
  const keyOf = person.setKeys[set];
  if (items !== undefined && keyOf !== undefined) {
    const key = keyOf(item);
    if (items.some((other) => keyOf(other) === key)) return;
  }
  addItem(incoming, set, item);
}
