// The times of a rule within a stretch of time. Whatever a file says, it ends: rules that never
// find a day, that began with the year 1 or that ask for every second are given up.

import ICAL from 'ical.js';

import { mostOfRule } from './calendar-types.ts';
import { timeOf, wallOf } from './zones.ts';

const dayMs = 86_400_000;
/** So many days are looked at for one rule. */
const mostLooks = 60_000;
const longestInterval = 1_000;
const eldest = Date.UTC(1900, 0, 1);

type Stretch = { from: number; to: number };
/** What is left for all rules of a file together. */
export type Budget = { looks: number };

/** On the wall of its zone, in order. `isWhole`: nothing was given up. */
export function expand(
  start: ICAL.Time,
  rule: ICAL.Recur,
  { from, to }: Stretch,
  budget: Budget,
): { walls: number[]; isWhole: boolean } {
  const first = wallOf(start);
  const isOften = ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq);
  if (isOften || first < eldest || !(rule.interval >= 1) || rule.interval > longestInterval)
    return { walls: inside([first], from, to), isWhole: false };
  if (first > to) return { walls: [], isWhole: true };
  const walls: number[] = [];
  try {
    const times = rule.iterator(timeOf(nearer(first, rule, from)));
    const check = times.check_contracting_rules.bind(times);
    // All days of a month or year are gone through for one of its times.
    const cost = ['MONTHLY', 'YEARLY'].includes(rule.freq) ? 20 : 1;
    let looks = Math.min(mostLooks, budget.looks);
    times.check_contracting_rules = () => {
      looks -= cost;
      budget.looks -= cost;
      if (looks < 0) throw new RangeError('a rule that finds no day');
      return check();
    };
    while (walls.length < mostOfRule) {
      const time = times.next() as ICAL.Time | null | undefined;
      if (time === null || time === undefined) return { walls, isWhole: true };
      const wall = wallOf(time);
      if (wall > to) return { walls, isWhole: true };
      if (wall >= from) walls.push(wall);
    }
  } catch {
    // What was found until then holds.
  }
  return { walls, isWhole: false };
}

const inside = (walls: readonly number[], from: number, to: number): number[] =>
  walls.filter((wall) => wall >= from && wall <= to);

/** Long before the stretch begins a rule that is not counted goes on as it does later. */
function nearer(first: number, rule: ICAL.Recur, from: number): number {
  if ((rule.count ?? 0) > 0 || first >= from) return first;
  const days = { DAILY: 1, WEEKLY: 7 }[String(rule.freq)];
  if (days !== undefined) {
    const round = days * rule.interval * dayMs;
    return first + Math.max(0, Math.floor((from - first) / round) - 1) * round;
  }
  // Every fourth year has 29 February, but for 1900.
  const [begun, wanted] = [new Date(first), new Date(from)];
  const round = 4 * rule.interval;
  const years = wanted.getUTCFullYear() - begun.getUTCFullYear() - 1;
  if (begun.getUTCFullYear() < 1904 || years < round) return first;
  begun.setUTCFullYear(begun.getUTCFullYear() + Math.floor(years / round) * round);
  return begun.getTime();
}
