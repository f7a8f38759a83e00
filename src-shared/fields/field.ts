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
export type Reader = { language: string; country?: string };

/** Where the full-text index puts a value: names weigh most, then contact, then body. */
export type SearchSlot = 'name' | 'contact' | 'body';

/**
 * How two edits made apart become one value. last: the later one, the other is kept as a
 * conflict. restrictive: the most careful one. greatest: the greater one.
 */
export type FieldMerge = 'last' | 'restrictive' | 'greatest';

export type LinkTarget = {
  /** The collections it may point into. */
  to: readonly CollectionName[];
  /** This record belongs to the one it points to: it goes when that is erased. */
  owner?: boolean;
  /** What it points to is given to the team together with this record. */
  along?: boolean;
  /** What the index finds it by: the id itself, or the id behind this. */
  prefix?: string;
  /** Pointing there says nothing of what stands there: no reason to stay private. */
  discreet?: boolean;
};

export type FieldOptions = {
  search?: SearchSlot;
  merge?: FieldMerge;
  /** On the record's page: first, also while empty; elsewhere: it has a place of its own. Left out: when it is filled or asked for. */
  place?: 'first' | 'elsewhere';
  /** Bookkeeping of the program: not shown, not exported, not asked for. */
  hidden?: boolean;
  /** Of a text: values the program itself writes, which have words; others are what people wrote. */
  codes?: readonly string[];
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
  /** Below zero when `a` comes first. For greatest and restrictive: the later one wins. */
  readonly compare: (a: T, b: T) => number;
  readonly operators: readonly Operator[];
  readonly link?: LinkTarget;
  /** The values that a choice offers. */
  readonly choices?: readonly string[];
};

/** A field's own value type. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

export type Fields = { readonly [field: string]: AnyField };

/** Fields of different value types in one list: what is asked of them goes through `accepts` first. */
export type AnyField = FieldOptions &
  Pick<Field, 'type' | 'operators' | 'link' | 'choices'> & {
    readonly accepts: (stored: JsonValue) => boolean;
    readonly tolerates?: (stored: JsonValue) => boolean;
    readonly typed: (text: string, reader: Reader) => JsonValue | undefined;
    readonly shown: (value: never, reader: Reader) => string;
    readonly compare: (a: never, b: never) => number;
  };

/** A stored value as text; the raw text where it is of another shape. */
export function shownValue(field: AnyField, stored: JsonValue, reader: Reader): string {
  if (field.accepts(stored)) return field.shown(stored as never, reader);
  return typeof stored === 'string' ? stored : JSON.stringify(stored);
}

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
