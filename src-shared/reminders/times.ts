// When a reminder is due, and which of its times is meant: a pure function of its record, the
// time and nothing else. Of several that were missed only the last one counts.

import type { JsonValue, SetItem } from '../domain/record.ts';
import { isWallTime } from '../fields/when-due.ts';
import { isZone } from '../values/zone.ts';
import { addTo, dayOfTime, timeOnWall } from '../query/calendar.ts';
import { type Repeat, repeatOf } from '../values/repeat.ts';
import { lastRound, nextRound } from './rounds.ts';

/** What became of one time: in `more.state`. */
export const timeStates = ['done', 'skipped', 'snoozed'] as const;
export type TimeState = (typeof timeStates)[number];

type Settled = {
  state: TimeState;
  /** When it was done, or until when it is put off: YYYY-MM-DD. */ on: string;
};

export type Times = {
  first: string;
  /** HH:MM on the wall of `zone`. */
  clock: string;
  zone: string;
  repeat: Repeat | undefined;
  settled: ReadonlyMap<string, Settled>;
};

type Content = {
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
};

/** Undefined for one that was stopped, or that says no time this version understands. */
export function timesOf({ fields, sets }: Content): Times | undefined {
  const { at, zone, repeat, state } = fields;
  if (state === 'stopped' || !isWallTime(at) || !isZone(zone)) return undefined;
  const rule = repeatOf(repeat);
  if (rule === undefined && repeat !== undefined) return undefined;
  const settled = (sets['times'] ?? []).flatMap(({ value, more }): [string, Settled][] => {
    const how = timeStates.find((one) => one === more?.['state']);
    return how === undefined || !isDay(value)
      ? []
      : [[value, { state: how, on: isDay(more?.['on']) ? more['on'] : value }]];
  });
  return {
    first: at.slice(0, 10),
    clock: at.slice(11),
    zone,
    repeat: rule,
    settled: new Map(settled),
  };
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && isWallTime(`${text}T00:00`);

/** One time of it. `day` names it; `since`: from when it is shown, later than `day` where it was put off. */
export type Due = { day: string; since: string; at: number };

/** The time that is due now or, where none is, the next one; undefined where none will come. */
export function timeDue(times: Times, now: number): (Due & { isDue: boolean }) | undefined {
  const last = lastTime(times, now);
  const open = last === undefined || isSettled(times, last) ? undefined : last;
  const day = open ?? nextTime(times, last);
  if (day === undefined) return undefined;
  const put = times.settled.get(day);
  const since = put?.state === 'snoozed' && put.on > day ? put.on : day;
  const at = timeOnWall(`${since}T${times.clock}`, times.zone);
  return { day, since, at, isDue: at <= now };
}

/** What comes after one that is settled. */
export function nextTime(
  { first, repeat, settled }: Times,
  last: string | undefined,
): string | undefined {
  if (repeat === undefined) return settledBy(settled, first) ? undefined : first;
  if (repeat.unit === 'after') return afterDone(first, repeat.days, settled);
  let day = last === undefined ? firstRound(first, repeat) : nextRound(first, repeat, last);
  // Done before it was due.
  while (day !== undefined && settledBy(settled, day)) day = nextRound(first, repeat, day);
  return day;
}

/** The first day that nobody has settled after the last that somebody did. */
export function firstOpen(times: Times): string | undefined {
  const done = [...times.settled]
    .filter(([, { state }]) => state !== 'snoozed')
    .map(([day]) => day);
  const last = done.toSorted().at(-1);
  return nextTime(times, last);
}

const firstRound = (
  first: string,
  repeat: Exclude<Repeat, { unit: 'after' }>,
): string | undefined => nextRound(first, repeat, addTo(first, -1, 'day'));

function afterDone(first: string, days: number, settled: Times['settled']): string {
  const done = [...settled.values()].filter(({ state }) => state !== 'snoozed');
  const last = done
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return last === undefined ? first : addTo(last, days, 'day');
}

/** The last that has come. */
function lastTime(times: Times, now: number): string | undefined {
  const { first, repeat, zone, clock, settled } = times;
  const isPast = (day: string): boolean => timeOnWall(`${day}T${clock}`, zone) <= now;
  if (repeat === undefined) return isPast(first) ? first : undefined;
  if (repeat.unit === 'after') {
    const day = afterDone(first, repeat.days, settled);
    return isPast(day) ? day : undefined;
  }
  const today = dayOfTime(now, zone);
  const found = lastRound(first, repeat, today);
  return found === undefined || isPast(found)
    ? found
    : lastRound(first, repeat, addTo(found, -1, 'day'));
}

const settledBy = (settled: Times['settled'], day: string): boolean => {
  const state = settled.get(day)?.state;
  return state !== undefined && state !== 'snoozed';
};

const isSettled = ({ settled }: Times, day: string): boolean => settledBy(settled, day);
