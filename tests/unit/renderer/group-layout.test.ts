// The rows of a grouped list follow from counts alone.

import { expect, it } from 'vitest';

import { layOut, segmentAt } from '../../../src-renderer/lists/group-layout.ts';

const groups = [
  { key: 'a', count: 2 },
  { key: 'b', count: 20_000 },
  { key: null, count: 1 },
];

it('puts a head before the rows of each group and finds the part that a row lies in', () => {
  const layout = layOut(groups, new Set());
  expect(layout).toMatchObject({ length: 20_006, places: 20_003 });
  const at = (row: number) => {
    const found = segmentAt(layout, row);
    return found && [found.keys[0], found.is, row - found.at];
  };
  expect([0, 1, 2, 3, 4, 20_003, 20_004, 20_005].map(at)).toEqual([
    ['a', 'head', 0],
    ['a', 'rows', 0],
    ['a', 'rows', 1],
    ['b', 'head', 0],
    ['b', 'rows', 0],
    ['b', 'rows', 19_999],
    [null, 'head', 0],
    [null, 'rows', 0],
  ]);
  expect([at(-1), at(20_006)]).toEqual([undefined, undefined]);
});

it('leaves out the rows of what is folded, and counts them all the same', () => {
  const layout = layOut(groups, new Set(['["b"]']));
  expect(layout).toMatchObject({ length: 6, places: 20_003 });
  expect(segmentAt(layout, 4)).toMatchObject({ keys: [null], is: 'head' });
});

it('stands groups within groups', () => {
  const inside = [
    { key: 'x', count: 1 },
    { key: 'y', count: 2 },
  ];
  const nested = [{ key: 'a', count: 2, inside }];
  expect(layOut(nested, new Set())).toMatchObject({ length: 6, places: 3 });
  expect(layOut(nested, new Set(['["a","x"]']))).toMatchObject({ length: 5, places: 3 });
  expect(layOut(nested, new Set(['["a"]']))).toMatchObject({ length: 1, places: 3 });
});
