// The days on which something comes round. What would fall on the 31st of a shorter month falls
// on its last day, and 29 February on the 28th (RFC 7529: SKIP=BACKWARD). Days are YYYY-MM-DD.

import { addTo } from '../query/calendar.ts';
import type { Repeat } from '../values/repeat.ts';

type Rule = Exclude<Repeat, { unit: 'after' }>;

const dayMs = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
/** 1 = Monday to 7 = Sunday; 1970-01-01 was a Thursday. */
const weekDayOf = (day: string): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** A fifth Friday may be missing for so many rounds on end. */
const mostEmpty = 200;

/** The last one that is not after `day`; undefined where it begins later. */
export function lastRound(first: string, rule: Rule, day: string): string | undefined {
  if (day < first) return undefined;
  const at = roundAround(first, rule, day);
  for (let round = at; round >= 0 && round > at - mostEmpty; round -= 1) {
    const found = daysOfRound(first, rule, round).findLast((one) => one <= day && one >= first);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first one after `day`. */
export function nextRound(first: string, rule: Rule, day: string): string | undefined {
  const at = day < first ? 0 : roundAround(first, rule, day);
  for (let round = at; round < at + mostEmpty; round += 1) {
    const found = daysOfRound(first, rule, round).find((one) => one > day && one >= first);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The number of the round in which `day` lies, or that before it. */
function roundAround(first: string, { unit, interval }: Rule, day: string): number {
  const units = {
    day: numberOf(day) - numberOf(first),
    week: (numberOf(day) - numberOf(mondayOf(first))) / 7,
    month: monthOf(day) - monthOf(first),
    year: Number(day.slice(0, 4)) - Number(first.slice(0, 4)),
  }[unit];
  return Math.max(0, Math.floor(units / interval));
}

const mondayOf = (day: string): string => addTo(day, 1 - weekDayOf(day), 'day');

/** In order; also those before the first. */
function daysOfRound(
  first: string,
  { unit, interval, weekDays, nth }: Rule,
  round: number,
): string[] {
  const count = round * interval;
  if (unit === 'week') {
    const monday = addTo(mondayOf(first), count, 'week');
    const wanted = weekDays ?? [weekDayOf(first)];
    return wanted.toSorted((a, b) => a - b).map((weekDay) => addTo(monday, weekDay - 1, 'day'));
  }
  if (unit === 'month' && nth !== undefined) {
    const month = addTo(`${first.slice(0, 7)}-01`, count, 'month');
    const found = nthOf(month, nth.nth, nth.weekDay);
    return found === undefined ? [] : [found];
  }
  return [addTo(first, count, unit)];
}

/** `month`: its first day. */
function nthOf(month: string, nth: number, weekDay: number): string | undefined {
  const after = (day: string): number => (weekDay - weekDayOf(day) + 7) % 7;
  if (nth > 0) {
    const found = addTo(month, after(month) + (nth - 1) * 7, 'day');
    return found.slice(0, 7) === month.slice(0, 7) ? found : undefined;
  }
  const end = addTo(addTo(month, 1, 'month'), -1, 'day');
  return addTo(end, -((weekDayOf(end) - weekDay + 7) % 7), 'day');
}
