// Where a person is reached and what belongs to them: addresses, dates, relations, tags.

import { addOnce, addValue } from '../entry/add-value.ts';
import { makeItem } from '../entry/incoming.ts';
import type { CardProperty } from './card.ts';
import type { Handler } from './context.ts';
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

export const relation: Handler = (property, context) => {
  const text = property.values[0]?.trim() ?? '';
  if (text !== '' && !/^urn:uuid:/i.test(text))
    addOnce(context.incoming, 'relations', makeItem(text, labelOf(property, context)));
};

export const tags: Handler = ({ values }, { incoming }) => {
  for (const tag of values) if (tag.trim() !== '') addOnce(incoming, 'tags', makeItem(tag.trim()));
};
