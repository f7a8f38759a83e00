// Birthdays and other days that come round every year, by whatever calendar.

import { addTo } from '../query/calendar.ts';
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
      reason: { code: 'birthday', day, inDays, ...(years === undefined ? {} : { years }) },
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
const isYearly = (label: string, day: string): boolean =>
  day.startsWith('-') || label.trim().toLowerCase() === 'anniversary';

function comingOnce(day: string, today: string): Coming[] {
  const inDays = daysAway(day, today);
  return inDays === undefined || inDays < 0 || inDays > daysAhead
    ? []
    : [{ day, inDays, years: undefined }];
}

function comingBirthday(stored: string, calendar: string | undefined, today: string): Coming[] {
  if (calendar === undefined || calendar === 'gregory') return coming(stored, today);
  const born = /^\d{4}-\d\d-\d\d$/.test(stored) ? inCalendar(stored, calendar) : undefined;
  if (born === undefined) return [];
  for (let inDays = 0; inDays <= daysAhead; inDays += 1) {
    const day = addTo(today, inDays, 'day');
    if (comesRound(born, day, calendar)) return [{ day, inDays, years: undefined }];
  }
  return [];
}

/** The same day of the same month; where that month is shorter, its last day. */
function comesRound(born: CalendarDay, day: string, calendar: string): boolean {
  const at = inCalendar(day, calendar);
  if (at === undefined || !isSameMonth(at.month, born.month)) return false;
  if (at.date === born.date) return true;
  if (at.date > born.date) return false;
  const next = inCalendar(addTo(day, 1, 'day'), calendar);
  return next !== undefined && !isSameMonth(next.month, born.month);
}

/** Whoever was born in a month that only some years have has the plain one in the others. */
function isSameMonth(at: string, born: string): boolean {
  if (born === 'Adar I') return at === 'Adar I' || at === 'Adar';
  if (born.startsWith('Adar')) return at === 'Adar II' || at === 'Adar';
  return at === born.replace(/bis$/, '');
}

type CalendarDay = { month: string; date: number };

const formats = new Map<string, Intl.DateTimeFormat>();

function inCalendar(day: string, calendar: string): CalendarDay | undefined {
  let format = formats.get(calendar);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
        timeZone: 'UTC',
        month: calendar === 'hebrew' ? 'long' : 'numeric',
        day: 'numeric',
      });
    } catch {
      return undefined;
    }
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(Date.parse(`${day}T12:00:00Z`));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  return { month: part('month'), date: Number(part('day')) };
}
