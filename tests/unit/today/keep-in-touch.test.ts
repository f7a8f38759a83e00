// Which rhythm holds, when the next contact is due, and what is suggested.

import { expect, it } from 'vitest';

import { every, everyOf } from '../../../src-shared/fields/every.ts';
import {
  nextContactDue,
  type Rhythm,
  rhythmIn,
  rhythmThatApplies,
} from '../../../src-shared/keep-in-touch/applies.ts';
import { suggestedEvery } from '../../../src-shared/keep-in-touch/suggest.ts';

const rhythm = (
  text: string,
  from: Rhythm['from'],
  of: string,
  more: { [field: string]: string } = {},
): Rhythm => {
  const found = rhythmIn({ id: of as never, fields: { rhythm: text, ...more } }, from);
  if (found === undefined) throw new Error(text);
  return found;
};

const today = '2026-03-12';

it('the shortest holds, and says where it comes from', () => {
  const all = [
    rhythm('P2M', 'person', 'ada'),
    rhythm('P6W', 'group', 'customers'),
    rhythm('P3M', 'role', 'tie'),
  ];
  expect(rhythmThatApplies(all, today)).toMatchObject({ from: 'group', of: 'customers' });
  expect(rhythmThatApplies(all.toReversed(), today)?.of).toBe('customers');
  expect(rhythmThatApplies([], today)).toBeUndefined();
});

it('of equally short ones that of the person is named', () => {
  const all = [rhythm('P4W', 'group', 'g'), rhythm('P28D', 'person', 'ada')];
  expect(rhythmThatApplies(all, today)?.from).toBe('person');
});

it('one that rests is passed over; a pause of the person holds for all', () => {
  const resting = rhythm('P1W', 'group', 'g', { rhythmPausedUntil: '2026-04-01' });
  const own = rhythm('P2M', 'person', 'ada');
  expect(rhythmThatApplies([resting, own], today)?.of).toBe('ada');
  expect(rhythmThatApplies([resting, own], '2026-04-01')?.of).toBe('g');
  const away = rhythm('P2M', 'person', 'ada', { rhythmPausedUntil: '2026-05-01' });
  const held = rhythmThatApplies([rhythm('P1W', 'group', 'g'), away], today) as Rhythm;
  expect(held.of).toBe('g');
  expect(nextContactDue(held, '2026-03-01')).toBe('2026-05-01');
});

it('months are those of the calendar and do not drift', () => {
  const monthly = rhythm('P1M', 'person', 'ada');
  expect(nextContactDue(monthly, '2026-01-31')).toBe('2026-02-28');
  expect(nextContactDue(monthly, '2026-02-28')).toBe('2026-03-28');
  expect(nextContactDue(rhythm('P13M', 'person', 'ada'), '2024-02-29')).toBe('2025-03-29');
});

it('is understood as people type it', () => {
  const reader = { language: 'de' };
  expect(every().typed('6 weeks', { language: 'en' })).toBe('P6W');
  expect(every().typed('1 Monat', reader)).toBe('P1M');
  expect(every().typed('10 Tage', reader)).toBe('P10D');
  expect(every().shown('P6W', reader)).toBe('6 Wochen');
  for (const text of ['soon', '0 weeks', 'P0W', 'P9999D', '-3 days'])
    expect(every().typed(text, { language: 'en' })).toBeUndefined();
  expect(everyOf({ count: 6 })).toBeUndefined();
});

it('is suggested from the middle gap once there were four contacts', () => {
  const day = 86_400_000;
  const times = (...days: number[]) => days.map((one) => one * day);
  expect(suggestedEvery(times(0, 14, 28))).toBeUndefined();
  expect(suggestedEvery(times(43, 0, 14, 28))).toEqual({ count: 2, unit: 'week' });
  expect(suggestedEvery(times(0, 3, 6, 9))).toEqual({ count: 3, unit: 'day' });
  expect(suggestedEvery(times(0, 90, 181, 275, 1000))).toEqual({ count: 3, unit: 'month' });
  expect(suggestedEvery(times(1, 1, 1, 1))).toBeUndefined();
});
