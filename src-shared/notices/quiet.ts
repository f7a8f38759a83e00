// When nobody is told of anything: at night, at the weekend, on holidays, as its owner set it.

import { addTo, dayOfTime, startOfDay, timeOnWall } from '../query/calendar.ts';
import { wallTime } from '../values/wall-time.ts';

export type Quiet = {
  /** HH:MM, both or neither; over midnight where it ends earlier than it begins. */
  from: string;
  until: string;
  weekends: boolean;
  holidays: boolean;
};

export type Rest = {
  quiet: Quiet;
  /** Days of the week without work, 1 = Monday to 7 = Sunday. */
  weekend: readonly number[];
  /** YYYY-MM-DD. */
  holidays: ReadonlySet<string>;
};

const dayMs = 86_400_000;
/** No rest is longer. */
const mostDays = 30;

export function isQuiet(at: number, zone: string, { quiet, weekend, holidays }: Rest): boolean {
  const day = dayOfTime(at, zone);
  if (quiet.weekends && weekend.includes(weekDayOf(day))) return true;
  if (quiet.holidays && holidays.has(day)) return true;
  const { from, until } = quiet;
  if (from === '' || until === '' || from === until) return false;
  const clock = new Date(wallTime(at, zone)).toISOString().slice(11, 16);
  return from < until ? clock >= from && clock < until : clock >= from || clock < until;
}

/** When it is over, for a time that is quiet. */
export function quietEnds(at: number, zone: string, rest: Rest): number {
  const today = dayOfTime(at, zone);
  for (let days = 0; days <= mostDays; days += 1) {
    const day = addTo(today, days, 'day');
    const { until } = rest.quiet;
    const times = [
      startOfDay(day, zone),
      ...(until === '' ? [] : [timeOnWall(`${day}T${until}`, zone)]),
    ].toSorted((a, b) => a - b);
    const found = times.find((time) => time > at && !isQuiet(time, zone, rest));
    if (found !== undefined) return found;
  }
  return at + mostDays * dayMs;
}

/** 1970-01-01 was a Thursday, the fourth. */
const weekDayOf = (day: string): number =>
  ((((Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs) + 3) % 7) + 7) % 7) + 1;
