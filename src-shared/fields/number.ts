// Amounts. What people give is stored as decimal text, so that nothing is rounded on the
// way and a sum and its currency never come apart.

import type { JsonValue } from '../domain/record.ts';
import { languageOfCountry } from '../values/country-language.ts';
import { currencyIn } from '../values/currency.ts';
import { withPlainDigits } from '../values/digits.ts';
import { byText, type Field, type FieldOptions, type Reader } from './field.ts';
import { numberOperators } from './operators.ts';

/** A measure the program takes: a plain JSON number. */
export const count = (options: FieldOptions = {}): Field<number> => ({
  type: 'number',
  ...options,
  accepts: (stored): stored is number => typeof stored === 'number' && Number.isFinite(stored),
  typed: (typed, reader) => {
    const decimal = parseDecimal(typed, reader);
    return decimal === undefined ? undefined : Number(decimal);
  },
  shown: (value, { language }) => new Intl.NumberFormat(language).format(value),
  cell: String,
  compare: (a, b) => a - b,
  operators: numberOperators,
});

/** One of whole things, from 0 on: what is more, less or broken is not typed, and stays where it was. */
export const wholeCount = (most: number, options: FieldOptions = {}): Field<number> => {
  const any = count(options);
  return {
    ...any,
    most,
    typed: (typed, reader) => {
      const read = any.typed(typed, reader);
      return read !== undefined && Number.isInteger(read) && read >= 0 && read <= most
        ? read
        : undefined;
    },
  };
};

/** Decimal text such as `-12.50`. */
export const number = (options: FieldOptions = {}): Field<string> => ({
  type: 'number',
  ...options,
  accepts: isDecimal,
  typed: parseDecimal,
  shown: shownDecimal,
  cell: String,
  compare: byAmount,
  operators: numberOperators,
});

export type Money = { amount: string; currency: string };

/** One value, so that an amount never meets another's currency. ISO 4217. */
export const money = (options: FieldOptions & { currency: string }): Field<Money> => ({
  type: 'money',
  ...options,
  accepts: isMoney,
  typed: (typed, reader) => {
    const currency = currencyIn(typed, options.currency) ?? options.currency;
    const amount = parseDecimal(typed.replace(/[\p{L}\p{Sc}]/gu, ''), reader);
    return amount === undefined ? undefined : { amount, currency };
  },
  shown: ({ amount, currency }, { language }) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount)),
  written: ({ amount, currency }, reader) => `${shownDecimal(amount, reader)} ${currency}`,
  cell: ({ amount, currency }) => `${amount} ${currency}`,
  compare: (a, b) => byText(a.currency, b.currency) || byAmount(a.amount, b.amount),
  operators: numberOperators,
});

/** Whole stars from none to five. */
export const rating = (options: FieldOptions = {}): Field<number> => ({
  ...count(options),
  type: 'rating',
  accepts: isRating,
  typed: (typed, reader) => {
    const stars = parseDecimal(typed, reader);
    return isRating(Number(stars)) ? Number(stars) : undefined;
  },
});

const isRating = (stored: JsonValue): stored is number =>
  Number.isInteger(stored) && Number(stored) >= 0 && Number(stored) <= 5;

/** `12.5` and `12.50` are as much, but not the same text: one of them is always first. */
const byAmount = (a: string, b: string): number => Number(a) - Number(b) || byText(a, b);

const isDecimal = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && /^-?\d{1,30}(?:\.\d{1,20})?$/.test(stored);

const isMoney = (stored: JsonValue): stored is Money =>
  typeof stored === 'object' &&
  stored !== null &&
  !Array.isArray(stored) &&
  isDecimal(stored['amount'] ?? null) &&
  typeof stored['currency'] === 'string' &&
  /^[A-Z]{3}$/.test(stored['currency']);

type Notation = { digits: ReadonlyMap<string, string>; group: string; point: string };

const notationByLanguage = new Map<string, Notation>();

/** How a language writes digits and what stands between them. */
function notationOf(language: string): Notation {
  const known = notationByLanguage.get(language);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(language, { useGrouping: true });
  const parts = new Map(format.formatToParts(12_345.5).map(({ type, value }) => [type, value]));
  const one = new Intl.NumberFormat(language);
  const notation = {
    digits: new Map(Array.from({ length: 10 }, (_, digit) => [one.format(digit), String(digit)])),
    group: parts.get('group') ?? '',
    point: parts.get('decimal') ?? '.',
  };
  notationByLanguage.set(language, notation);
  return notation;
}

/**
 * As the reader's language has it, and where that makes no number of it, as their country
 * does: `42,5` is as much to somebody in Germany who reads English.
 */
function parseDecimal(typed: string, { language, country }: Reader): string | undefined {
  const own = decimalIn(typed, language);
  return own !== undefined || country === undefined
    ? own
    : decimalIn(typed, languageOfCountry(country));
}

/**
 * `1.234,50` in German and `1,234.50` in English are the same amount. What separates groups
 * counts as that only in front of a whole group, and of the point: `1.5` is one and a half to a
 * German, too.
 */
function decimalIn(typed: string, language: string): string | undefined {
  const { digits, group, point } = notationOf(language);
  const plain = Array.from(withPlainDigits(typed), (letter) => digits.get(letter) ?? letter)
    .join('')
    .replace(/[\s'\p{Cf}٬]/gu, '')
    .replaceAll('\u2212', '-')
    .replaceAll('٫', point);
  const before = `(?=\\d{3}(?!\\d)|\\d{2}${literally(group)})`;
  const isGroup = new RegExp(`(?<!${literally(point)}.*)${literally(group)}${before}`, 'g');
  const bare = group.trim() === '' ? plain : plain.replace(isGroup, '');
  const decimal = bare.replace(point, '.');
  return isDecimal(decimal) ? decimal : undefined;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function shownDecimal(value: string, { language }: Reader): string {
  const decimals = value.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Number(value));
}
