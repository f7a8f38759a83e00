// A role that ends before it begins is noticed, however much of its days is known.

import { expect, test } from 'vitest';

import { endsBeforeItBegins } from '../../../src-shared/domain/tie.ts';

test.each([
  ['2020-05-01', '2019-12-31', true],
  ['2020-05-01', '2020-05-01', false],
  ['2020-05', '2020-04-30', true],
  ['2020-05-10', '2020', false],
  ['2020', '2019', true],
  ['some day', '2019', false],
  ['2020-05-01', '', false],
])('from %s to %s: %s', (start, until, isWrong) =>
  expect(endsBeforeItBegins({ fields: { start, until } })).toBe(isWrong),
);
