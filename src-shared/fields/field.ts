// What every type of field knows: the shape it is stored in, how what a person types is
// understood, how it reads, sorts and is asked for. A kind declares its fields with
// these; search, keys, privacy, parsing at the boundary and the window follow from it.

import type { CollectionName, JsonValue } from '../domain/record.ts';
import type { Operator } from './operators.ts';

export type FieldTypeName =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'day'
  | 'time'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'link'
  | 'links'
  | 'email'
  | 'phone'
  | 'address'
  | 'handle'
  | 'person-name'
  | 'rating'
  | 'file'
  | 'log'
  | 'data';

/** For whoever reads or types: BCP 47 language, ISO 3166-1 alpha-2 country. */
export type Reader = {
  language: string;
  country?: string;
  /** ms since 1970. Left out: days such as “yesterday” are not understood. */
  now?: () => number;
  /** What a code (a choice, `yes`, `no`) is called. Left out: by the code itself. */
  wordOf?: (code: string) => string;
  /** What a record is called that a link leads to. Left out: by its id. */
  nameOf?: (id: string) => string;
  /** What somebody of the team is called, by a laptop of theirs. Left out: by that. */
  memberOf?: (who: string) => string;
};

/** Reads and writes what is meant for programs: codes, and numbers with a point. */
export const plainReader: Reader = { language: 'en' };

/** Where the full-text index puts a value: names weigh most, then contact, then body. */
export type SearchSlot = 'name' | 'contact' | 'body';

/**
 * How two edits made apart become one value. last: the later one, the other is kept as a
 * conflict. restrictive: the most careful one. greatest: the greater one. ranked: the greater
 * one, and the other is a conflict, unless it is the least of all.
 */
export type FieldMerge = 'last' | 'restrictive' | 'greatest' | 'ranked';

export type LinkTarget = {
  /** The collections it may point into. */
  to: readonly CollectionName[];
  /** This record belongs to the one it points to: it goes when that is erased. */
  owner?: boolean;
  /** What it points to is given to the team together with this record. */
  along?: boolean;
  /** What the index finds it by: the id itself, or the id behind this. */
  prefix?: string;
  /** Pointing there says nothing of what stands there: it is no fact of it, and outlives it. */
  discreet?: boolean;
};

export type FieldOptions = {
  search?: SearchSlot;
  merge?: FieldMerge;
  /** On the record's page: first, also while empty; elsewhere: it has a place of its own. Left out: when it is filled or asked for. */
  place?: 'first' | 'elsewhere';
  /** Bookkeeping of the program: not shown, not exported, not asked for. */
  hidden?: boolean;
  /** Of a field that the team defined. */
  own?: OwnReading;
};

export type Field<T extends JsonValue = JsonValue> = FieldOptions & {
  readonly type: FieldTypeName;
  /** Whether a stored value is one of this type. */
  readonly accepts: (stored: JsonValue) => stored is T;
  /**
   * Whether a stored value may stand here: one of this type, or what an earlier version or
   * a person wrote instead. The rest is refused where it comes in. Left out: `accepts`.
   */
  readonly tolerates?: (stored: JsonValue) => boolean;
  /** What somebody typed, or a cell holds; undefined where it is not understood. */
  readonly typed: (text: string, reader: Reader) => T | undefined;
  /** As one line for this reader. */
  readonly shown: (value: T, reader: Reader) => string;
  /** As this reader would type it. Left out: as it is shown. */
  readonly written?: (value: T, reader: Reader) => string;
  /** As a cell of a file, the same in every language. */
  readonly cell: (value: T) => string;
  /** Below zero when `a` comes first. For greatest, restrictive and ranked: the later one wins. */
  readonly compare: (a: T, b: T) => number;
  readonly operators: readonly Operator[];
  readonly link?: LinkTarget;
  /** Of a number of whole things: what is typed is at most this, and at least 0. */
  readonly most?: number;
  /** The values that a choice offers. */
  readonly choices?: readonly string[];
  /** The values of a text that have words, beside what people write. */
  readonly codes?: readonly string[];
};

/** How the values of a field that the team defined are read (own.ts). */
export type OwnReading = {
  /** What people called it. */
  readonly label: string;
  /** Whether a record can have several values in it. */
  readonly isMany: boolean;
  /** Put away: its values are kept, it is not offered. */
  readonly isRetired: boolean;
  /** The key of the field that stands for it, where it was put away for another one. */
  readonly followedBy?: string;
  /** On this laptop only, as are its values. */
  readonly isPrivate: boolean;
  /** Of a newer version: shown as text, never written. */
  readonly isReadOnly: boolean;
  /** A stored value as those of the field's type now; none where it does not fit. */
  readonly cast: (stored: JsonValue) => JsonValue[];
  readonly options: readonly OwnOption[];
};

/** What a choice offers: the code is what records hold. */
export type OwnOption = {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly isRetired: boolean;
};

/** A field's own value type. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

export type Fields = { readonly [field: string]: AnyField };

/** Fields of different value types in one list: what is asked of them goes through `accepts` first. */
export type AnyField = FieldOptions &
  Pick<Field, 'type' | 'operators' | 'link' | 'choices' | 'codes' | 'most'> & {
    readonly accepts: (stored: JsonValue) => boolean;
    readonly tolerates?: (stored: JsonValue) => boolean;
    readonly typed: (text: string, reader: Reader) => JsonValue | undefined;
    readonly shown: (value: never, reader: Reader) => string;
    readonly written?: (value: never, reader: Reader) => string;
    readonly cell: (value: never) => string;
    readonly compare: (a: never, b: never) => number;
  };

/** A stored value as text; the raw text where it is of another shape. */
export function shownValue(field: AnyField, stored: JsonValue, reader: Reader): string {
  if (field.accepts(stored)) return field.shown(stored as never, reader);
  return typeof stored === 'string' ? stored : JSON.stringify(stored);
}

/** A stored value as text that this reader may change and that `typed` understands. */
export function writtenValue(field: AnyField, stored: JsonValue, reader: Reader): string {
  if (field.accepts(stored) && field.written !== undefined)
    return field.written(stored as never, reader);
  return shownValue(field, stored, reader);
}

/**
 * A stored value as the cell that `valueOfCell` makes the same value of; undefined where
 * there is none, as for values of another shape or of a newer version.
 */
export function cellOf(field: AnyField, stored: JsonValue): string | undefined {
  if (typeof stored === 'string') return isTolerated(field, stored) ? stored : undefined;
  if (!field.accepts(stored)) return undefined;
  const cell = field.cell(stored as never);
  const back = field.typed(cell, plainReader);
  return JSON.stringify(back) === JSON.stringify(stored) ? cell : undefined;
}

export const valueOfCell = (field: AnyField, cell: string): JsonValue =>
  isTolerated(field, cell) ? cell : (field.typed(cell, plainReader) ?? cell);

/** Whether a teammate's value may be taken over. */
export const isTolerated = (field: AnyField, stored: JsonValue): boolean =>
  (field.tolerates ?? field.accepts)(stored);

/** Two stored values in order; what is of another shape comes last. */
export function compareValues(field: AnyField, a: JsonValue, b: JsonValue): number {
  const [isA, isB] = [field.accepts(a), field.accepts(b)];
  if (!isA || !isB) return Number(isB) - Number(isA);
  return field.compare(a as never, b as never);
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
