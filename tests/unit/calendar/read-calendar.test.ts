import { expect, test } from 'vitest';

import { readCalendar } from '../../../src-shared/calendar/read-calendar.ts';
import { calendarText, eventText, readText, timesIn } from '../../support/calendar/calendars.ts';

const day = 86_400_000;

test('a meeting: when, until when, what about, where and with whom', () => {
  const text = calendarText(
    [
      eventText({
        title: 'Offer\\, second\r\n  round',
        more: [
          'LOCATION:Room 1',
          'ATTENDEE;CUTYPE=ROOM:mailto:room1@own.example',
          'ATTENDEE;PARTSTAT=DECLINED;CN="Ben Lee":MAILTO:Ben@X.example',
          'ATTENDEE;EMAIL=eve@x.example:urn:uuid:1',
          'DESCRIPTION:Secret words',
          'ATTACH:data',
        ],
      }),
    ],
    ['X-WR-CALNAME:Work'],
  );
  expect(readText(text)).toEqual({
    name: 'Work',
    events: 1,
    broken: 0,
    cutOff: 0,
    occurrences: [
      {
        uid: 'one@x.example',
        recurrence: '',
        at: Date.UTC(2026, 2, 10, 14),
        end: Date.UTC(2026, 2, 10, 15),
        title: 'Offer, second round',
        place: 'Room 1',
        guests: [
          { address: 'me@own.example', name: 'Me' },
          { address: 'ana@x.example', name: '' },
          { address: 'ben@x.example', name: 'Ben Lee' },
          { address: 'eve@x.example', name: '' },
        ],
        declined: ['ben@x.example'],
        isAllDay: false,
        isCancelled: false,
      },
    ],
  });
});

test('a zone goes by the name of the IANA, of Windows or a path to one', () => {
  for (const name of [
    'Europe/Berlin',
    'W. Europe Standard Time',
    '"W. Europe Standard Time"',
    '/mozilla.org/20050126_1/Europe/Berlin',
  ])
    expect(timesIn(calendarText([eventText({ start: `;TZID=${name}:20260710T140000` })]))).toEqual([
      '2026-07-10T12:00',
    ]);
});

test('a zone of its own is what its rules say', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Customized',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n');
  const at = (start: string): string[] =>
    timesIn(calendarText([zone, eventText({ start: `;TZID=Customized:${start}` })]));
  expect(at('20260710T140000')).toEqual(['2026-07-10T12:00']);
  expect(at('20260110T140000')).toEqual(['2026-01-10T13:00']);
});

test('a zone that is nobody’s is the zone of the calendar, else that of this laptop', () => {
  const broken = eventText({ start: ';TZID=Middle Earth:20260710T140000' });
  const head = ['X-WR-TIMEZONE:America/New_York'];
  expect(timesIn(calendarText([broken], head))).toEqual(['2026-07-10T18:00']);
  expect(timesIn(calendarText([broken]), undefined, 'Asia/Tokyo')).toEqual(['2026-07-10T05:00']);
  const endless =
    'BEGIN:VTIMEZONE\r\nTZID:Middle Earth\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE';
  expect(timesIn(calendarText([endless, broken], head))).toEqual(['2026-07-10T18:00']);
});

test('what comes round is at the same time on the wall when the clocks are changed', () => {
  const weekly = eventText({
    start: ';TZID=Europe/Berlin:20260318T090000',
    end: ';TZID=Europe/Berlin:20260318T100000',
    more: ['RRULE:FREQ=WEEKLY;COUNT=3'],
  });
  expect(timesIn(calendarText([weekly]))).toEqual([
    '2026-03-18T08:00',
    '2026-03-25T08:00',
    '2026-04-01T07:00',
  ]);
  const skipped = eventText({
    start: ';TZID=Europe/Berlin:20260328T023000',
    more: ['RRULE:FREQ=DAILY;COUNT=3'],
  });
  expect(timesIn(calendarText([skipped]))).toEqual([
    '2026-03-28T01:30',
    '2026-03-29T01:30',
    '2026-03-30T00:30',
  ]);
});

test('29 February comes when there is one', () => {
  const yearly = eventText({
    start: ':20240229T090000Z',
    more: ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  });
  expect(timesIn(calendarText([yearly]), Date.UTC(2027, 6, 1))).toEqual(['2028-02-29T09:00']);
  expect(timesIn(calendarText([yearly]))).toEqual([]);
});

test('single times of a rule are left out, added, moved and called off', () => {
  const text = calendarText([
    eventText({
      start: ';TZID=Europe/Berlin:20260302T090000',
      end: ';TZID=Europe/Berlin:20260302T100000',
      more: [
        'RRULE:FREQ=WEEKLY;UNTIL=20260323T080000Z',
        'EXDATE;TZID=Europe/Berlin:20260309T090000',
        'RDATE:20260311T080000Z',
      ],
    }),
    eventText({
      start: ':20260317T150000Z',
      end: ':20260317T160000Z',
      title: 'Moved',
      more: ['RECURRENCE-ID;TZID=Europe/Berlin:20260316T090000'],
    }),
    eventText({
      start: ':20260323T080000Z',
      more: ['RECURRENCE-ID:20260323T080000Z', 'STATUS:CANCELLED'],
    }),
  ]);
  const { occurrences } = readText(text);
  expect(
    occurrences.map(({ at, title, recurrence, isCancelled }) => [
      new Date(at).toISOString().slice(5, 16),
      title,
      recurrence.slice(5, 16),
      isCancelled,
    ]),
  ).toEqual([
    ['03-02T08:00', 'Offer', '03-02T08:00', false],
    ['03-11T08:00', 'Offer', '03-11T08:00', false],
    ['03-17T15:00', 'Moved', '03-16T08:00', false],
    ['03-23T08:00', 'Offer', '03-23T08:00', true],
  ]);
});

test('a rule that began long ago is known today, whatever it counts', () => {
  const every = (days: number, more: string): number => {
    const times = timesIn(calendarText([eventText({ start: ':19990104T090000Z', more: [more] })]));
    const first = Date.UTC(1999, 0, 4, 9);
    for (const at of times) expect((Date.parse(`${at}Z`) - first) % (days * day)).toBe(0);
    return times.length;
  };
  expect(every(1, 'RRULE:FREQ=DAILY')).toBe(732);
  expect(every(14, 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO')).toBe(53);
  expect(every(1, 'RRULE:FREQ=DAILY;COUNT=9900')).toBe(339);
});

test('what is broken costs itself alone', () => {
  const text = calendarText([
    eventText({ uid: 'good' }),
    eventText({ uid: 'no-time', start: ':soon' }),
    'BEGIN:VEVENT\r\nUID:never-ends\r\nDTSTART:20260310T140000Z',
    eventText({ uid: 'also-good', more: ['BEGIN:VALARM', 'TRIGGER:-PT5M', 'END:VALARM'] }),
  ]);
  const { events, broken, occurrences } = readText(text);
  expect([events, broken]).toEqual([4, 2]);
  expect(occurrences.map(({ uid }) => uid)).toEqual(['also-good', 'good']);
  const none = readCalendar(new TextEncoder().encode('BEGIN:VCARD'), { now: day, zone: 'UTC' });
  expect(none).toEqual({ ok: false, because: 'no-calendar' });
});
