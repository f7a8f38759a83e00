// Words: one line, many lines, and text that is a value of its own kind.

import type { JsonValue } from '../domain/record.ts';
import { byText, type Field, type FieldOptions, type FieldTypeName } from './field.ts';
import { textOperators } from './operators.ts';

/** What a value may hold at most, in characters; beyond it a record would not travel. */
const longestText = 600_000;

export const isText = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && stored.length <= longestText;

const textType =
  (type: FieldTypeName) =>
  (options: FieldOptions = {}): Field<string> => ({
    type,
    ...options,
    accepts: isText,
    typed: (text) => text.trim(),
    shown: (value) => value,
    compare: byText,
    operators: textOperators,
  });

export const text = textType('text');
export const longText = textType('long-text');
/** Part of a person's name, or all of it. */
export const personName = textType('person-name');
/** An address on the web, or a name on a network. */
export const handle = textType('handle');
/** A file's bytes as a data: URL. */
export const file = textType('file');
