// How often somebody may be contacted is a whole number that a team can mean.

import { expect, test } from 'vitest';

import { policy } from '../../../src-shared/domain/policy.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';

const reader: Reader = { language: 'en', country: 'US' };

test.each([
  ['0', 0],
  ['8', 8],
  ['1,000', 1_000],
  ['-5', undefined],
  ['2.5', undefined],
  ['1001', undefined],
  ['1,000,000,000', undefined],
])('%s is taken as %s', (typed, read) => {
  expect(policy.fields.budget.typed(typed, reader)).toBe(read);
  // What stands there from before is still shown.
  expect(policy.fields.budget.accepts(-5)).toBe(true);
});
