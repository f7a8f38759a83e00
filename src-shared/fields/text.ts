// Words: one line, many lines, and text that is a value of its own kind.

import type { JsonValue } from '../domain/record.ts';
import { foundIn, wordOf } from './codes.ts';
import { byText, type Field, type FieldOptions, type FieldTypeName } from './field.ts';
import { textOperators } from './operators.ts';

/** What a value may hold at most, in characters; beyond it a record would not travel. */
const longestText = 600_000;

export const isText = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && stored.length <= longestText;

type TextOptions<C extends string> = FieldOptions & {
  /** Values the program itself writes, which have words; others are what people wrote. */
  codes?: readonly C[];
};

const textType =
  (type: FieldTypeName) =>
  <const C extends string = never>(
    options: TextOptions<C> = {},
  ): Field<string> & { readonly codes: readonly C[] } => ({
    type,
    codes: [],
    ...options,
    accepts: isText,
    typed: (text, reader) => foundIn(options.codes ?? [], text, reader) ?? text.trim(),
    shown: (value, reader) =>
      options.codes?.some((code) => code === value) === true ? wordOf(value, reader) : value,
    cell: String,
    compare: byText,
    operators: textOperators,
  });

export const text = textType('text');
/** Who of the team: a laptop of theirs; earlier versions wrote the name. */
export const member = (options: FieldOptions = {}): Field<string> => ({
  ...text(options),
  shown: (value, { memberOf = String }) => memberOf(value),
});
export const longText = textType('long-text');
/** Part of a person's name, or all of it. */
export const personName = textType('person-name');
/** An address on the web, or a name on a network. */
export const handle = textType('handle');
/** A file's bytes as a data: URL. */
export const file = textType('file');
