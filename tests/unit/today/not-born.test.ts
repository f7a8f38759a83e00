// Whose birthday lies ahead is expected, and turns nothing.

import { expect, test } from 'vitest';

import { dateRows } from '../../../src-shared/today/dates.ts';

test.each([
  ['2026-03-13', undefined],
  ['2025-03-13', 1],
])('born on %s they turn %s', (birthday, years) => {
  const looking = {
    now: Date.UTC(2026, 2, 12, 11),
    zone: 'UTC',
    today: '2026-03-12',
    member: 'Ana',
    devices: new Set<string>(),
  };
  const [row] = dateRows([{ person: 'ada', birthday, dates: [], nearest: 'd' }], looking);
  expect(row?.reason).toEqual({
    code: 'birthday',
    day: '2026-03-13',
    inDays: 1,
    ...(years === undefined ? {} : { years }),
  });
});
