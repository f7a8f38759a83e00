import { expect, test } from 'vitest';

import { isNoDeeper } from '../../../src-shared/values/depth.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

test('what lies deeper than it may is seen without going there', () => {
  expect(isNoDeeper(nested(64), 64)).toBe(true);
  expect(isNoDeeper(nested(65), 64)).toBe(false);
  expect(isNoDeeper(nested(1_000_000), 64)).toBe(false);
  expect(isNoDeeper({ bytes: new Uint8Array(10_000_000), text: 'a' }, 1)).toBe(true);
});

test('a part that is met again and again, or in itself, comes to an end', () => {
  let shared: unknown = 'end';
  for (let level = 0; level < 50; level++) shared = [shared, shared];
  expect(isNoDeeper(shared, 64)).toBe(false);
  const ring: unknown[] = [];
  ring.push(ring, ring);
  expect(isNoDeeper(ring, 64)).toBe(false);
});
