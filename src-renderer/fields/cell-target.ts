// What a cell of a table is of its record, where it can be edited there: a field, the first
// entry of a set, or all tags.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import {
  type AnyField,
  type FieldTypeName,
  type Reader,
  writtenValue,
} from '../../src-shared/fields/field.ts';
import { ownValue } from '../../src-shared/fields/own.ts';
import type { Place } from '../../src-shared/query/places.ts';
import { writtenItem } from './written-item.ts';

export type CellTarget =
  | { at: 'field'; name: string; type: AnyField }
  | { at: 'first'; name: string }
  | { at: 'tags'; name: string };

/** What points elsewhere or belongs to the program is not typed. */
const untyped: ReadonlySet<FieldTypeName> = new Set(['link', 'links', 'file', 'log', 'data']);

/** Sets whose first entry is the main one. */
const firstCounts: ReadonlySet<string> = new Set(['emails', 'phones', 'addresses', 'links']);

/** Undefined where the cell is only read. */
export function cellTarget(place: Place | undefined): CellTarget | undefined {
  if (place?.at === 'field') {
    const { name, field: type } = place;
    const isReadOnly = untyped.has(type.type) || type.own?.isReadOnly === true;
    return isReadOnly ? undefined : { at: 'field', name, type };
  }
  if (place?.at !== 'set') return undefined;
  const { name } = place;
  if (name === 'tags') return { at: 'tags', name };
  return firstCounts.has(name) ? { at: 'first', name } : undefined;
}

/** What stands there, as this reader would type it; empty where there is nothing. */
export function writtenCell(target: CellTarget, doc: RecordDoc, reader: Reader): string {
  if (target.at === 'field') {
    const value = ownValue(target.type, target.name, doc) ?? null;
    return value === null ? '' : writtenValue(target.type, value, reader);
  }
  const items = doc.sets[target.name] ?? [];
  if (target.at === 'tags') return items.map(({ value }) => value).join(', ');
  const [first] = items;
  return first === undefined ? '' : writtenItem(target.name, first, reader);
}
