// What a column holds that has no place of its own, by its values: the type that a field of
// the team's own would have.

import { foldText } from '../domain/fold.ts';
import type { OwnFieldType } from '../domain/own-field.ts';
import { yesNo } from './choice.ts';
import { day } from './day.ts';
import type { Reader } from './field.ts';
import { money, number } from './number.ts';
import { currencyIn, currencyOfCountry } from '../values/currency.ts';
import { parseEmail } from '../values/email.ts';
import { createPhoneParser } from '../values/phone.ts';

export type GuessedOwn = { type: OwnFieldType; currency: string };

/** One in twenty may be something else. */
const enough = 0.95;

export function guessOwnType(values: readonly string[], reader: Reader): GuessedOwn {
  const written = values.map((value) => value.trim()).filter((value) => value !== '');
  const currency = currencyIn(written.find((text) => /\p{Sc}|\b[A-Z]{3}\b/u.test(text)) ?? '', '');
  const usual = currencyOfCountry(reader.country);
  return { type: typeOf(written, reader), currency: currency ?? usual };
}

function typeOf(values: readonly string[], reader: Reader): OwnFieldType {
  if (values.length === 0) return 'text';
  const phone = createPhoneParser(reader.country);
  const tests: [OwnFieldType, (value: string) => boolean][] = [
    ['yes-no', (value) => /\D/.test(value) && yesNo().typed(value, reader) !== undefined],
    ['email', (value) => parseEmail(value) !== undefined],
    ['web', (value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value)],
    // What begins with a nought is a number of something, not an amount.
    ['number', (value) => !/^0\d/.test(value) && number().typed(value, reader) !== undefined],
    ['money', (value) => isMoney(value, reader)],
    ['day', (value) => isDay(value, reader)],
    ['phone', (value) => /^[+0(]/.test(value) && phone(value).problem === undefined],
  ];
  const most = (test: (value: string) => boolean): boolean =>
    values.filter(test).length >= values.length * enough;
  return tests.find(([, test]) => most(test))?.[0] ?? wordsOf(values);
}

const isMoney = (value: string, reader: Reader): boolean =>
  currencyIn(value, '') !== undefined &&
  money({ currency: 'EUR' }).typed(value, reader) !== undefined;

const isDay = (value: string, reader: Reader): boolean =>
  value.length <= 20 && /\d\D/.test(value) && day().typed(value, reader) !== undefined;

/** A list where few words come again and again. */
function wordsOf(values: readonly string[]): OwnFieldType {
  if (values.some((value) => value.length > longestLine || value.includes('\n')))
    return 'long-text';
  const isList = (words: readonly string[]): boolean => {
    const distinct = new Set(words.map((word) => foldText(word.trim())));
    return distinct.size <= mostChoices && words.length >= distinct.size * leastTimes;
  };
  const parted = [...new Set(values.map((value) => foldText(value)))].map(partsOf);
  const parts = values.flatMap(partsOf);
  // The same part stands beside different ones.
  const isParted = parted.flat().length > new Set(parted.flat()).size;
  if (isParted && parts.length >= leastValues && isList(parts)) return 'choices';
  const isShort = values.every((value) => value.length <= longestChoice);
  return isShort && values.length >= leastValues && isList(values) ? 'choice' : 'text';
}

const partsOf = (value: string): string[] =>
  value
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const longestLine = 120;
const longestChoice = 60;
const mostChoices = 15;
const leastTimes = 3;
const leastValues = 6;
