// Whatever a calendar says: an answer within bounds, in time, and nothing thrown.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mostOccurrences, windowMs } from '../../src-shared/calendar/calendar-types.ts';
import { readCalendar } from '../../src-shared/calendar/read-calendar.ts';
import { calendarNow, calendarText, eventText } from '../support/calendar/calendars.ts';
import { hostileCalendars } from '../support/calendar/hostile-calendars.ts';
import { testRuns } from '../support/seeded.ts';

const around = { now: calendarNow, zone: 'Europe/Berlin' };

test('at least a hundred calendars are looked at', () => {
  expect(hostileCalendars.length).toBeGreaterThan(100);
});

test.each(hostileCalendars)('%s', (_, text) => {
  const read = readCalendar(new TextEncoder().encode(text), around);
  if (!read.ok) return;
  const { events, broken, occurrences } = read.calendar;
  expect(broken).toBeLessThanOrEqual(events);
  expect(occurrences.length).toBeLessThanOrEqual(mostOccurrences);
  for (const { at, end, title, guests, uid } of occurrences) {
    expect(Math.abs(at - calendarNow)).toBeLessThanOrEqual(windowMs);
    expect(end).toBeGreaterThanOrEqual(at);
    expect(Number.isFinite(end)).toBe(true);
    expect(uid.length + title.length).toBeLessThan(2_000);
    expect(guests.length).toBeLessThanOrEqual(200);
  }
  expect(JSON.stringify(occurrences).isWellFormed()).toBe(true);
});

test('a rule without an end, and many of them, stay within bounds', () => {
  const daily = eventText({ start: ':19700101T090000Z', more: ['RRULE:FREQ=DAILY'] });
  const many = Array.from({ length: 100 }, (_, at) => daily.replace('one@x', `${at}@x`));
  const read = readCalendar(new TextEncoder().encode(calendarText(many)), around);
  expect(read.ok && read.calendar.occurrences.length).toBe(mostOccurrences);
});

test('random bytes, and calendars with bytes changed, are answered', () => {
  const plain = new TextEncoder().encode(
    calendarText([
      eventText({ more: ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9', 'EXDATE:20260316T140000Z'] }),
    ]),
  );
  const changed = fc
    .array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 20 })
    .map((changes) => {
      const bytes = plain.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), changed), (bytes) => {
      readCalendar(bytes, around);
    }),
    { numRuns: testRuns(300) },
  );
});
