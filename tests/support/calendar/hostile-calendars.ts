// Calendars that are broken, endless or meant to do harm, each under what is wrong with it.

import { calendarText, eventText } from './calendars.ts';

const rules = [
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;INTERVAL=1',
  'FREQ=HOURLY;BYHOUR=25',
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=DAILY;INTERVAL=999999999',
  'FREQ=DAILY;COUNT=999999999',
  'FREQ=DAILY;COUNT=-5',
  'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
  'FREQ=DAILY;BYMONTH=13',
  'FREQ=DAILY;UNTIL=00010101T000000Z',
  'FREQ=DAILY;UNTIL=99991231T235959Z',
  'FREQ=DAILY;UNTIL=soon',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYDAY=MO,MO,MO,TU;INTERVAL=3;WKST=SU',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;BYWEEKNO=54',
  'FREQ=YEARLY;BYYEARDAY=366',
  'FREQ=YEARLY;BYYEARDAY=367',
  'FREQ=YEARLY;BYDAY=53MO',
  'FREQ=NEVER',
  'FREQ=',
  'X',
  `FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, at) => at).join(',')};BYMINUTE=${Array.from({ length: 60 }, (_, at) => at).join(',')}`,
];

const starts = [
  ':00000101T000000Z',
  ':00010101T000000',
  ':99991231T235959Z',
  ':20260231T250000Z',
  ':20260310',
  ';VALUE=DATE:20260310',
  ';VALUE=DATE:20260310T140000',
  ';TZID=:20260310T140000',
  ';TZID=__proto__:20260310T140000',
  ';TZID=constructor:20260310T140000',
  `;TZID=${'x'.repeat(5_000)}:20260310T140000`,
  ';TZID=../../etc/passwd:20260310T140000',
  ';TZID=Europe/Berlin:20260329T023000',
  ':-20260310T140000Z',
  ':1e9',
  ':',
];

const lines = [
  'DTSTART:20260101T000000Z',
  'UID:',
  `SUMMARY:${'long '.repeat(100_000)}`,
  'SUMMARY:<script>alert(1)</script>',
  'SUMMARY:\u202eevil\u0000\ud800',
  'ATTENDEE:javascript:alert(1)',
  'ATTENDEE:mailto:',
  `ATTENDEE:mailto:${'a'.repeat(1_000)}@x.example`,
  'ATTENDEE;CN="unclosed:mailto:a@x.example',
  'ATTENDEE;CN=a;CN=b;X=":mailto:a@x.example',
  'ORGANIZER',
  'RRULE',
  'EXDATE:never',
  'EXDATE;VALUE=PERIOD:20260310T140000Z/PT1H',
  'RDATE;VALUE=PERIOD:20260311T140000Z/PT1H,20260312T140000Z/20260312T150000Z',
  `EXDATE:${Array.from({ length: 1_000 }, () => '20260310T140000Z').join(',')}`,
  'DURATION:-P1000000D',
  'DURATION:P99999999999W',
  'DTEND:00010101T000000Z',
  'SEQUENCE:NaN',
  'RECURRENCE-ID:99991231T000000Z',
  'STATUS:CANCELLED\r\nSTATUS:CONFIRMED',
  ...Array.from({ length: 8 }, (_, at) => `BEGIN:${'VALARM'.repeat(at)}`),
  'END:VEVENT',
  'END:VCALENDAR',
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  ':::::',
  ' folded onto nothing',
];

const wholes: [string, string][] = [
  ['nothing', ''],
  ['only its beginning', 'BEGIN:VCALENDAR'],
  ['another kind of file', 'BEGIN:VCARD\r\nEND:VCARD'],
  ['binary', Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(at % 256)).join('')],
  ['deep', `${'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'.repeat(20_000)}`],
  ['deep within', calendarText([`BEGIN:VEVENT\r\n${'BEGIN:X\r\n'.repeat(50_000)}END:VEVENT`])],
  ['ends only', 'BEGIN:VCALENDAR\r\n' + 'END:VEVENT\r\n'.repeat(50_000)],
  ['one endless line', `BEGIN:VCALENDAR\r\nX:${'y'.repeat(3_000_000)}`],
  ['folded for ever', `BEGIN:VCALENDAR\r\nX:a${'\r\n b'.repeat(200_000)}`],
  [
    'many zones',
    calendarText(
      Array.from(
        { length: 2_000 },
        (_, at) =>
          `BEGIN:VTIMEZONE\r\nTZID:${at}\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE`,
      ),
    ),
  ],
  [
    'a zone of rules for every second',
    calendarText([
      'BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=1,2,3;BYHOUR=1,2,3;BYMINUTE=1,2,3\r\nEND:STANDARD\r\nEND:VTIMEZONE',
      eventText({ start: ';TZID=Z:20260310T140000' }),
    ]),
  ],
  ['one meeting 20,000 times', calendarText(Array.from({ length: 20_000 }, () => eventText()))],
  [
    '300 rules for ever',
    calendarText(
      Array.from({ length: 300 }, (_, at) =>
        eventText({ uid: `${at}`, more: ['RRULE:FREQ=DAILY;COUNT=99999', 'X-A:1'] }),
      ),
    ),
  ],
  [
    '500 rules that find nothing',
    calendarText(
      Array.from({ length: 500 }, (_, at) =>
        eventText({ uid: `${at}`, more: ['RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2'] }),
      ),
    ),
  ],
];

export const hostileCalendars: readonly (readonly [string, string])[] = [
  ...rules.map(
    (rule) => [rule.slice(0, 60), calendarText([eventText({ more: [`RRULE:${rule}`] })])] as const,
  ),
  ...rules.map(
    (rule) =>
      [
        `since 1902: ${rule.slice(0, 60)}`,
        calendarText([eventText({ start: ':19020101T090000Z', more: [`RRULE:${rule}`] })]),
      ] as const,
  ),
  ...starts.map(
    (start) => [`begins ${start.slice(0, 40)}`, calendarText([eventText({ start })])] as const,
  ),
  ...starts.map(
    (start) =>
      [
        `begins ${start.slice(0, 40)} and comes round`,
        calendarText([eventText({ start, more: ['RRULE:FREQ=WEEKLY'] })]),
      ] as const,
  ),
  ...lines.map((line) => [line.slice(0, 40), calendarText([eventText({ more: [line] })])] as const),
  ...wholes,
];
