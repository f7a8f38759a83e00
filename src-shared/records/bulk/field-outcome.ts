// What a bulk edit makes of one field of one record.

import { foldItem } from '../../domain/fold.ts';
import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import type { AnyField } from '../../fields/field.ts';
import { misfitsIn, ownValue } from '../../fields/own.ts';
import type { Money } from '../../fields/number.ts';
import { addDecimals } from '../../values/decimal.ts';
import { replaceAll } from '../../values/pattern/match.ts';
import { shiftDay, shiftTime } from '../../values/shift-day.ts';
import type { Ref } from '../command.ts';
import type { BulkEdit, BulkEditOf, BulkItem } from '../intents/bulk-edit.ts';
import { setField } from '../intents/edits.ts';
import { fillIn } from '../intents/own-fields.ts';
import { type BulkContext, cannot, type Outcome, same } from './bulk-context.ts';
import type { BulkPlace } from './places.ts';

type FieldPlace = Extract<BulkPlace, { at: 'field' }>;
export type FieldEdit = Exclude<BulkEdit, { type: 'role' | 'names' | 'trash' | 'copy' }>;

/** Null where there is none. */
export function valueIn(doc: RecordDoc, { name, field }: FieldPlace): JsonValue {
  const value = ownValue(field, name, doc) ?? null;
  return value === '' ? null : value;
}

export function fieldOutcome(
  doc: RecordDoc,
  place: FieldPlace,
  edit: FieldEdit,
  context: BulkContext,
): Outcome {
  const before = valueIn(doc, place);
  const become = (after: JsonValue): Outcome => becomes(doc, place, after, context);
  switch (edit.type) {
    case 'set':
      return edit.isOnlyEmpty && !isEmpty(doc, place) ? same : become(edit.value);
    case 'clear':
      return become(null);
    case 'put':
      return become(union(before, edit.items));
    case 'remove':
      return become(without(before, edit.items));
    case 'replace':
      return replaced(place, before, edit, become);
    case 'find':
      return found(place.field, before, edit, context, become);
    case 'add':
      return added(place.field, before, edit, become);
    case 'shift':
      return shifted(before, edit, become);
  }
}

/** Nothing stands there, not even what cannot be read as the field's type. */
export const isEmpty = (doc: RecordDoc, place: FieldPlace): boolean =>
  valueIn(doc, place) === null && misfitsIn(place.field, place.name, doc).length === 0;

export function becomes(
  doc: RecordDoc,
  place: FieldPlace,
  after: JsonValue,
  { isPrivate, of }: BulkContext,
): Outcome {
  const { name, field } = place;
  const before = valueIn(doc, place);
  const next = after === '' || isNone(after) ? null : after;
  if (isSame(before, next) && (next !== null || isEmpty(doc, place))) return same;
  if (next !== null && !field.accepts(next)) return cannot('does-not-fit');
  if (field.link !== undefined && doc.scope === 'team' && idsIn(next).some(isPrivate))
    return cannot('names-private');
  const ref: Ref = { collection: of.collection, id: doc.id };
  const changes =
    field.own === undefined ? [setField(ref, name, next)] : fillIn(ref, name, field, doc, next);
  return changes.length === 0 ? same : { is: 'change', changes, before, after: next };
}

const isNone = (value: JsonValue): boolean => Array.isArray(value) && value.length === 0;
export const isSame = (a: JsonValue, b: JsonValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
const textsIn = (value: JsonValue): string[] =>
  [value].flat().filter((one) => typeof one === 'string');
const idsIn = textsIn;

const union = (before: JsonValue, items: readonly BulkItem[]): JsonValue => [
  ...new Set([...textsIn(before), ...items.map(({ value }) => value)]),
];

function without(before: JsonValue, items: readonly BulkItem[]): JsonValue {
  const gone = new Set(items.map(({ value }) => value));
  return textsIn(before).filter((value) => !gone.has(value));
}

type Become = (after: JsonValue) => Outcome;

/** Of several values the one; what people wrote is the same whatever its capitals. */
function replaced(
  { field }: FieldPlace,
  before: JsonValue,
  { from, to }: BulkEditOf<'replace'>,
  become: Become,
): Outcome {
  if (before === null) return same;
  if (field.own?.isMany === true) {
    const had = textsIn(before);
    if (typeof from !== 'string' || !had.includes(from)) return same;
    return become([...new Set(had.flatMap((one) => (one === from ? textsIn(to) : [one])))]);
  }
  return isSame(plain(before), plain(from)) ? become(to) : same;
}

const plain = (value: JsonValue): JsonValue =>
  typeof value === 'string' ? foldItem(value) : value;

function found(
  field: AnyField,
  before: JsonValue,
  { by, isPattern }: BulkEditOf<'find'>,
  { pattern, reader }: BulkContext,
  become: Become,
): Outcome {
  if (typeof before !== 'string' || pattern === undefined) return same;
  const next = replaceAll(pattern, before, by, isPattern);
  if (next === undefined) return cannot('too-long');
  const text = next.trim();
  if (next === before || text === '') return next === before ? same : become(null);
  const value = field.typed(text, reader);
  return value === undefined ? cannot('not-understood') : become(value);
}

function added(
  field: AnyField,
  before: JsonValue,
  { by }: BulkEditOf<'add'>,
  become: Become,
): Outcome {
  if (before === null) return cannot('empty');
  if (!field.accepts(before)) return cannot('does-not-fit');
  if (field.type === 'money') {
    const { amount, currency } = before as Money;
    return become({ amount: addDecimals(amount, by), currency });
  }
  return become(
    typeof before === 'number' ? before + Number(by) : addDecimals(before as string, by),
  );
}

function shifted(before: JsonValue, { count, unit }: BulkEditOf<'shift'>, become: Become): Outcome {
  if (before === null) return cannot('empty');
  if (typeof before === 'number') return become(shiftTime(before, count, unit));
  const next = typeof before === 'string' ? shiftDay(before, count, unit) : undefined;
  return next === undefined ? cannot('part-of-a-day') : become(next);
}
