// Where a record points to others. Keys, privacy, sharing and erasing follow these.

import type { JsonValue } from '../domain/record.ts';
import { isTexts } from './choice.ts';
import { byText, type Field, type FieldOptions, type LinkTarget } from './field.ts';
import { choicesOperators } from './operators.ts';

const isId = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && stored.length > 0 && stored.length <= 200;

/** The id of one record. */
export const link = (target: LinkTarget, options: FieldOptions = {}): Field<string> => ({
  type: 'link',
  ...options,
  link: target,
  accepts: isId,
  typed: (typed) => (isId(typed.trim()) ? typed.trim() : undefined),
  shown: (value, { nameOf = String }) => nameOf(value),
  written: String,
  cell: String,
  compare: byText,
  operators: choicesOperators,
});

/** The ids of several records. */
export const links = (target: LinkTarget, options: FieldOptions = {}): Field<string[]> => ({
  type: 'links',
  ...options,
  link: target,
  accepts: (stored): stored is string[] => isTexts(stored) && stored.every(isId),
  typed: (typed) => typed.split(/[\s,;]+/).filter(isId),
  shown: (value, { language, nameOf = String }) =>
    new Intl.ListFormat(language).format(value.map((id) => nameOf(id))),
  written: (value) => value.join(', '),
  cell: (value) => value.join(' '),
  compare: (a, b) => byText(a.join(), b.join()),
  operators: choicesOperators,
});

type DataOptions = FieldOptions & {
  /** Its shape; left out: whoever reads it parses it. */
  is?: (stored: JsonValue) => boolean;
};

/** Structured words of the program itself. */
export const data = ({ is = () => true, ...options }: DataOptions = {}): Field => ({
  type: 'data',
  hidden: true,
  ...options,
  accepts: (stored): stored is JsonValue => is(stored),
  typed: () => undefined,
  shown: (value) => JSON.stringify(value),
  cell: (value) => JSON.stringify(value),
  compare: () => 0,
  operators: [],
});

/** Fingerprints that the index finds a record by. */
export const marks = (options: FieldOptions = {}): Field<string[]> => ({
  ...links({ to: [], discreet: true }),
  type: 'data',
  hidden: true,
  ...options,
});
