import { expect, test } from 'vitest';

import { type Stretch, stretched } from '../../../src-renderer/ui/stretch.ts';
import { seededRandom, testSeed } from '../../support/seeded.ts';

const rowsOf = (stretches: readonly Stretch[]): number[] =>
  stretches.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );

test('the first step takes the row it begins at along', () => {
  expect(stretched(4, 4, 6)).toEqual({ add: [{ first: 4, last: 6 }], remove: [] });
  expect(stretched(4, 4, 2)).toEqual({ add: [{ first: 2, last: 4 }], remove: [] });
});

test('a step back lets go what was taken by the step before', () => {
  expect(stretched(4, 8, 6)).toEqual({ add: [], remove: [{ first: 7, last: 8 }] });
});

test('a step over the beginning lets go one side and takes the other', () => {
  expect(stretched(4, 6, 3)).toEqual({
    add: [{ first: 3, last: 3 }],
    remove: [{ first: 5, last: 6 }],
  });
});

test('whatever steps are made, what is ticked is what lies between the two ends', () => {
  const random = seededRandom(testSeed);
  for (let round = 0; round < 50; round += 1) {
    const base = Math.floor(random() * 30);
    const ticked = new Set<number>();
    let from = base;
    for (let step = 0; step < 12; step += 1) {
      const to = Math.floor(random() * 30);
      const { add, remove } = stretched(base, from, to);
      for (const row of rowsOf(add)) ticked.add(row);
      for (const row of rowsOf(remove)) ticked.delete(row);
      from = to;
      const wanted = rowsOf([{ first: Math.min(base, to), last: Math.max(base, to) }]);
      expect([...ticked].sort((a, b) => a - b)).toEqual(wanted);
    }
  }
});
