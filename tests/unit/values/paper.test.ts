import { expect, test } from 'vitest';

import { paperOf } from '../../../src-shared/values/paper.ts';

test('a sheet fits the paper of the country', () => {
  expect(['US', 'CA', 'PH', 'DE', 'GB', 'JP', ''].map(paperOf)).toEqual([
    'Letter',
    'Letter',
    'Letter',
    'A4',
    'A4',
    'A4',
    'A4',
  ]);
});
