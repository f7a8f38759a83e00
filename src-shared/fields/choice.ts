// One or several of a list, and yes or no. Stored as codes; the words are in the catalogue.

import type { JsonValue } from '../domain/record.ts';
import { byText, type Field, type FieldOptions } from './field.ts';
import { choiceOperators, choicesOperators, yesNoOperators } from './operators.ts';
import { isText } from './text.ts';

/** `choices` in their order: for the merge rule `restrictive` the most careful one last. */
export const choice = (choices: readonly string[], options: FieldOptions = {}): Field<string> => ({
  type: 'choice',
  ...options,
  choices,
  // A code that a newer version knows stays what it is.
  accepts: isText,
  typed: (typed) => foundIn(choices, typed),
  shown: (value) => value,
  compare: (a, b) => choices.indexOf(a) - choices.indexOf(b) || byText(a, b),
  operators: choiceOperators,
});

export const choices = (of: readonly string[], options: FieldOptions = {}): Field<string[]> => ({
  type: 'choices',
  ...options,
  choices: of,
  accepts: isTexts,
  typed: (typed) => {
    const found = typed
      .split(/[,;]/)
      .filter((part) => part.trim() !== '')
      .map((part) => foundIn(of, part));
    const known = found.filter((one) => one !== undefined);
    return known.length === found.length ? [...new Set(known)] : undefined;
  },
  shown: (value, { language }) => new Intl.ListFormat(language).format(value),
  compare: (a, b) => byText(a.join(), b.join()),
  operators: choicesOperators,
});

/** For the merge rule `restrictive` yes is the careful one. */
export const yesNo = (options: FieldOptions = {}): Field<boolean> => ({
  type: 'yes-no',
  ...options,
  accepts: (stored) => typeof stored === 'boolean',
  typed: (typed) => {
    const word = typed.trim().toLowerCase();
    return yes.has(word) ? true : no.has(word) ? false : undefined;
  },
  shown: String,
  compare: (a, b) => Number(a) - Number(b),
  operators: yesNoOperators,
});

/** As spreadsheets and other programs write it. */
const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ja', 'oui', 'sí', 'si']);
const no = new Set(['no', 'n', 'false', '0', 'off', 'nein', 'non', '']);

const foundIn = (choices: readonly string[], typed: string): string | undefined =>
  choices.find((one) => one.toLowerCase() === typed.trim().toLowerCase());

export const isTexts = (stored: JsonValue): stored is string[] =>
  Array.isArray(stored) && stored.length <= 5_000 && stored.every(isText);
