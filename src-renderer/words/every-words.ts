// How often, and how something comes round, in words.

import { plural, t } from '@lingui/core/macro';

import { everyOf, everyWords } from '../../src-shared/fields/every.ts';
import { type Repeat, repeatOf } from '../../src-shared/values/repeat.ts';
import { commaWords } from './in-language.ts';
import { localeNow } from './language.ts';

/** “every 6 weeks”; what cannot be read as it was written. */
export function everySaid(stored: string): string {
  const read = everyOf(stored);
  if (read === undefined) return stored;
  if (read.count === 1)
    return { day: t`every day`, week: t`every week`, month: t`every month` }[read.unit];
  const period = everyWords(read, localeNow());
  return t`every ${period}`;
}

/** Empty for what comes once. */
export function repeatSaid(stored: unknown): string {
  const repeat = repeatOf(stored);
  if (repeat === undefined) return '';
  if (repeat.unit === 'after')
    return plural(repeat.days, {
      one: 'again # day after it was done',
      other: 'again # days after it was done',
    });
  const { nth, weekDays = [] } = repeat;
  if (nth !== undefined) return nthSaid(nth.nth, dayName(nth.weekDay));
  if (weekDays.length > 0) return weekSaid(repeat.interval, commaWords(weekDays.map(dayName)));
  return intervalSaid(repeat);
}

function intervalSaid({ unit, interval }: Exclude<Repeat, { unit: 'after' }>): string {
  switch (unit) {
    case 'day':
      return plural(interval, { one: 'every day', other: 'every # days' });
    case 'week':
      return plural(interval, { one: 'every week', other: 'every # weeks' });
    case 'month':
      return plural(interval, { one: 'every month', other: 'every # months' });
    case 'year':
      return plural(interval, { one: 'every year', other: 'every # years' });
  }
}

const weekSaid = (interval: number, days: string): string =>
  plural(interval, {
    one: `every week on ${days}`,
    other: `every # weeks on ${days}`,
  });

function nthSaid(nth: number, day: string): string {
  if (nth === -1) return t`on the last ${day} of the month`;
  switch (nth) {
    case 1:
      return t`on the first ${day} of the month`;
    case 2:
      return t`on the second ${day} of the month`;
    case 3:
      return t`on the third ${day} of the month`;
    case 4:
      return t`on the fourth ${day} of the month`;
    default:
      return t`on the fifth ${day} of the month`;
  }
}

/** 1 = Monday; 1 January 2024 was one. */
const dayName = (weekDay: number): string =>
  new Intl.DateTimeFormat(localeNow(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekDay),
  );
