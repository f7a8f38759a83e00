// Fields of the team's own as types of field. A stored value is never rewritten when a
// field gets another type: it is cast when it is read, and what does not fit counts as
// none, though it is kept.

import { foldText } from '../domain/fold.ts';
import type { OwnField } from '../domain/own-field.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { parseEmail } from '../values/email.ts';
import { createPhoneParser } from '../values/phone.ts';
import { choice, choices, yesNo } from './choice.ts';
import { day, time } from './day.ts';
import {
  type AnyField,
  type OwnOption,
  type OwnReading,
  plainReader,
  type Reader,
} from './field.ts';
import { links } from './link.ts';
import { money, number, rating } from './number.ts';
import { ownOperators } from './operators.ts';
import { handle, longText, text } from './text.ts';

type Content = Pick<RecordDoc, 'fields' | 'sets'>;
type Cast = OwnReading['cast'];

/**
 * The type of field that stands for it in the declaration of its kind. `followedBy`: the key of the
 * field that it was joined into.
 */
export function typeOfOwn(field: OwnField, followedBy?: string): AnyField {
  const { type, cast, isMany = false } = baseOf(field);
  const { label, isRetired, isPrivate, isNewer, options } = field;
  return {
    ...type,
    operators: [...new Set([...type.operators, 'isEmpty', 'isNotEmpty', ...ownOperators] as const)],
    own: {
      label,
      isMany,
      isRetired,
      isPrivate,
      isReadOnly: isNewer,
      cast,
      options,
      ...(followedBy === undefined ? {} : { followedBy }),
    },
  };
}

/** What a field is called wherever it is shown: a private one with a lock. */
export const shownLabel = ({ label, isPrivate }: Pick<OwnReading, 'label' | 'isPrivate'>): string =>
  isPrivate ? `🔒 ${label}` : label;

type Base = { type: AnyField; cast: Cast; isMany?: boolean };

function baseOf(field: OwnField): Base {
  const { options } = field;
  const codes = options.filter(({ isRetired }) => !isRetired).map(({ code }) => code);
  switch (field.type) {
    case 'text':
      return { type: text(), cast: toText(options) };
    case 'long-text':
      return { type: longText(), cast: toText(options) };
    case 'number':
      return typed(number(), toText(options));
    case 'money':
      return typed(money({ currency: field.currency }), toText(options));
    case 'day':
      return typed(dayAlone, toText(options));
    case 'time':
      return typed(time(), toText(options));
    case 'yes-no':
      return typed(yesNo(), toText(options));
    case 'rating':
      return typed(rating(), toText(options));
    case 'web':
      return { type: handle(), cast: toText(options) };
    case 'email':
      return typed(email, toText(options));
    case 'phone':
      return typed(phone, toText(options));
    case 'choice':
      return { type: named(choice(codes), options), cast: toCode(options) };
    case 'choices':
      return { type: named(choices(codes), options), cast: toCode(options), isMany: true };
    case 'people':
    case 'groups':
      return { type: links({ to: [field.type], discreet: true }), cast: toId, isMany: true };
  }
}

/** A day that cannot be read does not fit: elsewhere it may stand as it was written. */
const dayAlone: AnyField = { ...day(), tolerates: day().accepts };

const textLike = (
  type: 'email' | 'phone',
  read: (text: string, reader: Reader) => string | undefined,
): AnyField => ({
  ...text(),
  type,
  accepts: (stored) => typeof stored === 'string' && read(stored, plainReader) === stored,
  typed: read,
});

const email = textLike('email', (typedText) => parseEmail(typedText)?.value);
const phone = textLike('phone', (typedText, { country }) => {
  const parsed = createPhoneParser(country)(typedText);
  return parsed.problem === undefined ? parsed.value : undefined;
});

/** What the type does not hold itself is read as if somebody had typed it. */
function typed(type: AnyField, asText: Cast): Base {
  return {
    type,
    cast: (stored) => {
      if (type.accepts(stored)) return [stored];
      const [written] = asText(stored);
      const value = typeof written === 'string' ? type.typed(written, plainReader) : undefined;
      return value === undefined ? [] : [value];
    },
  };
}

