// One or several of a list, and yes or no. Stored as codes; the words are in the catalogue.

import type { JsonValue } from '../domain/record.ts';
import { foundIn, wordOf } from './codes.ts';
import { byText, type Field, type FieldOptions } from './field.ts';
import { choiceOperators, choicesOperators, yesNoOperators } from './operators.ts';
import { isText } from './text.ts';

/** A field whose codes have words of their own: `field.KIND.FIELD.CODE`. */
type WithChoices<T extends JsonValue, C extends string> = Field<T> & {
  readonly choices: readonly C[];
};

/** `choices` in their order: for the merge rule `restrictive` the most careful one last. */
export const choice = <const C extends string>(
  choices: readonly C[],
  options: FieldOptions = {},
): WithChoices<string, C> => ({
  type: 'choice',
  ...options,
  choices,
  // A code that a newer version knows stays what it is.
  accepts: isText,
  typed: (typed, reader) => foundIn(choices, typed, reader),
  shown: wordOf,
  cell: String,
  compare: (a, b) => placeIn(choices, a) - placeIn(choices, b) || byText(a, b),
  operators: choiceOperators,
});

/** Stored in their order, each once. */
export const choices = <const C extends string>(
  of: readonly C[],
  options: FieldOptions = {},
): WithChoices<string[], C> => ({
  type: 'choices',
  ...options,
  choices: of,
  accepts: isTexts,
  typed: (typed, reader) => {
    const found = typed
      .split(/[,;،、]/)
      .filter((part) => part.trim() !== '')
      .map((part) => foundIn(of, part, reader));
    return found.includes(undefined) ? undefined : of.filter((one) => found.includes(one));
  },
  shown: (value, reader) =>
    new Intl.ListFormat(reader.language).format(value.map((code) => wordOf(code, reader))),
  written: (value, reader) => value.map((code) => wordOf(code, reader)).join(', '),
  cell: (value) => value.join('; '),
  compare: (a, b) => byText(a.join(), b.join()),
  operators: choicesOperators,
});

/** For the merge rule `restrictive` yes is the careful one. */
export const yesNo = (options: FieldOptions = {}): Field<boolean> => ({
  type: 'yes-no',
  ...options,
  accepts: (stored) => typeof stored === 'boolean',
  typed: (typed, reader) => {
    const word = typed.trim().toLowerCase();
    const own = foundIn(['yes', 'no'], word, reader);
    if (own !== undefined) return own === 'yes';
    return yes.has(word) ? true : no.has(word) ? false : undefined;
  },
  shown: (value, reader) => wordOf(yesOrNo(value), reader),
  cell: yesOrNo,
  compare: (a, b) => Number(a) - Number(b),
  operators: yesNoOperators,
});

/** As spreadsheets and other programs write it. */
const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ja', 'oui', 'sí', 'si']);
const no = new Set(['no', 'n', 'false', '0', 'off', 'nein', 'non']);

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** What a newer version knows comes last. */
function placeIn(choices: readonly string[], code: string): number {
  const at = choices.indexOf(code);
  return at === -1 ? choices.length : at;
}

export const isTexts = (stored: JsonValue): stored is string[] =>
  Array.isArray(stored) && stored.length <= 5_000 && stored.every(isText);
