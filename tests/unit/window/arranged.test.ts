// The blocks of a page stay whole however they are moved, and new ones find their place.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arranged, movedTo, noLayout } from '../../../src-renderer/ui/arranged.ts';

const blocks = [
  { id: 'facts', column: 'side', order: 10 },
  { id: 'tags', column: 'side', order: 20 },
  { id: 'note', column: 'main', order: 20 },
  { id: 'timeline', column: 'main', order: 40 },
  { id: 'history', column: 'main', order: 60 },
] as const;
const ids = blocks.map(({ id }) => id);

test('as they usually stand, until somebody moves one', () => {
  expect(arranged(blocks, noLayout)).toEqual({
    side: ['facts', 'tags'],
    main: ['note', 'timeline', 'history'],
    hidden: [],
  });
  const usual = arranged(blocks, noLayout);
  expect(movedTo(usual, 'history', 'note', 'before').main).toEqual(['history', 'note', 'timeline']);
  expect(movedTo(usual, 'note', 'facts', 'after')).toEqual({
    side: ['facts', 'note', 'tags'],
    main: ['timeline', 'history'],
    hidden: [],
  });
  expect(movedTo(usual, 'note', 'note', 'after')).toEqual(usual);
});

test('a block that came with a later version stands behind the one it usually follows', () => {
  const kept = { side: ['tags', 'facts'], main: ['history', 'note'], hidden: ['gone', 'note'] };
  expect(arranged(blocks, kept)).toEqual({
    side: ['tags', 'facts'],
    main: ['history', 'note', 'timeline'],
    hidden: ['note'],
  });
});

test('whatever is moved wherever, each stands in one place', () => {
  const id = fc.constantFrom(...ids);
  const moves = fc.array(fc.tuple(id, id, fc.constantFrom('before', 'after')), { maxLength: 20 });
  fc.assert(
    fc.property(moves, (all) => {
      let now = arranged(blocks, noLayout);
      for (const [one, beside, side] of all) {
        now = movedTo(now, one, beside, side);
        if (one === beside) continue;
        const column = now.side.includes(one) ? now.side : now.main;
        expect(column.indexOf(one) - column.indexOf(beside)).toBe(side === 'before' ? -1 : 1);
        expect(arranged(blocks, now)).toEqual(now);
      }
      expect([...now.side, ...now.main].toSorted()).toEqual(ids.toSorted());
    }),
  );
});
