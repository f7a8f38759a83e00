// A promise that was begun is as it was when its form is opened again.

import { expect, test } from 'vitest';

import {
  keptPromiseOf,
  promiseDraftIn,
} from '../../../src-renderer/features/promises/promise-draft.ts';

test.each([
  { text: 'Friday', due: { day: '2026-12-04', precision: 'day' as const }, isUnclear: false },
  { text: 'next Tuesdayy', due: undefined, isUnclear: true },
])('with “$text” as its date', (due) => {
  const draft = { text: 'Quote', by: 'theirs' as const, ids: ['ana'], due, member: 'Ben' };
  expect(promiseDraftIn(keptPromiseOf(draft))).toEqual(draft);
});

test('nothing begun is no draft', () => {
  expect(promiseDraftIn('')).toBeUndefined();
  expect(promiseDraftIn('{}')).toBeUndefined();
});
