import fc from 'fast-check';
import { expect, test } from 'vitest';

import { keepParts } from '../../../src-renderer/data/keep-parts.ts';
import { testRuns } from '../../support/seeded.ts';

test('what did not change stays the same object, what changed is new', () => {
  const before = { name: 'Ada', sets: { emails: [{ id: '1' }, { id: '2' }], phones: [] } };
  const next = { name: 'Ada L', sets: { emails: [{ id: '1' }, { id: '3' }], phones: [] } };
  const untouched = structuredClone(next);
  const kept = keepParts(before, next);
  expect(kept).toEqual(next);
  expect(kept.sets.phones).toBe(before.sets.phones);
  expect(kept.sets.emails[0]).toBe(before.sets.emails[0]);
  expect(kept.sets.emails[1]).not.toBe(before.sets.emails[1]);
  expect(Array.isArray(kept.sets.emails)).toBe(true);
  expect(next).toEqual(untouched);
});

test('a part that went or came is seen', () => {
  expect(keepParts<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepParts<object>({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b');
  expect(keepParts<object>([1, 2], [1])).toEqual([1]);
  expect(keepParts<object>({ 0: 'a' }, ['a'])).toEqual(['a']);
});

test('a part may be called like what every object has', () => {
  const next: unknown = JSON.parse('{"__proto__":{},"constructor":{"a":1}}');
  const kept = keepParts<unknown>({ constructor: { a: 1 } }, next);
  expect(kept).toEqual(next);
  expect(Object.keys(kept as object)).toEqual(['__proto__', 'constructor']);
});

test('whatever the two are, the outcome equals the later one, and is the earlier one where equal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      expect(keepParts(before, next)).toEqual(next);
      const copy = structuredClone(before);
      expect(keepParts(before, copy)).toBe(before);
    }),
    { numRuns: testRuns(100) },
  );
});
