import { expect, test } from 'vitest';

import { addTo, dayOfTime } from '../../../src-shared/query/calendar.ts';
import { lastRound, nextRound } from '../../../src-shared/reminders/rounds.ts';
import { repeatOf } from '../../../src-shared/values/repeat.ts';
import { recordOf } from '../../support/store/sample-records.ts';
import { calendarOf, madeAt, readBack, told } from '../../support/transfer/calendar-text.ts';

const berlin = 'Europe/Berlin';
const person = (id: string, name: string, fields: { [field: string]: string | boolean } = {}) =>
  recordOf({ id, kind: 'person', fields: { fullName: name, ...fields } });
const reminder = (id: string, fields: { [field: string]: string }, more: object = {}) =>
  recordOf({
    id,
    kind: 'reminder',
    fields: { text: 'Call', at: '2026-12-08T09:00', zone: berlin, ...fields },
    sets: { people: [{ value: 'ada' }] },
    ...more,
  });
const ada = person('ada', 'Ada Lovelace', { birthday: '1980-12-10' });

test('birthdays, days, promises and reminders stand on the days on which they are', async () => {
  const bob = recordOf({
    id: 'bob',
    kind: 'person',
    fields: { fullName: 'Bob Ash', birthday: '--02-03' },
    sets: {
      dates: [
        { value: '2001-06-20', label: 'anniversary' },
        { value: '2027-01-15', label: 'Moves house' },
        { value: '2020-01-15', label: 'Moved in' },
      ],
    },
  });
  const promise = (id: string, fields: { [field: string]: string | string[] }) =>
    recordOf({ id, kind: 'promise', fields: { by: 'ours', people: ['ada'], ...fields } });
  const { text, counts, entries } = await calendarOf([
    ada,
    bob,
    promise('p1', { text: 'The offer', due: '2026-12-12', dueTime: '14:00' }),
    promise('p2', { text: 'An answer', due: '2026-12-10', precision: 'week', by: 'theirs' }),
    promise('p3', { text: 'Done', due: '2026-12-20', state: 'kept' }),
    promise('p4', { text: 'Some day' }),
    reminder('r1', {}),
  ]);
  expect(counts).toEqual({
    kinds: { birthdays: 2, dates: 2, promises: 1, theirs: 1, reminders: 1 },
    privateLeftOut: 0,
    leftAlone: 0,
  });
  expect(entries).toBe(7);
  const within = told(readBack(text)).filter((one) => one >= '2026-12-01' && one < '2027-07');
  expect(within).toEqual([
    '2026-12-08 09:00 Reminder: Call (Ada Lovelace)',
    '2026-12-10 Birthday: Ada Lovelace',
    '2026-12-12 14:00 Promised: The offer (Ada Lovelace)',
    '2026-12-13 Promised to us: An answer (Ada Lovelace)',
    '2027-01-15 Moves house: Bob Ash',
    '2027-02-03 Birthday: Bob Ash',
    '2027-06-20 Anniversary: Bob Ash',
  ]);
});

test('who was born on 29 February has the 28th in other years', async () => {
  const { text } = await calendarOf([person('leap', 'Leap', { birthday: '2000-02-29' })]);
  const days = [2026, 2028, 2030].flatMap((year) => told(readBack(text, Date.UTC(year, 5, 1))));
  expect([...new Set(days)].map((one) => one.slice(0, 10))).toEqual([
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
  ]);
});

test('birthdays by another calendar are written out, each year by itself', async () => {
  const { text, counts } = await calendarOf([
    person('li', 'Li', { birthday: '1990-02-10', birthdayCalendar: 'chinese' }),
    person('nur', 'Nur', { birthday: '1990-03-28', birthdayCalendar: 'islamic-umalqura' }),
    person('dov', 'Dov', { birthday: '1990-04-15', birthdayCalendar: 'hebrew' }),
  ]);
  expect(counts.kinds.birthdays).toBe(15);
  expect(text).not.toContain('RRULE');
  const in28 = told(readBack(text, Date.UTC(2028, 5, 1)));
  expect(in28.filter((one) => one.startsWith('2028'))).toEqual([
    '2028-01-28 Birthday: Nur',
    '2028-02-09 Birthday: Li',
    '2028-04-16 Birthday: Dov',
  ]);
});

const rules = [
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;INTERVAL=2',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=YEARLY',
];
const firsts = ['2026-12-09', '2026-12-29', '2026-12-30', '2026-12-31', '2024-02-29', '2025-08-31'];

