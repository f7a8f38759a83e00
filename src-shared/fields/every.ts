// How often: every so many days, weeks or months. Stored as ISO 8601 writes it (P6W), so that
// the number and its unit never come apart.

import type { JsonValue } from '../domain/record.ts';
import { withPlainDigits } from '../values/digits.ts';
import { byText, type Field, type FieldOptions } from './field.ts';
import { textOperators } from './operators.ts';
import { isText } from './text.ts';

export const everyUnits = ['day', 'week', 'month'] as const;
export type EveryUnit = (typeof everyUnits)[number];
export type Every = { count: number; unit: EveryUnit };

/** Ten years of days: whoever means longer means never. */
const most = 3_650;
const letters = { day: 'D', week: 'W', month: 'M' } as const;

export const isEveryCount = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= most;

export const everyText = ({ count, unit }: Every): string => `P${count}${letters[unit]}`;

/** Undefined for what is not written so. */
export function everyOf(stored: JsonValue | undefined): Every | undefined {
  const [, digits, letter] =
    typeof stored === 'string' ? (/^P(\d{1,4})([DWM])$/.exec(stored) ?? []) : [];
  const unit = everyUnits.find((one) => letters[one] === letter);
  const count = Number(digits);
  return unit === undefined || !isEveryCount(count) ? undefined : { count, unit };
}

/** About how many days: to tell which of two comes round sooner. */
export const everyDays = ({ count, unit }: Every): number =>
  count * { day: 1, week: 7, month: 365.25 / 12 }[unit];

/** “6 weeks” in the language. */
export const everyWords = ({ count, unit }: Every, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

export const every = (options: FieldOptions = {}): Field<string> => ({
  type: 'text',
  ...options,
  // What a file brought and nobody could read is kept as it was written.
  accepts: isText,
  typed: (typed, { language }) => {
    const read = everyOf(typed.trim()) ?? typedEvery(typed, language);
    return read === undefined ? undefined : everyText(read);
  },
  shown: (stored, { language }) => {
    const read = everyOf(stored);
    return read === undefined ? stored : everyWords(read, language);
  },
  cell: String,
  compare: (a, b) => daysOf(a) - daysOf(b) || byText(a, b),
  operators: textOperators,
});

const daysOf = (stored: string): number => {
  const read = everyOf(stored);
  return read === undefined ? Infinity : everyDays(read);
};

function typedEvery(typed: string, language: string): Every | undefined {
  const text = plain(typed);
  const [digits] = /\d+/.exec(text) ?? ['1'];
  const count = Number(digits);
  if (!isEveryCount(count)) return undefined;
  for (const one of [language, 'en', 'de'])
    for (const unit of everyUnits)
      if (plain(everyWords({ count, unit }, one)) === text) return { count, unit };
  return undefined;
}

const plain = (text: string): string =>
  withPlainDigits(text).trim().replace(/\s+/g, ' ').toLowerCase();
