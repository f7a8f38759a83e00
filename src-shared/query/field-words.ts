// What a field reference of a view is called.

import { i18n } from '@lingui/core';

import type { Kinds } from '../domain/kinds.ts';
import { shownLabel } from '../fields/own.ts';
import { say, sayIfKnown } from '../words/say.ts';
import { type Hop, type Place, resolveReference, targetsOf } from './places.ts';
import type { ViewCollection } from './view.ts';

/** The reference itself where this version does not know it. */
export function referenceWords(kinds: Kinds, of: ViewCollection, reference: string): string {
  const found = resolveReference(kinds, of, reference);
  if (found === undefined)
    return ownLabel(kinds, reference) ?? sayIfKnown(`query.field.${reference}`) ?? reference;
  const { place, hop } = found;
  if (hop === undefined) return placeWords(kinds, [of], place);
  const field = placeWords(kinds, targetsOf(hop), place);
  if (hop.by === 'role') return say('query.hop.role', { field });
  if (hop.by === 'org') return say('query.hop.org', { field });
  return say('query.hop.other', { field, through: placeWords(kinds, [of], throughOf(hop)) });
}

/** The words of the field or set that a hop goes over need no more than its name. */
const throughOf = ({ by, name }: Extract<Hop, { name: string }>) => ({ at: by, name });

type Named = Pick<Place, 'at' | 'name'> & { part?: string };

function placeWords(
  kinds: Kinds,
  of: readonly ViewCollection[],
  { at, name, part }: Named,
): string {
  if (part !== undefined) return sayIfKnown(`query.field.${name}.${part}`) ?? part;
  if (at === 'member' || at === 'fact' || at === 'group-fact')
    return sayIfKnown(`query.field.${name}`) ?? name;
  const own = ownLabel(kinds, name);
  if (own !== undefined) return own;
  const kind = [...kinds.values()].find(
    ({ collection, fields, sets }) =>
      of.some((one) => one === collection) && Object.hasOwn(at === 'field' ? fields : sets, name),
  );
  return sayIfKnown(`field.${kind?.kind ?? ''}.${name}`) ?? name;
}

/** What the team called a field of its own, also one that was put away. */
function ownLabel(kinds: Kinds, name: string): string | undefined {
  for (const { fields } of kinds.values())
    if (Object.hasOwn(fields, name) && fields[name]?.own !== undefined)
      return shownLabel(fields[name].own);
  return undefined;
}

/** A code that a choice offers, or that names a kind of record. */
export const codeWords = (code: string): string =>
  [`query.value.${code}`, `kind.${code}`].map((id) => sayIfKnown(id)).find((one) => one) ?? code;

export const listOf = (words: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(i18n.locale, { type }).format(words);
