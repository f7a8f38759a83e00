// When a day of the year comes again, and how many years it is then. Whoever was born on 29
// February has the 28th in other years.

/** `years` on the next one; undefined where the year is not known. */
export type Anniversary = { inDays: number; years: number | undefined };

const written = /^(?:(?<year>\d{4})|-)-(?<month>\d{2})-(?<day>\d{2})$/;
const dayMs = 24 * 60 * 60 * 1000;

/** `day`: as it is stored, with or without its year; `today`: YYYY-MM-DD. */
export function nextAnniversary(day: string, today: string): Anniversary | undefined {
  const first = written.exec(day)?.groups;
  const now = written.exec(today)?.groups;
  if (first === undefined || now?.['year'] === undefined) return undefined;
  const [year, month, date] = [first['year'], Number(first['month']), Number(first['day'])];
  const thisYear = Number(now['year']);
  const from = Date.UTC(thisYear, Number(now['month']) - 1, Number(now['day']));
  const inYear = (of: number): number => {
    const isCut = month === 2 && date === 29 && !isLeap(of);
    return Date.UTC(of, month - 1, isCut ? 28 : date);
  };
  const next = inYear(thisYear) >= from ? thisYear : thisYear + 1;
  const years = year === undefined ? undefined : next - Number(year);
  return years !== undefined && years < 0
    ? undefined
    : { inDays: Math.round((inYear(next) - from) / dayMs), years };
}

/**
 * A day that does not come again is below zero once it was; one without its year is meant to
 * come again.
 */
export function daysAway(day: string, today: string): number | undefined {
  if (day.startsWith('-')) return nextAnniversary(day, today)?.inDays;
  const [at, now] = [startOf(day), startOf(today)];
  return at === undefined || now === undefined ? undefined : Math.round((at - now) / dayMs);
}

function startOf(text: string): number | undefined {
  const { year, month, day } = written.exec(text)?.groups ?? {};
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
