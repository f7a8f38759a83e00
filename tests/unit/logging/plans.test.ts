// What is still to be done is put down as a reminder, and nothing as having happened.

import { describe, expect, it } from 'vitest';

import { dueOfWhen, lastDayOf } from '../../../src-shared/domain/promise-due.ts';
import type { RecordId } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { logForEach, logWhole } from '../../../src-shared/records/intents/log-line.ts';
import { wholeWhen } from '../../../src-shared/values/when-words.ts';

const promise = { by: 'ours', text: 'send it', due: undefined, member: 'Ana' } as const;
const reminder = {
  text: 'call',
  day: '2026-12-02',
  clock: '09:00',
  zone: 'Europe/Berlin',
  who: '',
};
const moment = { kind: 'call', when: 0, text: '' };

const made = (command: Command) =>
  command.type === 'create'
    ? command.records.map(({ kind, fields }) => [kind, fields?.['madeIn']])
    : [];

describe('a plan', () => {
  const people = ['ben', 'chen'];
  it.each([
    [
      true,
      [
        ['promise', undefined],
        ['reminder', undefined],
      ],
    ],
    [
      false,
      [
        ['call', undefined],
        ['promise', 'one'],
        ['reminder', undefined],
      ],
    ],
  ])('makes no moment: %s', (isPlan, records) => {
    const command = logWhole({
      id: 'one' as RecordId,
      moment: { ...moment, people },
      newPeople: [],
      promises: [promise],
      reminder,
      isPlan,
    });
    expect(made(command)).toEqual(records);
  });

  it('for each of many neither', () => {
    const each = { ...moment, more: {}, others: [], promises: [promise], reminder };
    const kinds = (isPlan: boolean) =>
      made(logForEach({ ...each, isPlan }, people, () => 'one')).map(([kind]) => kind);
    expect(kinds(true)).toEqual(['promise', 'promise', 'reminder']);
    expect(kinds(false)).toEqual(['call', 'promise', 'call', 'promise', 'reminder']);
  });
});

it.each([
  ['next week', '2026-12-13'],
  ['next month', '2027-01-31'],
  ['Friday 14:00', '2026-12-04'],
])('a promise until "%s" is kept until %s, wherever it is said', (text, last) => {
  const reader = {
    language: 'en',
    country: 'GB',
    zone: 'Europe/Berlin',
    toward: 'future',
  } as const;
  const when = wholeWhen(text, { ...reader, now: Date.parse('2026-12-01T12:00:00Z') });
  expect(when && lastDayOf(dueOfWhen(when))).toBe(last);
});
