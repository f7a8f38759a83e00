// Days of the calendar as ISO text (YYYY-MM-DD), and when they begin in a time zone.
// Text sorts as the days do, so no arithmetic on times is needed to compare them.

import { wallTime } from '../values/wall-time.ts';

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Both ends belong to it. */
export type DaySpan = { from: string; to: string };

const dayMs = 86_400_000;
const earliest = '0001-01-01';
const latest = '9999-12-31';

/** As 1 = Monday to 7 = Sunday (ISO 8601). */
export type WeekDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** Days before the year 1 and after 9999 are the first and the last. */
function dayAt(number: number): string {
  if (!(number > numberOf(earliest))) return earliest;
  if (number >= numberOf(latest)) return latest;
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

const partsOf = (day: string): [year: number, month: number, date: number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? 1, month ?? 1, date ?? 1];
};

/** The last day of a shorter month where there is no such day: 31 January + 1 month. */
export function addTo(day: string, count: number, unit: CalendarUnit): string {
  if (unit === 'day' || unit === 'week')
    return dayAt(numberOf(day) + count * (unit === 'week' ? 7 : 1));
  const [year, month, date] = partsOf(day);
  const months = year * 12 + month - 1 + count * { month: 1, quarter: 3, year: 12 }[unit];
  if (!(months >= 12)) return earliest;
  if (months >= 10_000 * 12) return latest;
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  const first = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-`;
  return `${first}${String(Math.min(date, daysIn(y, m))).padStart(2, '0')}`;
}

export const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The day, week, month, quarter or year that a day lies in. */
export function spanAround(day: string, unit: CalendarUnit, weekStart: WeekDay): DaySpan {
  const from = startOf(day, unit, weekStart);
  return { from, to: addTo(addTo(from, 1, unit), -1, 'day') };
}

function startOf(day: string, unit: CalendarUnit, weekStart: WeekDay): string {
  const [year, month] = day.split('-');
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1970-01-01 was a Thursday, the fourth.
      return addTo(day, -((((numberOf(day) + 3 - (weekStart - 1)) % 7) + 7) % 7), 'day');
    case 'month':
      return `${year}-${month}-01`;
    case 'quarter':
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
  }
}

/** The day on which a point in time (ms since 1970) falls there. */
export const dayOfTime = (at: number, zone: string): string =>
  dayAt(Math.floor(wallTime(at, zone) / dayMs));

/** The first moment of a day there, in ms since 1970; also where midnight is left out. */
export const startOfDay = (day: string, zone: string): number =>
  firstAt(numberOf(day) * dayMs, zone);

/** When the clock on the wall there first shows it (YYYY-MM-DDTHH:MM), or has passed it. */
export const timeOnWall = (wall: string, zone: string): number =>
  firstAt(Date.parse(`${wall}Z`), zone);

function firstAt(wanted: number, zone: string): number {
  const guesses = [-dayMs, 0, dayMs].map((shift) => {
    const near = wanted + shift;
    return wanted - (wallTime(near, zone) - near);
  });
  const first = Math.min(...guesses.filter((at) => wallTime(at, zone) >= wanted));
  if (wallTime(first, zone) === wanted) return first;
  // A clock that was put forward over it: that is when.
  let [before, after] = [first - dayMs, first];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallTime(middle, zone) >= wanted) after = middle;
    else before = middle;
  }
  return after;
}
