import { expect, test } from 'vitest';

import { createTries } from '../../../src-main/host/team/network/tries.ts';

test('a flood uses up its own keys, and after a while everybody may again', () => {
  let now = 0;
  const tries = createTries(3, 10, 1_000, () => now);
  const count = (key: string, times: number): number =>
    Array.from({ length: times }, () => tries.may(key)).filter(Boolean).length;
  expect([count('mallory', 50), count('alice', 2)]).toEqual([3, 2]);
  expect(Array.from({ length: 50 }, (_, at) => count(`made up ${at}`, 1)).filter((n) => n)).toEqual(
    Array.from({ length: 5 }, () => 1),
  );
  now = 1_000;
  expect(count('alice', 50)).toBe(3);
});