test.each(rules.flatMap((rule) => firsts.map((first) => [rule, first] as const)))(
  'a reminder that comes round, %s from %s, is on the same days as on Today',
  async (repeat, first) => {
    const { text } = await calendarOf([reminder('r', { repeat, at: `${first}T18:30` })]);
    const rule = repeatOf(repeat);
    if (rule === undefined || rule.unit === 'after') throw new Error(repeat);
    const today = dayOfTime(madeAt, berlin);
    const expected: string[] = [];
    let day =
      lastRound(first, rule, addTo(today, -1, 'day')) ??
      nextRound(first, rule, addTo(first, -1, 'day'));
    for (; day !== undefined && day < '2027-11-25'; day = nextRound(first, rule, day))
      expected.push(`${day} 18:30`);
    const found = told(readBack(text)).map((one) => one.slice(0, 16));
    expect(found.filter((one) => one < '2027-11-25')).toEqual(
      expected.filter((one) => one >= (found[0] ?? '')),
    );
    expect(found.length).toBeGreaterThan(0);
  },
);

test('what was done before its day is not there, what was put off is there later', async () => {
  const weekly = { repeat: 'FREQ=WEEKLY', at: '2026-11-30T09:00' };
  const times = [
    { value: '2026-11-30', more: { state: 'snoozed', on: '2026-12-03' } },
    { value: '2026-12-07', more: { state: 'done', on: '2026-12-01' } },
  ];
  const { text } = await calendarOf([reminder('r', weekly, { sets: { times, people: [] } })]);
  expect(told(readBack(text)).slice(0, 3)).toEqual([
    '2026-12-03 09:00 Reminder: Call',
    '2026-12-14 09:00 Reminder: Call',
    '2026-12-21 09:00 Reminder: Call',
  ]);
});

test('the clocks of a zone are written beside its name', async () => {
  const { text } = await calendarOf([
    reminder('r', { zone: 'America/New_York', repeat: 'FREQ=DAILY', at: '2026-12-01T08:00' }),
  ]);
  expect(text).toContain('DTSTART;TZID=America/New_York:20261201T080000');
  const nameless = text.replaceAll('America/New_York', 'Nowhere');
  const [named, byRules] = [text, nameless].map((one) => readBack(one).map(({ at }) => at));
  expect(byRules).toEqual(named);
});

test('initials alone say nothing of names and words', async () => {
  const { text } = await calendarOf([ada, reminder('r', { text: 'About the secret' })], {
    isShort: true,
  });
  expect(text).not.toMatch(/Ada|Lovelace|secret/);
  expect(told(readBack(text)).slice(0, 2)).toEqual([
    '2026-12-08 09:00 Reminder: A.L.',
    '2026-12-10 Birthday: A.L.',
  ]);
});

test('what is only on this laptop stays here unless it is asked for; who wants to be left alone is said', async () => {
  const docs = [
    recordOf({
      id: 'eve',
      kind: 'person',
      scope: 'private',
      fields: { fullName: 'Eve', birthday: '1990-12-24' },
    }),
    person('dan', 'Dan', { birthday: '1990-12-25', doNotContact: true }),
  ];
  const shared = await calendarOf(docs);
  expect(shared.text).not.toContain('Eve');
  expect(shared.counts).toMatchObject({ kinds: { birthdays: 1 }, privateLeftOut: 1, leftAlone: 1 });
  expect(shared.text).toContain('SUMMARY:Birthday: Dan (not to be contacted)');
  const all = await calendarOf(docs, { withPrivate: true });
  expect(all.text).toContain('Eve');
  expect(all.counts).toMatchObject({ kinds: { birthdays: 2 }, privateLeftOut: 0 });
});

test('of some people only what is about them, of the kinds asked for; alarms; the same again has the same UIDs', async () => {
  const docs = [ada, person('bob', 'Bob', { birthday: '1990-12-24' }), reminder('r', {})];
  const of = (ids: string[]) => calendarOf(docs, { scope: { type: 'selection', ids } });
  expect((await of(['bob'])).counts.kinds).toMatchObject({ birthdays: 1, reminders: 0 });
  expect((await of(['ada'])).counts.kinds).toMatchObject({ birthdays: 1, reminders: 1 });
  const { text, entries } = await calendarOf(docs, { kinds: ['birthdays'], alarm: 'day' });
  expect(entries).toBe(2);
  expect(text.match(/TRIGGER:-PT15H/g)).toHaveLength(2);
  expect((await calendarOf(docs, { alarm: 'same' })).text).toContain('TRIGGER:-PT15M');
  const uids = (one: string) => one.match(/^UID:.*$/gm);
  expect(uids((await calendarOf(docs)).text)).toEqual(uids((await calendarOf(docs)).text));
  expect(new Set(uids((await calendarOf(docs)).text)).size).toBe(3);
});
