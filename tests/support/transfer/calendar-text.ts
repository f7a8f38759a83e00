// Makes a calendar file of records and reads it again by our own reader.
import type { Occurrence } from '../../../src-shared/calendar/calendar-types.ts';
import { readCalendar } from '../../../src-shared/calendar/read-calendar.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { calendarKinds } from '../../../src-shared/transfer/export/calendar/asked.ts';
import {
  type CalendarAsked,
  calendarOut,
} from '../../../src-shared/transfer/export/calendar/calendar-out.ts';
import { storeWith } from '../store/sample-records.ts';
import { must } from './export-text.ts';

/** Tuesday. */
export const madeAt = Date.UTC(2026, 11, 1, 12);

export const askedForAll: CalendarAsked = {
  scope: { type: 'all' },
  kinds: [...calendarKinds],
  isShort: false,
  alarm: 'none',
  withPrivate: false,
  zone: 'Europe/Berlin',
  words: {
    birthday: 'Birthday',
    date: 'Date',
    anniversary: 'Anniversary',
    promise: 'Promised',
    theirs: 'Promised to us',
    reminder: 'Reminder',
    leftAlone: 'not to be contacted',
  },
};

export async function calendarOf(docs: readonly RecordDoc[], asked: Partial<CalendarAsked> = {}) {
  const env = { now: madeAt, yieldNow: () => Promise.resolve() };
  const made = must(await calendarOut(await storeWith(docs), { ...askedForAll, ...asked }, env));
  return { ...made, text: made.text() };
}

export function readBack(text: string, now = madeAt, zone = 'Europe/Berlin'): Occurrence[] {
  const read = readCalendar(new TextEncoder().encode(text), { now, zone });
  if (!read.ok || read.calendar.broken > 0) throw new Error(JSON.stringify(read).slice(0, 200));
  return read.calendar.occurrences;
}

/** Minutes on the clock of a zone, with the title. */
export const told = (occurrences: readonly Occurrence[], zone = 'Europe/Berlin'): string[] =>
  occurrences.map(({ at, isAllDay, title }) => {
    const wall = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
    return `${wall.slice(0, isAllDay ? 10 : 16)} ${title}`;
  });
