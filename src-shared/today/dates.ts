// Birthdays and other days that come round every year, by whatever calendar.

import { addTo } from '../query/calendar.ts';
import { comesRound, isOtherCalendar } from '../query/other-calendars.ts';
import { daysAway, nextAnniversary } from '../values/anniversary.ts';
import type { Looking, PersonDates } from './input.ts';
import type { Row } from './rows.ts';

/** Long enough to post a card. */
export const daysAhead = 3;

export function dateRows(people: readonly PersonDates[], looking: Looking): Row[] {
  return people.flatMap(({ person, birthday, calendar, dates, nearest }) => {
    const about = { collection: 'people' as const, id: person };
    const birthdays =
      birthday === undefined ? [] : comingBirthday(birthday, calendar, looking.today);
    const rows = birthdays.map(({ day, inDays, years }): Row => ({
      key: `date:${person}:birthday:${day}`,
      level: 'date',
      about,
      reason: { code: 'birthday', day, inDays, ...(years ? { years } : {}) },
      left: { code: 'over', on: addTo(day, 1, 'day') },
      deadline: day,
      nearest,
    }));
    const others = dates.flatMap(({ day: stored, label }): Row[] => {
      const found = isYearly(label, stored) ? coming : comingOnce;
      return found(stored, looking.today).map(({ day, inDays, years }) => ({
        key: `date:${person}:${stored}:${day}`,
        level: 'date',
        about,
        reason: { code: 'date', label, day, inDays, ...(years === undefined ? {} : { years }) },
        left: { code: 'over', on: addTo(day, 1, 'day') },
        deadline: day,
        nearest,
      }));
    });
    return [...rows, ...others];
  });
}

type Coming = { day: string; inDays: number; years: number | undefined };

function coming(stored: string, today: string): Coming[] {
  const next = nextAnniversary(stored, today);
  return next === undefined || next.inDays > daysAhead
    ? []
    : [{ ...next, day: addTo(today, next.inDays, 'day') }];
}

/** Of other days only those without a year, and anniversaries, are kept every year. */
export const isYearly = (label: string, day: string): boolean =>
  day.startsWith('-') || label.trim().toLowerCase() === 'anniversary';

function comingOnce(day: string, today: string): Coming[] {
  const inDays = daysAway(day, today);
  return inDays === undefined || inDays < 0 || inDays > daysAhead
    ? []
    : [{ day, inDays, years: undefined }];
}

function comingBirthday(stored: string, calendar: string | undefined, today: string): Coming[] {
  if (!isOtherCalendar(calendar)) return coming(stored, today);
  for (let inDays = 0; inDays <= daysAhead; inDays += 1) {
    const day = addTo(today, inDays, 'day');
    if (comesRound(stored, day, calendar)) return [{ day, inDays, years: undefined }];
  }
  return [];
}
