// One value of a set, normalised as that set wants it, into an incoming person. What is
// not understood is kept as a custom value and said.

import { person } from '../../../domain/person.ts';
import { addItem, addRemark, type Incoming, type IncomingItem, makeItem } from './incoming.ts';
import { addressLine, parseEmail } from '../../../values/text.ts';
import type { Phone } from '../../../values/phone.ts';
import { type DateOrder, parseDate } from '../../../values/date.ts';

export type ValueReader = { phone(text: string): Phone };

const knownLabels = new Set([
  'work',
  'home',
  'mobile',
  'other',
  'main',
  'fax',
  'pager',
  'school',
  'work fax',
  'home fax',
  'profile',
  'blog',
  'anniversary',
  'spouse',
  'child',
  'manager',
  'assistant',
  'partner',
  'friend',
  'parent',
  'mother',
  'father',
  'brother',
  'sister',
]);
const labelByAlias = new Map([
  ['cell', 'mobile'],
  ['workfax', 'work fax'],
  ['homefax', 'home fax'],
  ['homepage', 'homepage'],
  ['business', 'work'],
]);

/** Well-known labels in our spelling, free ones as they are. */
export function cleanLabel(label: string): string {
  const trimmed = label.trim();
  if (trimmed === '') return '';
  const lower = trimmed.toLowerCase();
  return labelByAlias.get(lower) ?? (knownLabels.has(lower) ? lower : trimmed.slice(0, 200));
}

export function addValue(
  incoming: Incoming,
  set: string,
  item: IncomingItem,
  reader: ValueReader,
  order: DateOrder,
): void {
  const value = item.value.trim();
  if (set === 'addresses') return addAddress(incoming, item);
  if (value === '') return;
  if (set === 'emails') return addEmail(incoming, value, item);
  if (set === 'phones') return addPhone(incoming, value, item, reader);
  if (set === 'dates') return addDate(incoming, value, item, order);
  addOnce(incoming, set, { ...item, value });
}

function addEmail(incoming: Incoming, value: string, item: IncomingItem): void {
  const email = parseEmail(value);
  if (email !== undefined) return addOnce(incoming, 'emails', { ...item, value: email });
  const several = value.split(/\s*[,;\n]\s*/);
  const parsed = several.map(parseEmail).filter((one) => one !== undefined);
  if (several.length > 1 && parsed.length === several.length) {
    for (const one of parsed) addOnce(incoming, 'emails', { ...item, value: one });
    return;
  }
  addOnce(incoming, 'custom', makeItem(value, item.label ?? 'email'));
  addRemark(incoming, 'email-not-understood');
}

function addPhone(
  incoming: Incoming,
  value: string,
  item: IncomingItem,
  reader: ValueReader,
): void {
  const { value: number, more, isUnderstood } = reader.phone(value);
  if (!/\d/.test(number)) {
    addOnce(incoming, 'custom', makeItem(value, item.label ?? 'phone'));
    return addRemark(incoming, 'phone-not-understood');
  }
  if (!isUnderstood) addRemark(incoming, 'phone-not-understood');
  addOnce(incoming, 'phones', makeItem(number, item.label, more));
}

function addDate(incoming: Incoming, value: string, item: IncomingItem, order: DateOrder): void {
  const date = parseDate(value, order);
  if (date === '') return;
  if (date !== undefined)
    return addOnce(
      incoming,
      'dates',
      makeItem(date, item.label, date === value ? undefined : { raw: value }),
    );
  addOnce(incoming, 'custom', makeItem(value, item.label ?? 'date'));
  addRemark(incoming, 'date-not-understood');
}

function addAddress(incoming: Incoming, item: IncomingItem): void {
  const more: { [part: string]: string } = {};
  for (const [part, text] of Object.entries(item.more ?? {}))
    if (text.trim() !== '') more[part] = text.trim();
  const formatted = item.value.replace(/\s*\n\s*/g, ', ').trim();
  const hasParts = Object.keys(more).length > 0;
  const line = hasParts ? addressLine(more) : formatted;
  if (line !== '')
    addOnce(incoming, 'addresses', makeItem(line, item.label, hasParts ? more : undefined));
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
