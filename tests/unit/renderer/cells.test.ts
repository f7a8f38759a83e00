// Cells of a grid: where keys lead, and which rows of a list that holds still have moved.

import { expect, test } from 'vitest';

import { movedRows } from '../../../src-renderer/data/moved-rows.ts';
import { blockOf, cellAfter, cellOnward, cellsIn } from '../../../src-renderer/ui/cell-range.ts';

const field = { rows: 3, first: 1, last: 4 };

test('keys move a cell and stop at the edges', () => {
  expect(cellAfter('ArrowUp', { row: 0, column: 2 }, field, false)).toEqual({ row: 0, column: 2 });
  expect(cellAfter('ArrowRight', { row: 0, column: 2 }, field, true)).toEqual({
    row: 0,
    column: 4,
  });
  expect(cellAfter('End', { row: 0, column: 1 }, field, true)).toEqual({ row: 2, column: 4 });
  expect(cellAfter('x', { row: 0, column: 1 }, field, false)).toBeUndefined();
});

test('after the last cell of a row comes the first of the next', () => {
  expect(cellOnward({ row: 0, column: 4 }, 'next', field)).toEqual({ row: 1, column: 1 });
  expect(cellOnward({ row: 1, column: 1 }, 'back', field)).toEqual({ row: 0, column: 4 });
  expect(cellOnward({ row: 2, column: 4 }, 'next', field)).toEqual({ row: 2, column: 4 });
});

test('a range is a rectangle, wherever it began', () => {
  const block = blockOf({ base: { row: 2, column: 3 }, head: { row: 0, column: 1 } });
  expect(block).toEqual({ top: 0, bottom: 2, first: 1, last: 3 });
  expect(cellsIn(block)).toBe(9);
});

test('only what was edited has moved; what comes and goes counts, too', () => {
  const edited = new Set(['b']);
  expect(movedRows(['a', 'b', 'c'], ['a', 'b', 'c'], edited)).toBe(0);
  expect(movedRows(['a', 'b', 'c'], ['b', 'a', 'c'], edited)).toBe(1);
  expect(movedRows(['a', 'b', 'c'], ['a', 'c'], edited)).toBe(1);
  expect(movedRows(['a', 'b', 'c'], ['d', 'a', 'b', 'c'], edited)).toBe(1);
  expect(movedRows(['a', 'b', 'c', 'd'], ['b', 'd', 'a', 'c'], new Set(['b', 'd']))).toBe(2);
});
