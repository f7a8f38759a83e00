// When things come round: held to ical.js where RFC 5545 says the same, and to what people
// mean on the 31st and on 29 February.

import ICAL from 'ical.js';
import { expect, it } from 'vitest';

import { lastRound, nextRound } from '../../../src-shared/reminders/rounds.ts';
import { type Repeat, repeatOf, repeatText } from '../../../src-shared/values/repeat.ts';

type Rule = Exclude<Repeat, { unit: 'after' }>;

const rule = (text: string): Rule => {
  const read = repeatOf(text);
  if (read === undefined || read.unit === 'after') throw new Error(text);
  return read;
};

function inOrder(first: string, text: string, count: number): string[] {
  const found: string[] = [];
  let day: string | undefined = nextRound(first, rule(text), '1900-01-01');
  while (day !== undefined && found.length < count) {
    found.push(day);
    day = nextRound(first, rule(text), day);
  }
  return found;
}

it.each([
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;INTERVAL=5',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=5FR',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1MO',
  'FREQ=YEARLY',
])('%s is as ical.js has it', (text) => {
  const first = '2023-11-14';
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(first));
  const wanted: string[] = [];
  while (wanted.length < 30) {
    const day = String(iterator.next()).slice(0, 10);
    if (day >= first) wanted.push(day);
  }
  // A rule by weekday need not fall on the day it begins with.
  const found = inOrder(first, text, 30);
  expect(found).toEqual(wanted);
  for (const [at, day] of found.entries()) {
    expect(lastRound(first, rule(text), day)).toBe(day);
    expect(lastRound(first, rule(text), dayBefore(day))).toBe(found[at - 1]);
  }
});

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

it('falls on the last day of a shorter month, and does not drift', () => {
  expect(inOrder('2024-01-31', 'FREQ=MONTHLY', 5)).toEqual([
    '2024-01-31',
    '2024-02-29',
    '2024-03-31',
    '2024-04-30',
    '2024-05-31',
  ]);
  expect(inOrder('2024-02-29', 'FREQ=YEARLY', 5)).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
});

it('finds its place in a rule without an end at once', () => {
  expect(lastRound('1900-01-01', rule('FREQ=DAILY'), '9998-12-31')).toBe('9998-12-31');
  expect(lastRound('2000-01-01', rule('FREQ=YEARLY;INTERVAL=999'), '2998-12-31')).toBe(
    '2000-01-01',
  );
  expect(nextRound('2000-01-31', rule('FREQ=MONTHLY;INTERVAL=12;BYDAY=5SU'), '2001-01-01')).toBe(
    '2005-01-30',
  );
});

it('reads what it writes and nothing else', () => {
  for (const text of ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU', 'FREQ=MONTHLY;BYDAY=-1MO', 'AFTER=10'])
    expect(repeatText(repeatOf(text) as Repeat)).toBe(text);
  for (const text of [
    '',
    'FREQ=SECONDLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1e3',
    'FREQ=DAILY;COUNT=3',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=YEARLY;BYDAY=1MO',
    'AFTER=0',
    7,
  ])
    expect(repeatOf(text)).toBeUndefined();
});
