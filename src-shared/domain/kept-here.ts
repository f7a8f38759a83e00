// What a record holds for this laptop alone, though the record itself is shared: the values of
// private fields. They stand in its row beside all others, so that they are found, sorted and
// shown like these, but never in its state, its fingerprint or what is sent of it. Their keys
// alone say so: nothing has to be known of the field to keep them here (decision 0037).

import type { JsonValue, RecordDoc, SetItem } from './record.ts';

/** Begins the key of a private field's values. */
export const privatePrefix = 'p:';

/** By whom a merged record was taken over, as far as its private values go. */
export const keptByField = `${privatePrefix}keeper`;

/** A field, a set, an entry of it or what a merge set aside of these (domain/merging.ts). */
export const isKeptHere = (what: string): boolean =>
  what.startsWith(privatePrefix) || (what.startsWith('aside:') && asideOfKept.test(what));

const asideOfKept = new RegExp(`^aside:[^:]*:${encodeURIComponent(privatePrefix)}`);

type Values = {
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
};

/** Without them; the very same where there are none, which is so of nearly all records. */
export function withoutKept<T>(values: { [name: string]: T }): { [name: string]: T } {
  if (!hasKept(values)) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isKeptHere(name)));
}

export function hasKept(values: object): boolean {
  for (const name in values) if (isKeptHere(name)) return true;
  return false;
}

const onlyKept = <T>(values: { [name: string]: T }): { [name: string]: T } =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isKeptHere(name)));

export type Kept = Values & Pick<RecordDoc, 'stamps'>;

/** Undefined where a record holds nothing for this laptop alone, and never did. */
export function keptOf({ fields, sets, stamps }: Kept): Kept | undefined {
  if (!hasKept(fields) && !hasKept(sets) && !hasKept(stamps)) return undefined;
  return { fields: onlyKept(fields), sets: onlyKept(sets), stamps: onlyKept(stamps) };
}
