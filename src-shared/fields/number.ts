// Amounts. What people give is stored as decimal text, so that nothing is rounded on the
// way and a sum and its currency never come apart.

import type { JsonValue } from '../domain/record.ts';
import { byText, type Field, type FieldOptions, type Reader } from './field.ts';
import { numberOperators } from './operators.ts';

/** A measure the program takes: a plain JSON number. */
export const count = (options: FieldOptions = {}): Field<number> => ({
  type: 'number',
  ...options,
  accepts: (stored): stored is number => typeof stored === 'number' && Number.isFinite(stored),
  typed: (typed) => {
    const decimal = parseDecimal(typed, { language: 'en' });
    return decimal === undefined ? undefined : Number(decimal);
  },
  shown: (value, { language }) => new Intl.NumberFormat(language).format(value),
  compare: (a, b) => a - b,
  operators: numberOperators,
});

/** Decimal text such as `-12.50`. */
export const number = (options: FieldOptions = {}): Field<string> => ({
  type: 'number',
  ...options,
  accepts: isDecimal,
  typed: parseDecimal,
  shown: shownDecimal,
  compare: (a, b) => Number(a) - Number(b) || byText(a, b),
  operators: numberOperators,
});

export type Money = { amount: string; currency: string };

/** One value, so that an amount never meets another's currency. ISO 4217. */
export const money = (options: FieldOptions & { currency: string }): Field<Money> => ({
  type: 'money',
  ...options,
  accepts: isMoney,
  typed: (typed, reader) => {
    const currency = /\b[A-Z]{3}\b/.exec(typed)?.[0] ?? options.currency;
    const amount = parseDecimal(typed.replace(/[^\d.,'\s-]/g, ''), reader);
    return amount === undefined ? undefined : { amount, currency };
  },
  shown: ({ amount, currency }, { language }) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount)),
  compare: (a, b) => byText(a.currency, b.currency) || Number(a.amount) - Number(b.amount),
  operators: numberOperators,
});

/** Whole stars from none to five. */
export const rating = (options: FieldOptions = {}): Field<number> => ({
  ...count(options),
  type: 'rating',
  accepts: (stored): stored is number =>
    Number.isInteger(stored) && Number(stored) >= 0 && Number(stored) <= 5,
});

const isDecimal = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && /^-?\d{1,30}(?:\.\d{1,20})?$/.test(stored);

const isMoney = (stored: JsonValue): stored is Money =>
  typeof stored === 'object' &&
  stored !== null &&
  !Array.isArray(stored) &&
  isDecimal(stored['amount'] ?? null) &&
  typeof stored['currency'] === 'string' &&
  /^[A-Z]{3}$/.test(stored['currency']);

/** `1.234,50` in German and `1,234.50` in English are the same amount. */
function parseDecimal(typed: string, { language }: Pick<Reader, 'language'>): string | undefined {
  const comma = new Intl.NumberFormat(language).format(1.5).includes(',');
  const [group, point] = comma ? ['.', ','] : [',', '.'];
  const plain = typed
    .trim()
    .replace(/[\s'\u00a0\u202f]/g, '')
    .replaceAll(group, '')
    .replace(point, '.');
  return isDecimal(plain) ? plain : undefined;
}

function shownDecimal(value: string, { language }: Reader): string {
  const decimals = value.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Number(value));
}
