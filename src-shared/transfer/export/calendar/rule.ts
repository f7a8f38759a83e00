// How something comes round, as RFC 5545 says it. Its rules leave out what a shorter month does
// not have; ours take the last day of that month (reminders/rounds.ts), so it is written out.

import { addTo } from '../../../query/calendar.ts';
import { nextRound } from '../../../reminders/rounds.ts';
import { type Repeat, repeatText } from '../../../values/repeat.ts';

type Rule = Exclude<Repeat, { unit: 'after' }>;

const every = (interval: number): string => (interval === 1 ? '' : `;INTERVAL=${interval}`);

/** `first`: a day, with or without its year. */
export const yearlyRule = (first: string, interval: number): string =>
  `FREQ=YEARLY${every(interval)}${first.endsWith('02-29') ? ';BYMONTH=2;BYMONTHDAY=-1' : ''}`;

export function ruleOf(repeat: Rule, first: string): string {
  const { unit, interval, nth } = repeat;
  if (unit === 'year') return yearlyRule(first, interval);
  const date = Number(first.slice(8, 10));
  if (unit !== 'month' || nth !== undefined || date <= 28) return repeatText(repeat);
  return `FREQ=MONTHLY${every(interval)};BYMONTHDAY=${date === 31 ? -1 : date}`;
}

const yearsAhead = 10;

/** Of the 29th and 30th what is left in February, some years ahead: many readers know no rule for it. */
export function furtherOf(repeat: Rule, first: string, from: string): string[] {
  const isMonthly = repeat.unit === 'month' && repeat.nth === undefined;
  if (!isMonthly || !/-(?:29|30)$/.test(first)) return [];
  const end = addTo(from, yearsAhead, 'year');
  const days: string[] = [];
  let day = nextRound(first, repeat, addTo(from, -1, 'day'));
  for (; day !== undefined && day < end; day = nextRound(first, repeat, day))
    if (day.slice(8) !== first.slice(8)) days.push(day);
  return days;
}
