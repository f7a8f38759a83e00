// The values that a place of a record holds. What is not of the field's own shape (a day
// that could not be read, a newer version's value) counts as none, so does empty text.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { day } from '../fields/day.ts';
import { isMisfit, ownValues, storedOwn } from '../fields/own.ts';
import type { Facts } from './facts.ts';
import { factByName, groupFactByName } from './facts.ts';
import { memberOf, type Place, typeOf } from './places.ts';

const dayType = day();

export function valuesAt(place: Place, doc: RecordDoc, facts: Facts): JsonValue[] {
  switch (place.at) {
    case 'member':
      return [memberOf(doc, place.name)].filter(isThere);
    case 'fact':
      return [factByName[place.name].read(facts)].filter(isThere);
    case 'group-fact':
      return [groupFactByName[place.name].read(facts)].filter(isThere);
    case 'set': {
      const { part } = place;
      const values = (doc.sets[place.name] ?? [])
        .map(({ value, more }) => (part === undefined ? value : more?.[part]))
        .filter(isThere);
      return typeOf(place) === 'day' ? values.filter((value) => dayType.accepts(value)) : values;
    }
    case 'field': {
      const { own } = place.field;
      if (own !== undefined) return ownValues(own, storedOwn(place.name, doc)).filter(isThere);
      const stored = doc.fields[place.name];
      if (stored === undefined) return [];
      if (isListType(place)) return Array.isArray(stored) ? stored.filter(isText) : [];
      return place.field.accepts(stored) ? [stored].filter(isThere) : [];
    }
  }
}

/** Whether something stands there that a field of the team's own cannot hold. */
export function hasMisfit(place: Place, doc: RecordDoc): boolean {
  const own = place.at === 'field' ? place.field.own : undefined;
  return own !== undefined && isMisfit(own, storedOwn(place.name, doc));
}

const isThere = <T>(value: T): value is Exclude<T, undefined> =>
  value !== undefined && value !== '';
const isText = (value: JsonValue): boolean => typeof value === 'string' && value !== '';

/** Whether one field holds several values. */
export function isListType(place: Place): boolean {
  const type = typeOf(place);
  return place.at === 'field' && (type === 'choices' || type === 'links');
}
