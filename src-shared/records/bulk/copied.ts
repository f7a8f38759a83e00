// What stands in one field or set of a person put into another, as a value of its type.

import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import { type AnyField, cellOf } from '../../fields/field.ts';
import { ownValues, storedOwn } from '../../fields/own.ts';
import type { BulkEditOf } from '../intents/bulk-edit.ts';
import { becomes, isEmpty } from './field-outcome.ts';
import { type BulkContext, cannot, type Outcome, same } from './bulk-context.ts';
import { type BulkPlace, placeIn, takes } from './places.ts';
import { holds } from './set-outcome.ts';

type Source = { stored: JsonValue[]; texts: string[] };

export function copied(
  doc: RecordDoc,
  { from, to, isOnlyEmpty }: BulkEditOf<'copy'>,
  context: BulkContext,
): Outcome {
  const [source, target] = [placeIn(context.kind, from), placeIn(context.kind, to)];
  if (source === undefined || target === undefined) return cannot('refused');
  if (!takes(source, 'copy') || !takes(target, 'copy') || from === to) return cannot('refused');
  const values = read(doc, source);
  if (values.texts.length === 0) return cannot('empty');
  if (target.at === 'set') return intoSet(doc, target, values, isOnlyEmpty, context);
  if (isOnlyEmpty && !isEmpty(doc, target)) return same;
  const value = cast(target.field, values, context);
  return value === undefined ? cannot('does-not-fit') : becomes(doc, target, value, context);
}

function read(doc: RecordDoc, place: BulkPlace): Source {
  if (place.at === 'set') {
    const texts = (doc.sets[place.name] ?? []).map(({ value }) => value);
    return { stored: texts, texts };
  }
  const { field, name } = place;
  const alone = doc.fields[name];
  const stored =
    field.own === undefined
      ? alone === undefined || alone === null || alone === ''
        ? []
        : [alone]
      : ownValues(field.own, storedOwn(name, doc));
  return { stored, texts: stored.map((value) => textOf(field, value)) };
}

/** Options go by their names. */
function textOf(field: AnyField, value: JsonValue): string {
  const option = field.own?.options.find(({ code }) => code === value);
  if (option !== undefined) return option.label;
  const cell = cellOf(field, value);
  return cell ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

/** Several values fit where several can stand. */
function cast(
  field: AnyField,
  { stored, texts }: Source,
  { reader }: BulkContext,
): JsonValue | undefined {
  const { own } = field;
  const one = (value: JsonValue, text: string): JsonValue[] => {
    if (own === undefined) return [field.typed(text, reader)].filter((read) => read !== undefined);
    const fits = own.cast(value);
    if (fits.length > 0 || own.isMany) return fits;
    return [...own.cast(text), ...[field.typed(text, reader)].filter((read) => read !== undefined)];
  };
  const values = stored.map((value, at) => one(value, texts[at] ?? ''));
  if (values.some((fits) => fits.length === 0)) return undefined;
  if (own?.isMany === true) return [...new Set(values.flat())];
  return values[0]?.[0];
}

function intoSet(
  doc: RecordDoc,
  target: Extract<BulkPlace, { at: 'set' }>,
  { texts }: Source,
  isOnlyEmpty: boolean,
  context: BulkContext,
): Outcome {
  const items = doc.sets[target.name] ?? [];
  if (isOnlyEmpty && items.length > 0) return same;
  const parsed = texts.flatMap((value) => context.parse(target.name, { value }));
  if (parsed.some(({ problem }) => problem !== undefined)) return cannot('not-understood');
  const entries = parsed.map(({ value, more }) => ({
    value,
    ...(more === undefined ? {} : { more }),
  }));
  return holds(doc, target, [...items, ...entries], context);
}
