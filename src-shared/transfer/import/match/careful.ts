// What a file may not lift: somebody who asked to be left alone, here, stays so whatever a file
// says that has not heard of it.

import { refusalOf } from '../../../care/may-contact.ts';
import { permissionOf } from '../../../domain/permission.ts';
import { person } from '../../../domain/person.ts';
import type { JsonValue, RecordDoc, SetItem } from '../../../domain/record.ts';
import { type AnyField, compareValues } from '../../../fields/field.ts';

const fields: { readonly [field: string]: AnyField } = person.fields;

/** The careful answer of two for one field; undefined where the field has no such rule. */
export function moreCareful(field: string, a: JsonValue, b: JsonValue): JsonValue | undefined {
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (type?.merge !== 'restrictive') return undefined;
  return compareValues(type, a, b) >= 0 ? a : b;
}

/** Whether a file's value would be less careful than what stands there. */
export const wouldLift = (field: string, old: JsonValue | undefined, value: JsonValue): boolean =>
  old !== undefined && old !== value && moreCareful(field, old, value) === old;

/** Whether entries of a set are only ever added, each known by itself. */
export const isLog = (set: string): boolean =>
  Object.entries(person.sets).some(([name, { merge }]) => name === set && merge === 'union');

/** An entry as a file brings it to somebody who is here: it replaces nothing that stands there. */
export function unaware<T extends Pick<SetItem, 'value' | 'more'>>(item: T): T {
  if (permissionOf({ id: '', ...item }) === undefined || item.more?.['after'] === undefined)
    return item;
  const { after: _after, ...more } = item.more;
  return { ...item, more };
}

/** Whether somebody asked not to be contacted at all: a row for them is not taken over unasked. */
export const isLeftAlone = (
  doc: Pick<RecordDoc, 'kind' | 'fields' | 'sets'> | undefined,
): boolean => doc?.kind === person.kind && refusalOf(doc) !== undefined;