/** Options go by their names. */
const toText =
  (options: readonly OwnOption[]): Cast =>
  (stored) => {
    const written = writtenOut(stored);
    if (written === undefined || written === '') return [];
    return [options.find(({ code }) => code === written)?.label ?? written];
  };

function writtenOut(stored: JsonValue): string | undefined {
  if (typeof stored === 'string') return stored;
  if (typeof stored === 'number') return String(stored);
  if (typeof stored === 'boolean') return stored ? 'yes' : 'no';
  if (stored === null || Array.isArray(stored)) return undefined;
  const { amount, currency } = stored;
  return typeof amount === 'string' && typeof currency === 'string'
    ? `${amount} ${currency}`
    : undefined;
}

/** By the code or the name of an option; several in one text where each of them is one. */
const toCode =
  (options: readonly OwnOption[]): Cast =>
  (stored) => {
    const written = writtenOut(stored);
    if (written === undefined) return [];
    const one = codeOf(options, written);
    if (one !== undefined) return [one];
    const parts = written.split(/[,;]/).map((part) => codeOf(options, part));
    return parts.length > 1 && !parts.includes(undefined)
      ? parts.filter((code) => code !== undefined)
      : [];
  };

function codeOf(options: readonly OwnOption[], written: string): string | undefined {
  const folded = foldText(written.trim());
  return (
    options.find(({ code }) => code === written) ??
    options.find(({ label }) => foldText(label) === folded)
  )?.code;
}

const toId: Cast = (stored) =>
  typeof stored === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(stored)
    ? [stored]
    : [];

/** Codes read as the names of their options, those put away too. */
function named(type: AnyField, options: readonly OwnOption[]): AnyField {
  const words = new Map(options.map(({ code, label }) => [code, label]));
  const withNames = (reader: Reader): Reader => ({
    ...reader,
    wordOf: (code) => words.get(code) ?? code,
  });
  const { written } = type;
  return {
    ...type,
    accepts: (stored) =>
      type.accepts(stored) &&
      [stored].flat().every((code) => typeof code === 'string' && words.has(code)),
    typed: (typedText, reader) => type.typed(typedText, withNames(reader)),
    shown: (value, reader) => type.shown(value, withNames(reader)),
    ...(written === undefined
      ? {}
      : { written: (value: never, reader: Reader) => written(value, withNames(reader)) }),
    cell: (value) => type.shown(value, withNames(plainReader)),
  };
}

/** What a record holds under the field's key, whatever its type was when it was written. */
export const storedOwn = (name: string, { fields, sets }: Content): JsonValue[] => {
  const alone = fields[name];
  return [
    ...(alone === undefined || alone === null || alone === '' ? [] : [alone]),
    ...(sets[name] ?? []).map(({ value }) => value),
  ];
};

/** The values as the field has them now; several in a field that has one do not fit. */
export function ownValues({ cast, isMany }: OwnReading, stored: readonly JsonValue[]): JsonValue[] {
  if (stored.length === 0) return [];
  const values = stored.flatMap(cast);
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  return isMany || distinct.length === 1 ? distinct : [];
}

/** Whether there is something that the field cannot show as a value of its type. */
export const isMisfit = (own: OwnReading, stored: readonly JsonValue[]): boolean =>
  stored.some((value) => own.cast(value).length === 0) ||
  (stored.length > 0 && ownValues(own, stored).length === 0);

/** What stands in a field of any sort, as it has it now: a list where it can have several. */
export function ownValue({ own }: AnyField, name: string, doc: Content): JsonValue | undefined {
  if (own === undefined) return doc.fields[name];
  const values = ownValues(own, storedOwn(name, doc));
  return own.isMany && values.length > 0 ? values : values[0];
}

/** What stands there and cannot be read as the field's type, as text. */
export function misfitsIn({ own }: Pick<AnyField, 'own'>, name: string, doc: Content): string[] {
  if (own === undefined) return [];
  const stored = storedOwn(name, doc);
  const isTorn = !own.isMany && stored.length > 1 && ownValues(own, stored).length === 0;
  return stored
    .filter((value) => isTorn || own.cast(value).length === 0)
    .map(
      (value) =>
        own.options.find(({ code }) => code === value)?.label ??
        writtenOut(value) ??
        JSON.stringify(value),
    );
}
