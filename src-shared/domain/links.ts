// Where records point to others: read from the declarations of their kinds.

import type { AnyField, LinkTarget } from '../fields/field.ts';
import type { FieldSet } from '../fields/set.ts';
import type { CollectionName, JsonValue, RecordDoc, SetItem } from './record.ts';

/** One pointer of a record at another. `what` as in stamps: a field's name or `set/itemId`. */
export type RecordLink = { what: string; id: string; target: LinkTarget };

type Content = Pick<RecordDoc, 'fields' | 'sets'>;
type Linking = {
  readonly fields: { readonly [field: string]: AnyField };
  readonly sets: { readonly [set: string]: FieldSet };
  links(content: Content): RecordLink[];
};

const idsIn = (value: JsonValue | undefined): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((id) => typeof id === 'string')
      : [];

export const linkKeys = (value: JsonValue | undefined, link: LinkTarget | undefined): string[] =>
  idsIn(value).map((id) => `${link?.prefix ?? ''}${id}`);

export function setIndexKeys(items: readonly SetItem[] | undefined, type: FieldSet): string[] {
  if (items === undefined) return [];
  if (type.link !== undefined)
    return items.map(({ value }) => `${type.link?.prefix ?? ''}${value}`);
  return items.flatMap((item) => type.indexed?.(item) ?? []);
}

export function linksOf(
  fields: readonly [string, AnyField][],
  sets: readonly [string, FieldSet][],
  content: Content,
): RecordLink[] {
  const found: RecordLink[] = [];
  for (const [what, { link: target }] of fields) {
    if (target === undefined) continue;
    for (const id of idsIn(content.fields[what])) found.push({ what, id, target });
  }
  for (const [set, { link: target }] of sets) {
    if (target === undefined) continue;
    for (const item of content.sets[set] ?? [])
      found.push({ what: `${set}/${item.id}`, id: item.value, target });
  }
  return found;
}

/**
 * On whose page a record is shown that has none of its own: that of the one it belongs to,
 * else of the first person or group it names.
 */
export function shownOn(
  kind: Linking,
  content: Content,
): { collection: 'people' | 'groups'; id: string } | undefined {
  const named = kind.links(content).filter(({ target }) => target.discreet !== true);
  for (const isWanted of [isOwner, isIn('people'), isIn('groups')]) {
    const found = named.find(({ target }) => isWanted(target));
    if (found !== undefined)
      return { collection: isIn('people')(found.target) ? 'people' : 'groups', id: found.id };
  }
  return undefined;
}

const isOwner = ({ owner }: LinkTarget): boolean => owner === true;
const isIn =
  (collection: CollectionName) =>
  ({ to }: LinkTarget): boolean =>
    to.includes(collection);

/**
 * What a new record of the kind holds so that it names one of a collection: in the field or
 * set for what it belongs to, else in the first that may. Undefined where none may.
 */
export function contentNaming(
  { fields, sets }: Pick<Linking, 'fields' | 'sets'>,
  collection: CollectionName,
  id: string,
):
  | { fields: { [field: string]: JsonValue }; sets: { [set: string]: { value: string }[] } }
  | undefined {
  const may = ({ link }: { link?: LinkTarget }): boolean =>
    link !== undefined && link.discreet !== true && isIn(collection)(link);
  const fitting = Object.entries(fields).filter(([, field]) => may(field));
  const field = fitting.find(([, { link }]) => link?.owner === true) ?? fitting[0];
  if (field !== undefined) {
    const [name, { type }] = field;
    return { fields: { [name]: type === 'links' ? [id] : id }, sets: {} };
  }
  const set = Object.entries(sets).find(([, one]) => may(one))?.[0];
  return set === undefined ? undefined : { fields: {}, sets: { [set]: [{ value: id }] } };
}
