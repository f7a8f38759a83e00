// A dry run offers to mend beside it only what can be mended there.

import { expect, test } from 'vitest';

import { canMend, mendable } from '../../../src-renderer/features/transfer/mendable.ts';

test.each([
  [['role'], false],
  [[], false],
  [['given'], true],
  [['emails'], true],
  [['role', 'phones'], true],
])('of what is in %j: %s', (ours, expected) => {
  expect(canMend({ ours })).toBe(expected);
});

test('what stands on their page is left to it', () => {
  const { fields, sets } = mendable({ ours: ['given', 'role', 'phones'] });
  expect([fields, sets.map(({ set }) => set)]).toEqual([['given'], ['phones']]);
});
