// Times and numbers as the owner has them. Formatters are made once for each
// language: making one costs more than a row of a list.

import { t } from '@lingui/core/macro';

import { isTime } from '../../src-shared/values/time.ts';
import { useHost } from '../data/host-context.tsx';
import { dayOf } from './day.ts';
import { asTheSystem, localeFor } from '../words/language.ts';

export type Dates = {
  date: (at: number) => string;
  dateTime: (at: number) => string;
  /** “Yesterday, 14:10”; of what is further away the date and the time. */
  nearTime: (at: number) => string;
  count: (value: number) => string;
  /** The time of the day in a time zone. */
  timeIn: (at: number, timeZone: string) => string;
  /** “tomorrow”, “in 12 days”, “2 years ago”; what is further away in months and years. */
  inDays: (days: number) => string;
};

const dayMs = 24 * 60 * 60 * 1000;

const datesByLocale = new Map<string, Dates>();

export function useDates(): Dates {
  const { settings } = useHost();
  const locale = localeFor(settings ?? asTheSystem);
  const known = datesByLocale.get(locale);
  if (known !== undefined) return known;
  const made = makeDates(locale);
  datesByLocale.set(locale, made);
  return made;
}

function makeDates(locale: string): Dates {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const away = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // “Last year” is a year of the calendar.
  const yearsAway = new Intl.RelativeTimeFormat(locale);
  return {
    date: (at) => (isTime(at) ? date.format(at) : t`at an unknown time`),
    dateTime: (at) => (isTime(at) ? dateTime.format(at) : t`at an unknown time`),
    nearTime: (at) => {
      if (!isTime(at)) return t`at an unknown time`;
      const days = Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(Date.now()))) / dayMs);
      if (days !== 0 && days !== -1) return dateTime.format(at);
      const day = away.format(days, 'day');
      const time = clock.format(at);
      return t`${day}, ${time}`;
    },
    count: (value) => number.format(value),
    timeIn: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at),
    inDays: (days) => {
      if (Math.abs(days) <= 45) return away.format(days, 'day');
      // Not more than a year: a day of the year comes within twelve months.
      return Math.abs(days) <= 366
        ? away.format(Math.round(days / 30.4), 'month')
        : yearsAway.format(Math.trunc(days / 365.25), 'year');
    },
  };
}

type WhenProps = {
  at: number;
  className?: string;
  /** With the time of the day, and of today and yesterday by their names. */
  withTime?: boolean;
};

export function WhenText({ at, className, withTime = false }: WhenProps) {
  const { date, dateTime, nearTime } = useDates();
  return (
    <time className={className} dateTime={isoTime(at)} title={dateTime(at)}>
      {withTime ? nearTime(at) : date(at)}
    </time>
  );
}

/** For programs that read the page; undefined where it is no time. */
export const isoTime = (at: number): string | undefined =>
  isTime(at) ? new Date(at).toISOString() : undefined;
