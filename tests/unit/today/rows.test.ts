// Rows about promises, what was put away, and whose a row is.

import { expect, test } from 'vitest';

import type { KeptMark } from '../../../src-shared/domain/today-mark.ts';
import type { Looking, Promised, TodayInput } from '../../../src-shared/today/input.ts';
import { todayRows } from '../../../src-shared/today/today.ts';

const dayMs = 86_400_000;
/** A Tuesday. */
const now = Date.UTC(2026, 2, 10, 10);
const looking: Looking = {
  now,
  zone: 'UTC',
  today: '2026-03-10',
  member: 'Ana',
  devices: new Set(['ana-1', 'ana-2']),
};
const nothing: TodayInput = {
  promises: [],
  waiting: [],
  meetings: [],
  dates: [],
  reminders: [],
  rhythms: [],
  newcomers: [],
  dormant: [],
  leftAlone: new Set(),
  marks: [],
  contactAt: new Map(),
  postAt: new Map(),
};
const promise = (fields: Promised['fields'], more: Partial<Promised> = {}): Promised => ({
  id: 'q' as never,
  fields: { text: 'Send the quote', by: 'ours', state: 'open', ...fields },
  sets: {},
  stamps: {},
  createdAt: now,
  origin: { at: now, by: 'Ben', device: 'ben-1', source: { type: 'typed' } },
  people: ['ada'],
  groups: [],
  ...more,
});
const rowsOf = (input: Partial<TodayInput>, who = looking) =>
  todayRows({ ...nothing, ...input }, who).rows;
const keys = (input: Partial<TodayInput>, who = looking): string[] =>
  rowsOf(input, who).map(({ key }) => key);

test('what they owe us is asked after once it was due for two working days', () => {
  const due = (day: string) => ({ promises: [promise({ by: 'theirs', due: day })] });
  // Thursday and Friday, over the weekend.
  expect(keys(due('2026-03-06'))).toEqual(['owed:q:2026-03-06']);
  expect(keys(due('2026-03-07'))).toEqual(['owed:q:2026-03-07']);
  expect(keys(due('2026-03-09'))).toEqual([]);
  expect(rowsOf(due('2026-03-05'))[0]?.reason).toMatchObject({ code: 'owed', daysLate: 5 });
});

test('a promise is for whoever it names, by a laptop or by the name of earlier versions', () => {
  const of = (member: string) => ({ promises: [promise({ due: '2026-03-10', member })] });
  expect(keys(of('ana-2'))).toHaveLength(1);
  expect(keys(of(' ana '))).toHaveLength(1);
  expect(keys(of('ben-1'))).toEqual([]);
  expect(keys(of('Ben'))).toEqual([]);
  expect(rowsOf(of(''))[0]?.nearest).toBe('ben-1');
  expect(rowsOf(of('Ana'))[0]?.nearest).toBeUndefined();
});

test('that a teammate moved a promise of one’s own is said for a week, to nobody else', () => {
  const moved = (daysAgo: number, by: string): Partial<TodayInput> => ({
    promises: [
      promise(
        { due: '2026-04-01', member: 'Ana' },
        {
          sets: {
            dueMoves: [
              {
                id: 'm',
                value: '2026-04-01',
                label: new Date(now - daysAgo * dayMs).toISOString(),
                more: { from: '2026-03-12', why: 'Prices', by },
              },
            ],
          },
        },
      ),
    ],
  });
  expect(keys(moved(1, 'Ben'))).toEqual(['moved:q:m']);
  expect(rowsOf(moved(1, 'Ben'))[0]?.reason).toMatchObject({ by: 'Ben', day: '2026-04-01' });
  expect(keys(moved(7, 'Ben'))).toEqual([]);
  expect(keys(moved(1, 'Ana'))).toEqual([]);
  const cem = { ...looking, member: 'Cem', devices: new Set(['cem-1']) };
  expect(keys(moved(1, 'Ben'), cem)).toEqual([]);
});

test('what was put away is told apart from what is done, and comes back after its day', () => {
  const promises = [promise({ due: '2026-03-10' })];
  const row = 'promise:q:2026-03-10';
  const mark = (says: KeptMark['says'], until?: string): KeptMark => ({
    id: `mark ${says}`,
    about: 'ada',
    row,
    says,
    at: now,
    ...(until === undefined ? {} : { until }),
  });
  const told = (...marks: KeptMark[]) => todayRows({ ...nothing, promises, marks }, looking);
  expect(told(mark('not-mine')).away).toMatchObject([
    { row: { key: row }, marks: ['mark not-mine'] },
  ]);
  expect(told(mark('snoozed', '2026-03-12')).away).toMatchObject([{ until: '2026-03-12' }]);
  expect(told(mark('done')).away).toEqual([]);
  const back = told(mark('snoozed', '2026-03-10'));
  expect([back.rows[0]?.backOn, back.away]).toEqual(['2026-03-10', []]);
});
