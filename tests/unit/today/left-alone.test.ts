import { expect, test } from 'vitest';

import type { TodayInput } from '../../../src-shared/today/input.ts';
import { todayRows } from '../../../src-shared/today/today.ts';

const now = Date.UTC(2026, 2, 12, 11);
const looking = {
  now,
  zone: 'Europe/Berlin',
  today: '2026-03-12',
  member: 'Ana',
  devices: new Set<string>(),
};
const day = 86_400_000;

const about = (leftAlone: string[]): TodayInput => ({
  promises: [],
  waiting: [{ person: 'ada', moment: 'm', at: now - 3 * day }],
  meetings: [],
  dates: [{ person: 'ada', birthday: '1980-03-12', dates: [], nearest: 'd' }],
  reminders: [],
  rhythms: [
    {
      person: 'ada',
      addedAt: 0,
      rhythms: [{ every: { count: 1, unit: 'week' }, from: 'person', of: 'ada' }],
    },
  ],
  newcomers: [{ person: 'bob', addedAt: now - day }],
  dormant: [],
  leftAlone: new Set(leftAlone),
  marks: [],
  contactAt: new Map(),
  postAt: new Map(),
});

test('nobody is sent to whoever asked to be left alone; that they wait for an answer is said', () => {
  const levels = (leftAlone: string[]): string[] =>
    todayRows(about(leftAlone), looking).rows.map(({ level, about: { id } }) => `${id} ${level}`);
  expect(levels([])).toEqual(['ada waiting', 'ada date', 'ada rhythm', 'bob newcomer']);
  expect(levels(['ada', 'bob'])).toEqual(['ada waiting']);
});
