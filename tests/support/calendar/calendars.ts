// Calendar files as programs write them.

import { readCalendar } from '../../../src-shared/calendar/read-calendar.ts';
import type { ReadCalendar } from '../../../src-shared/calendar/calendar-types.ts';

/** Monday. */
export const calendarNow = Date.UTC(2026, 2, 9, 12);

type Event = {
  uid?: string;
  start?: string;
  end?: string;
  title?: string;
  from?: string;
  guests?: readonly string[];
  more?: readonly string[];
};

/** `start`, `end`: with what stands before the colon, where that is more than the name. */
export function eventText({
  uid = 'one@x.example',
  start = ':20260310T140000Z',
  end = ':20260310T150000Z',
  title = 'Offer',
  from = 'me@own.example',
  guests = ['ana@x.example'],
  more = [],
}: Event = {}): string {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART${start}`,
    `DTEND${end}`,
    `SUMMARY:${title}`,
    `ORGANIZER;CN=Me:mailto:${from}`,
    ...guests.map((address) => `ATTENDEE;CN=${address}:mailto:${address}`),
    ...more,
    'END:VEVENT',
  ].join('\r\n');
}

export const calendarText = (events: readonly string[], head: readonly string[] = []): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...events, 'END:VCALENDAR', ''].join('\r\n');

export function readText(text: string, now = calendarNow, zone = 'UTC'): ReadCalendar {
  const read = readCalendar(new TextEncoder().encode(text), { now, zone });
  if (!read.ok) throw new Error(read.because);
  return read.calendar;
}

/** When each of them is, as ISO 8601. */
export const timesIn = (text: string, now?: number, zone?: string): string[] =>
  readText(text, now, zone).occurrences.map(({ at }) => new Date(at).toISOString().slice(0, 16));
