// Which fields and sets of records a bulk edit can change, and in which ways.

import type { Kind } from '../../domain/kind.ts';
import type { AnyField, FieldTypeName } from '../../fields/field.ts';
import type { FieldSet } from '../../fields/set.ts';
import type { BulkEdit } from '../intents/bulk-edit.ts';

export type BulkPlace =
  | { at: 'field'; name: string; field: AnyField }
  | { at: 'set'; name: string; set: FieldSet };

type Way = Exclude<BulkEdit['type'], 'role' | 'names' | 'trash'>;

/** What stands in these is the program's or has a place of its own. */
const elsewhere = new Set(['ids', 'files']);
const textual: ReadonlySet<FieldTypeName> = new Set<FieldTypeName>([
  'text',
  'long-text',
  'person-name',
  'handle',
  'email',
  'phone',
]);
const numeric: ReadonlySet<FieldTypeName> = new Set<FieldTypeName>(['number', 'money', 'rating']);

/** Undefined for what is not there, or not for everybody to change. */
export function placeIn(kind: Kind, name: string): BulkPlace | undefined {
  if (Object.hasOwn(kind.fields, name)) {
    const field = kind.fields[name];
    return field !== undefined && isOpen(field) ? { at: 'field', name, field } : undefined;
  }
  const set = Object.hasOwn(kind.sets, name) ? kind.sets[name] : undefined;
  return set === undefined || set.hidden === true || elsewhere.has(name)
    ? undefined
    : { at: 'set', name, set };
}

export const placesOf = (kind: Kind): BulkPlace[] =>
  [...kind.fieldNames, ...Object.keys(kind.sets)].flatMap((name) => placeIn(kind, name) ?? []);

const isOpen = ({ hidden, place, own, type, link }: AnyField): boolean =>
  hidden !== true &&
  // What belongs to whom is decided one by one.
  (link === undefined || own !== undefined) &&
  place !== 'elsewhere' &&
  type !== 'file' &&
  own?.isRetired !== true &&
  own?.isReadOnly !== true;

/** Whether it holds several values. */
export const isMany = (place: BulkPlace): boolean =>
  place.at === 'set' || place.field.own?.isMany === true;

export function takes(place: BulkPlace, way: Way): boolean {
  switch (way) {
    case 'set':
      return place.at === 'field';
    case 'clear':
      return true;
    case 'put':
    case 'remove':
      return isMany(place);
    // A line of an address is made of its parts: put together by hand it would tear.
    case 'replace':
      return place.at === 'field' ? place.field.type !== 'long-text' : place.name !== 'addresses';
    case 'find':
      return place.at === 'field'
        ? textual.has(place.field.type) && (place.field.codes ?? []).length === 0
        : place.set.link === undefined && place.set.type !== 'day';
    case 'add':
      return place.at === 'field' && numeric.has(place.field.type);
    case 'shift':
      return place.at === 'field' && (place.field.type === 'day' || place.field.type === 'time');
    case 'copy':
      return place.at === 'field' || place.set.link === undefined;
  }
}
