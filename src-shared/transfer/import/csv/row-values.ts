// The values of a row's sets: addresses of every kind, tags, buckets, and what else a
// person may have several of.

import { labelOfFile } from '../../../values/labels.ts';
import type { WrittenItem } from '../../../values/parse-item.ts';
import { splitList } from '../../../values/split-list.ts';
import { addValue } from '../entry/add-value.ts';
import { addItem, assumeLabel, type Incoming, makeItem } from '../entry/incoming.ts';
import type { Slot } from './row-columns.ts';
import type { ReadCell, RowSettings } from './row-settings.ts';

export function readSlot(
  incoming: Incoming,
  slot: Slot,
  read: ReadCell,
  settings: RowSettings,
): void {
  const value = read(slot.value);
  let more: { [part: string]: string } | undefined;
  for (const { part, index } of slot.parts) {
    const text = read(index);
    if (text === '') continue;
    more ??= {};
    more[part] = part in more && !settings.exact ? `${more[part]}, ${text}` : text;
  }
  if (value === '' && more === undefined) return;
  if (slot.set === 'addresses' && !settings.exact && value !== '' && more !== undefined)
    more = withStreet(more, value);
  const label = read(slot.labelAt) || slot.label;
  if (slot.set === 'buckets') {
    incoming.buckets.push({
      name: value,
      ...(more?.['id'] === undefined ? {} : { id: more['id'] }),
    });
  } else if (slot.set === 'addresses' && settings.joiner !== undefined && !settings.exact)
    for (const one of apart(makeItem(value, undefined, more), settings.joiner))
      addValues(incoming, slot, { ...one, label }, settings);
  else if (settings.exact) addItem(incoming, slot.set, makeItem(value, label, more));
  else
    addValues(incoming, slot, { value, label, ...(more === undefined ? {} : { more }) }, settings);
}

/** Beside a town of its own, what is called the address is the street, or begins with it. */
function withStreet(more: { [part: string]: string }, value: string): { [part: string]: string } {
  if (more['street'] !== undefined) return more;
  const others = Object.values(more);
  const street = splitList(value, /[\n,]/).filter(
    (part) => !others.some((other) => part.includes(other) || other.includes(part)),
  );
  return street.length === 0 ? more : { street: street.join(', '), ...more };
}

/** Several addresses in one place: each part has as many texts. */
function apart({ value, more }: WrittenItem, joiner: string): WrittenItem[] {
  const isOne = ![value, ...Object.values(more ?? {})].some((text) => text.includes(joiner));
  if (isOne) return [makeItem(value, undefined, more)];
  const values = value.split(joiner);
  const parts = Object.entries(more ?? {}).map(
    ([part, text]) => [part, text.split(joiner)] as const,
  );
  const count = Math.max(values.length, ...parts.map(([, some]) => some.length));
  return Array.from({ length: count }, (_, at) => {
    const own = parts.flatMap(([part, some]) => {
      const text = some[at]?.trim() ?? '';
      return text === '' ? [] : [[part, text] as const];
    });
    return makeItem(
      values[at]?.trim() ?? '',
      undefined,
      own.length === 0 ? undefined : Object.fromEntries(own),
    );
  }).filter((one) => one.value !== '' || one.more !== undefined);
}

/** A label `* Work` marks the value that comes first. */
function addValues(
  incoming: Incoming,
  { set, value: column, label: implied }: Slot,
  { value, label = '', more }: WrittenItem,
  settings: RowSettings,
): void {
  const isPrimary = label === '*' || label.startsWith('* ');
  const bare = isPrimary ? label.slice(2) : label;
  const shown = set === 'custom' || set === 'ids' ? bare.slice(0, 200) : labelOfFile(bare);
  const isJoined =
    settings.joiner !== undefined && set !== 'addresses' && value.includes(settings.joiner);
  const values = isJoined ? value.split(settings.joiner ?? '') : [value];
  const order = settings.orderByColumn.get(column) ?? settings.usualOrder;
  const before = incoming.sets[set]?.length ?? 0;
  for (const one of values)
    addValue(incoming, set, networkOf(set, one, shown, more), settings.parse, order);
  const items = incoming.sets[set];
  if (label === implied || label === '')
    for (const item of items?.slice(before) ?? []) assumeLabel(item);
  if (isPrimary && before > 0 && items !== undefined && items.length > before)
    items.unshift(...items.splice(before));
}

/** Handles and chats are labelled by where they are. */
function networkOf(
  set: string,
  value: string,
  label: string,
  more: { [part: string]: string } | undefined,
) {
  if (label === '' || (set !== 'handles' && set !== 'chats')) return makeItem(value, label, more);
  return makeItem(value, undefined, {
    ...more,
    [set === 'handles' ? 'network' : 'service']: label,
  });
}
