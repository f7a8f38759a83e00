// How a promise reads: until when, and how it stands.

import { plural, t } from '@lingui/core/macro';

import { type Due, lastDayOf } from '../../../src-shared/domain/promise-due.ts';
import { day } from '../../../src-shared/fields/day.ts';
import { type Clock, type Standing } from '../../../src-shared/query/promise-standing.ts';
import { dayOfTime } from '../../../src-shared/query/calendar.ts';
import { useReader } from '../../data/use-reader.ts';
import { useDates } from '../../ui/when.tsx';

const days = day();

/** Near days by their name, others by their date. */
export function useDueWords(): (due: Due, clock: Clock) => string {
  const reader = useReader()('promise', 'due');
  const { inDays } = useDates();
  const { language } = reader;
  return (due, clock) => {
    if (due.precision === 'month') return days.shown(due.day, reader);
    const last = lastDayOf(due);
    const away = dayNumber(last) - dayNumber(dayOfTime(clock.now, clock.zone));
    const named =
      Math.abs(away) <= 1
        ? inDays(away)
        : Math.abs(away) <= 6
          ? weekday(last, language)
          : days.shown(last, reader);
    if (due.precision === 'week') return t`in the week until ${named}`;
    return due.time === undefined ? named : t`${named}, ${due.time}`;
  };
}

const dayNumber = (of: string): number => Math.round(Date.parse(`${of}T00:00:00Z`) / 86_400_000);

const weekday = (of: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${of}T00:00:00Z`),
  );

const lateWords = (count: number): string =>
  count === 0 ? t`late today` : plural(count, { one: '# day late', other: '# days late' });

/** Empty where it is open and in time. */
export function standingWords({
  state,
  counted,
  settlement,
  daysLate,
  isLate,
  isOverdue,
  isBroken,
}: Standing): string {
  const late = lateWords(daysLate);
  if (isBroken) return t`broken, ${late}`;
  if (isOverdue) return late;
  const how = settlement?.how ?? '';
  switch (state) {
    case 'open':
      return '';
    case 'kept':
      return [isLate ? t`kept, ${late}` : counted === undefined ? t`kept` : t`kept in time`, how]
        .filter((part) => part !== '')
        .join(' · ');
    case 'released':
      return t`released`;
    case 'dropped':
      return how === '' ? t`dropped` : t`dropped: ${how}`;
    default:
      return state;
  }
}

/** The order in which they are due; those without a date last. */
export const byDue = (a: Due | undefined, b: Due | undefined): number => {
  const [one, other] = [a && lastDayOf(a), b && lastDayOf(b)];
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return one < other ? -1 : one > other ? 1 : 0;
};
