// Days as people know them: whole, only a month or a year, or a birthday without its
// year. Stored as YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD (ISO 8601 as vCard 4 cuts it,
// RFC 6350 section 4.3.1).

import type { JsonValue } from '../domain/record.ts';
import { dateOrderOf, parseDate } from '../values/date.ts';
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
  typed: (typed, { country }) =>
    isDay(typed.trim()) ? typed.trim() : parseDate(typed, dateOrderOf(country)),
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
  typed: (typed) => {
    const at = Date.parse(typed);
    return isTime(at) ? at : undefined;
  },
  shown: (value, { language }) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(value),
  cell: (value) => new Date(value).toISOString(),
  compare: (a, b) => a - b,
  operators: timeOperators,
});

const isDay = (stored: JsonValue): stored is string =>
  typeof stored === 'string' && /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d)$/.test(stored);

/** As it is shown, where that is understood as the same day; so nothing jumps when it is edited. */
function writtenDay(value: string, reader: Reader): string {
  const shown = shownDay(value, reader);
  return parseDate(shown, dateOrderOf(reader.country)) === value ? shown : value;
}

function shownDay(value: string, { language }: Reader): string {
  const match = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  if (match === null) return value;
  const [, year = '', month, date] = match;
  const at = Date.UTC(
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
