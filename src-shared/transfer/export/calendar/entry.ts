// One entry of a calendar file: of a person's days, of a promise, of a reminder. Pure functions
// of a record, the options and the day on which the file is made.

import { sideOf, stateOf } from '../../../domain/promise.ts';
import { lastDayOf } from '../../../domain/promise-due.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import { addTo } from '../../../query/calendar.ts';
import { comesRound, isOtherCalendar } from '../../../query/other-calendars.ts';
import { standingOf } from '../../../query/promise-standing.ts';
import { timeDue, timesOf } from '../../../reminders/times.ts';
import { isYearly } from '../../../today/dates.ts';
import { nextAnniversary } from '../../../values/anniversary.ts';
import type { CalendarKind } from './asked.ts';
import { furtherOf, ruleOf, yearlyRule } from './rule.ts';

/** `clock` (HH:MM) on the wall of `zone`; without them the whole day. */
export type EntryTime = { day: string; clock?: string; zone?: string };

export type Entry = EntryTime & {
  uid: string;
  kind: CalendarKind;
  /** What it is about: of a date its label, of others their text. */
  text: string;
  rule?: string;
  /** Days beside those of the rule. */
  further?: readonly string[];
  /** Days of the rule that are settled already. */
  without?: readonly string[];
  /** One time of the rule was put off. */
  moved?: { from: string; to: string };
};

/** Of calendars that no rule of a file knows, so many years are written out. */
const yearsOfOthers = 5;

const textIn = ({ fields }: RecordDoc, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
};

export function daysOfPerson(doc: RecordDoc, today: string): Entry[] {
  const birthday = textIn(doc, 'birthday');
  const calendar = doc.fields['birthdayCalendar'];
  const about = { uid: `birthday-${doc.id}`, kind: 'birthdays', text: '' } as const;
  const born = isOtherCalendar(calendar)
    ? daysByOther(birthday, calendar, today).map((day) => ({
        ...about,
        uid: `${about.uid}-${day}`,
        day,
      }))
    : yearly(birthday, today).map((when) => ({ ...about, ...when }));
  const others = (doc.sets['dates'] ?? []).flatMap(({ id, value, label = '' }) => {
    const found = isYearly(label, value)
      ? yearly(value, today)
      : /^\d{4}-\d\d-\d\d$/.test(value) && value >= today
        ? [{ day: value }]
        : [];
    return found.map((when) => ({
      uid: `date-${doc.id}-${id}`,
      kind: 'dates' as const,
      text: label.trim(),
      ...when,
    }));
  });
  return [...born, ...others];
}

/** From its day of this year on. */
function yearly(stored: string, today: string): { day: string; rule: string }[] {
  const begin = `${today.slice(0, 4)}-01-01`;
  const next = nextAnniversary(stored, begin);
  return next === undefined
    ? []
    : [{ day: addTo(begin, next.inDays, 'day'), rule: yearlyRule(stored, 1) }];
}

function daysByOther(stored: string, calendar: string, today: string): string[] {
  const end = addTo(today, yearsOfOthers, 'year');
  const days: string[] = [];
  for (let day = today; day < end; day = addTo(day, 1, 'day'))
    if (comesRound(stored, day, calendar)) days.push(day);
  return days;
}

/** Of an open promise that says until when. */
export function dueOfPromise(doc: RecordDoc, now: number, zone: string): Entry[] {
  const { counted } = standingOf(doc, { now, zone });
  if (counted === undefined || stateOf(doc) !== 'open') return [];
  return [
    {
      uid: `promise-${doc.id}`,
      kind: sideOf(doc) === 'theirs' ? 'theirs' : 'promises',
      text: textIn(doc, 'text'),
      day: lastDayOf(counted),
      ...(counted.time === undefined ? {} : { clock: counted.time, zone }),
    },
  ];
}

/** From the time that is due on. */
export function timesOfReminder(doc: RecordDoc, now: number): Entry[] {
  const times = timesOf(doc);
  const due = times && timeDue(times, now);
  if (times === undefined || due === undefined) return [];
  const { clock, zone, repeat, settled, first } = times;
  const about = {
    uid: `reminder-${doc.id}`,
    kind: 'reminders',
    text: textIn(doc, 'text'),
    clock,
    zone,
  } as const;
  if (repeat === undefined || repeat.unit === 'after') return [{ ...about, day: due.since }];
  const without = [...settled]
    .flatMap(([day, { state }]) => (state !== 'snoozed' && day > due.day ? [day] : []))
    .sort();
  return [
    {
      ...about,
      day: due.day,
      rule: ruleOf(repeat, first),
      further: furtherOf(repeat, first, due.day).filter((day) => !without.includes(day)),
      without,
      ...(due.since === due.day ? {} : { moved: { from: due.day, to: due.since } }),
    },
  ];
}
