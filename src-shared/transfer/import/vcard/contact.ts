// Where a person is reached and what belongs to them: addresses, dates, relations, tags.

import { addOnce, addValue } from '../entry/add-value.ts';
import { makeItem } from '../entry/incoming.ts';
import type { CardProperty } from './card.ts';
import { cardUid } from './card-uid.ts';
import type { CardContext, Handler } from './context.ts';
import { isPreferred, labelOf } from './labels.ts';

export const value =
  (set: string, strip = /^$/): Handler =>
  (property, context) => {
    const { incoming, parse } = context;
    const before = incoming.sets[set]?.length ?? 0;
    addValue(
      incoming,
      set,
      makeItem((property.values[0] ?? '').replace(strip, ''), labelOf(property, context)),
      parse,
      'ymd',
    );
    const items = incoming.sets[set];
    if (isPreferred(property) && items !== undefined && items.length > before && before > 0)
      items.unshift(...items.splice(before));
  };

export const address: Handler = (property, context) => {
  const more: { [part: string]: string } = {};
  for (const [at, part] of [
    'poBox',
    'extended',
    'street',
    'city',
    'region',
    'postalCode',
    'country',
  ].entries())
    more[part] = property.values[at] ?? '';
  addValue(
    context.incoming,
    'addresses',
    makeItem(property.params.get('label') ?? '', labelOf(property, context), more),
    context.parse,
    'ymd',
  );
};

/** 1604 is Apple's "no year"; times and zones are left out. */
export const dateText = ({ values, params }: CardProperty): string => {
  const text = values[0]?.trim() ?? '';
  const omitted =
    params.get('x-apple-omit-year') ?? (text.startsWith('1604-') ? '1604' : undefined);
  return omitted !== undefined && text.startsWith(`${omitted}-`) ? `--${text.slice(5, 10)}` : text;
};

export const dated =
  (label: string): Handler =>
  (property, context) =>
    addValue(
      context.incoming,
      'dates',
      makeItem(dateText(property), context.labelByGroup.get(property.group) ?? label),
      context.parse,
      'ymd',
    );

/** Another card of the file is named by its UID; one that is elsewhere keeps it. */
export const relation: Handler = (property, context) => {
  const text = property.values[0]?.trim() ?? '';
  const isUid = /^urn:uuid:/i.test(text);
  const name = isUid ? context.nameOf(cardUid(text)) : text;
  const item = makeItem(name ?? text, labelOf(property, context));
  if (text !== '') addOnce(context.incoming, name === undefined ? 'custom' : 'relations', item);
};

/** Who acts for somebody: a whole card, on one line (RFC 2426 3.5.4). */
export const agent: Handler = ({ values }, { incoming }) => {
  const text = values.join(', ');
  const [, full] = /(?:^|\n)FN[^:\n]*:([^\n]+)/i.exec(text) ?? [];
  const [, family = '', given = ''] = /(?:^|\n)N[^:\n]*:([^;\n]*);?([^;\n]*)/i.exec(text) ?? [];
  const name = (full ?? `${given} ${family}`).trim();
  const shown = name === '' && !text.includes('\n') ? text.trim() : name;
  if (shown !== '') addOnce(incoming, 'relations', makeItem(shown, 'agent'));
};

/** An address as it is printed (RFC 2426 3.2.2), where it is not given in parts. */
export function addLabels(properties: readonly CardProperty[], context: CardContext): void {
  const given = new Set(
    properties.filter(({ name }) => name === 'adr').map((one) => labelOf(one, context)),
  );
  for (const one of properties) {
    const label = labelOf(one, context);
    if (one.name !== 'label' || given.has(label)) continue;
    const item = makeItem(one.values.join(', ').trim(), label);
    if (item.value !== '') addValue(context.incoming, 'addresses', item, context.parse, 'ymd');
  }
}

export const tags: Handler = ({ values }, { incoming }) => {
  for (const tag of values) if (tag.trim() !== '') addOnce(incoming, 'tags', makeItem(tag.trim()));
};
