// Days as people know them: whole, only a month or a year, or a birthday without its
// year. Stored as YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD (ISO 8601 as vCard 4 cuts it,
// RFC 6350 section 4.3.1).

import type { JsonValue } from '../domain/record.ts';
import { dateOrderOf, parseDate } from '../values/date.ts';
import { splitTime } from '../values/day-and-time.ts';
import { daysFromToday } from '../values/near-days.ts';
import { isTime } from '../values/time.ts';
import { byText, type Field, type FieldOptions, type Reader } from './field.ts';
import { timeOperators } from './operators.ts';
import { isText } from './text.ts';

export const day = (options: FieldOptions = {}): Field<string> => ({
  type: 'day',
  ...options,
  accepts: isDay,
  // What could not be read as a day is kept as it was written.
  tolerates: isText,
  typed: typedDay,
  shown: shownDay,
  written: writtenDay,
  cell: String,
  compare: byText,
  operators: timeOperators,
});

/** Points in time the program takes: ms since 1970, from the year 1 to 9999. */
export const time = (options: FieldOptions = {}): Field<number> => ({
  type: 'time',
  ...options,
  accepts: isTime,
  typed: typedTime,
  shown: shownTime,
  written: writtenTime,
  cell: (value) => new Date(value).toISOString(),
  compare: (a, b) => a - b,
  operators: timeOperators,
});

const isDay = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d)$/.test(stored);

function typedDay(typed: string, reader: Reader): string | undefined {
  const text = typed.trim();
  const read = parseDate(text, dateOrderOf(reader.country)) ?? nearDay(text, reader);
  // A row of noughts is how some say that there is none.
  return read === '' ? undefined : read;
}

function nearDay(text: string, { language, now }: Reader): string | undefined {
  if (now === undefined) return undefined;
  const days = daysFromToday(text, language);
  if (days === undefined) return undefined;
  const today = new Date(now());
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, 12));
}

/** Of this laptop's time zone. */
function localDay(at: Date): string {
  const [month, date] = [at.getMonth() + 1, at.getDate()].map(twoDigits);
  return `${String(at.getFullYear()).padStart(4, '0')}-${month}-${date}`;
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** In this laptop's time zone where people wrote it; programs say which they mean. */
function typedTime(typed: string, reader: Reader): number | undefined {
  const at = reader.country === undefined ? Date.parse(typed) : localTime(typed, reader);
  return at !== undefined && isTime(at) ? at : undefined;
}

/** With its time zone, as programs write it. */
const isoTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;

function localTime(typed: string, reader: Reader): number | undefined {
  if (isoTime.test(typed.trim())) return Date.parse(typed);
  const written = splitTime(typed);
  const read = written && typedDay(written.day, reader);
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(read ?? '') ?? [];
  if (written === undefined || year === undefined) return undefined;
  const at = new Date(2000, 0, 1, written.hour, written.minute);
  at.setFullYear(Number(year), Number(month) - 1, Number(date));
  return at.getTime();
}

function shownTime(value: number, { language }: Reader): string {
  const how: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(language, how).format(value);
}

/** As it is shown, where that is understood as the same minute. */
function writtenTime(value: number, reader: Reader): string {
  const shown = shownTime(value, reader);
  const minute = Math.floor(value / 60_000) * 60_000;
  if (typedTime(shown, reader) === minute) return shown;
  const at = new Date(value);
  return `${localDay(at)} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** As it is shown, where that is understood as the same day; so nothing jumps when it is edited. */
function writtenDay(value: string, reader: Reader): string {
  const shown = shownDay(value, reader);
  return parseDate(shown, dateOrderOf(reader.country)) === value ? shown : value;
}

function shownDay(value: string, { language }: Reader): string {
  const match = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  if (match === null) return value;
  const [, year = '', month, date] = match;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const at = new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(
    year === '-' ? 2000 : Number(year),
    Number(month ?? 1) - 1,
    Number(date ?? 1),
  );
  const parts: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    ...(year === '-' ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(date === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(language, parts).format(at);
}
