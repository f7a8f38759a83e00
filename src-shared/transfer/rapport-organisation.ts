// Organisations in our own CSV: their sets and notes stand in the columns of people, their
// fields in columns of their own, which are there only where there is an organisation.

import { organisation } from '../domain/group.ts';
import type { RecordDoc } from '../domain/record.ts';
import { type AnyField, cellOf } from '../fields/field.ts';

const fieldByHeader: ReadonlyMap<string, string> = new Map([
  ['organisation', 'name'],
  ['organisation description', 'description'],
  ['organisation industry', 'industry'],
]);
const declared: { readonly [field: string]: AnyField } = organisation.fields;

export const organisationHeaders: readonly string[] = [...fieldByHeader.keys()];

/** One for each header; the name is never empty, which tells the row from a person's. */
export const organisationTexts = ({ id, fields }: Pick<RecordDoc, 'id' | 'fields'>): string[] =>
  [...fieldByHeader.values()].map((field) => {
    const [type, value] = [declared[field], fields[field]];
    const text = type === undefined || value === undefined ? '' : (cellOf(type, value) ?? '');
    return text === '' && field === 'name' ? id : text;
  });

/** `organisation.FIELD`. */
export const organisationTarget = (header: string): string | undefined => {
  const field = fieldByHeader.get(header);
  return field === undefined ? undefined : `organisation.${field}`;
};
