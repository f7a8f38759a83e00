// Days as YYYY-MM-DD, or as much of one as is known: YYYY-MM, YYYY, or --MM-DD without its
// year. Nothing is made up: a month stays a month. Whether 03/04/2021 is March or April
// is settled for a whole column: by the option, else by its values.

import { withPlainDigits } from './digits.ts';
import { monthByName } from './month-names.ts';
import { type ParsedValue, understood } from './parsed-value.ts';

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/**
 * As people of a country write dates. The country, which also reads phone numbers, and not
 * the language of the window: English is written month first in one country and day first
 * in the next, many read Rapport in a language of elsewhere, and the same text must become
 * the same day whether it is typed or imported.
 */
export const dateOrderOf = (country: string | undefined): DateOrder =>
  country === undefined || country.toUpperCase() === 'US' ? 'mdy' : 'dmy';

/** With the text as written beside it; undefined for an empty date (0/0/00). */
export function parseDay(text: string, order: DateOrder): ParsedValue | undefined {
  const raw = text.trim();
  const date = parseDate(raw, order);
  if (date === '') return undefined;
  return date === undefined
    ? { value: raw, problem: 'date-not-understood' }
    : understood(date, raw);
}

/** A time of day after the date is left out; any other text means that it is not one. */
const time = String.raw`(?:[T ]|,? ?)\d{1,2}[:.]\d{2}.*|T.*`;
const isoDay = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:${time})?$`);
const packedDay = /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/;
/** 1975年3月12日 */
const namedParts = /^(?:(\d{4})[年년] ?)?(\d{1,2})[月월](?: ?(\d{1,2})[日일])?$/;
const yearlessDay = /^--(\d{1,2})-?(\d{2})$/;
const numberedDay = new RegExp(
  `^(\\d{1,4})[/. -]+(\\d{1,2})(?:[/. -]+(\\d{1,2}|\\d{4}))?\\.?(?:${time})?$`,
);

/** Nobody who writes the month first puts dots between: 12.03.1975 is in March everywhere. */
const dottedDay = /^\d{1,2}\. ?\d{1,2}(?:\.|$)/;

/** '' for an empty date (0/0/00), undefined when not understood. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const plain = withPlainDigits(text);
  const read = plainDate(
    plain
      .replace(/\p{Cf}/gu, '')
      .replaceAll('،', ',')
      .trim(),
    order,
  );
  return plain !== text && otherCalendar.test(read ?? '') ? undefined : read;
}

/** In Arabic or Persian digits, 1402 or 1445 counts from the year 622. */
const otherCalendar = /^1[345]/;

function plainDate(trimmed: string, order: DateOrder): string | undefined {
  if (/^0*[/.-]0*[/.-]0*$/.test(trimmed) || trimmed === '') return '';
  const [, isoYear, isoMonth, isoDate] = isoDay.exec(trimmed) ?? [];
  if (isoYear !== undefined) return dayText(isoYear, isoMonth, isoDate);
  const [, someMonth, someDay] = yearlessDay.exec(trimmed) ?? [];
  if (someMonth !== undefined) return dayText(undefined, someMonth, someDay);
  const [, itsYear, itsMonth, itsDay] = namedParts.exec(trimmed) ?? [];
  if (itsMonth !== undefined) return partsText(itsYear, itsMonth, itsDay);
  const [, year, month, day] = packedDay.exec(trimmed) ?? [];
  if (year !== undefined) return dayText(year, month, day);
  const partial = yearOrMonth(trimmed);
  if (partial !== undefined) return partial;
  const [, a, b, c] = numberedDay.exec(trimmed) ?? [];
  if (a === undefined) return namedDate(trimmed);
  return numericDate(a, b ?? '', c, order === 'mdy' && dottedDay.test(trimmed) ? 'dmy' : order);
}

function partsText(year: string | undefined, month: string, day: string | undefined) {
  if (day !== undefined) return dayText(year, month, day);
  return year === undefined ? undefined : monthText(year, month);
}

/** 1985, 1985-04, 4/1985. */
function yearOrMonth(text: string): string | undefined {
  const [, year = '', month] = /^(\d{4})(?:[/. -](\d{1,2}))?$/.exec(text) ?? [];
  if (year !== '') return monthText(year, month);
  const [, before = '', after = ''] = /^(\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  return after === '' ? undefined : monthText(after, before);
}

function numericDate(
  a: string,
  b: string,
  c: string | undefined,
  order: DateOrder,
): string | undefined {
  if (a.length === 4) return c === undefined ? undefined : dayText(a, b, c);
  if (a.length === 3) return undefined;
  if (order === 'ymd' && c !== undefined && c.length <= 2) return dayText(fullYear(a), b, c);
  const isMonthFirst = order === 'mdy' ? Number(a) <= 12 : Number(b) > 12;
  const [month, day] = isMonthFirst ? [a, b] : [b, a];
  return dayText(c === undefined ? undefined : fullYear(c), month, day);
}

/** 12 Mar 2024, 7-Feb-22, March 12, 2024, 12. März 2024, 12 Mar, March 2024. */
function namedDate(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .replace(/(كانون|تشرين) (?=ال)/u, '$1_')
    .split(/[\s,.\-/]+/)
    .filter((part) => part !== '' && part !== 'de' && part !== 'of');
  const at = parts.findIndex((part) => monthByName.has(part));
  if (at === -1 || parts.length < 2 || parts.length > 5) return undefined;
  const month = String(monthByName.get(parts[at] ?? ''));
  const rest = parts
    .filter((_, index) => index !== at)
    .map((part) => part.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
  const [first = '', second] = rest;
  if (![first, second ?? '1'].every((part) => /^\d{1,2}$|^\d{4}$/.test(part))) return undefined;
  if (!rest.slice(2).every((part) => /^\d|^(?:am|pm|utc|gmt)$/.test(part))) return undefined;
  if (first.length === 4)
    return second === undefined ? monthText(first, month) : dayText(first, month, second);
  return dayText(second === undefined ? undefined : fullYear(second), month, first);
}

/** Two digits: at most ten years ahead of 2020 are of this century. */
const fullYear = (year: string): string =>
  year.length > 2 ? year : `${Number(year) <= 30 ? '20' : '19'}${year.padStart(2, '0')}`;

function monthText(year: string, month: string | undefined): string | undefined {
  if (Number(year) === 0) return undefined;
  if (month === undefined) return year;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth ? `${year}-${month.padStart(2, '0')}` : undefined;
}

function dayText(year: string | undefined, month = '', day = ''): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1) return undefined;
  const isLeap =
    year === undefined ||
    (Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0));
  const longest = m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  if (d > longest || (year !== undefined && Number(year) === 0)) return undefined;
  const rest = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return year === undefined ? `--${rest}` : `${year}-${rest}`;
}

/** The order that a column's values show; undefined when none of them does. */
export function orderOf(values: readonly string[]): DateOrder | undefined {
  for (const value of values) {
    const match = /^(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})/.exec(value.trim());
    if (match === null) continue;
    const [, a = '', b = ''] = match;
    if (a.length > 2) return 'ymd';
    if (Number(a) > 12) return 'dmy';
    if (Number(b) > 12) return 'mdy';
    if (value.includes('.')) return 'dmy';
  }
  return undefined;
}
