// Parts of a saved view in words, as a change of one is shown.

import { expect, test } from 'vitest';

import '../../../src-main/say.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { describePart, namedInPart } from '../../../src-shared/query/describe-part.ts';

const how = { kinds, nameOf: (id: string) => (id === 'b1' ? 'Berlin' : undefined) };

test.for<[part: string, value: JsonValue, words: string | undefined]>([
  ['conditions', { field: 'tag', op: 'hasAnyOf', arg: ['vip'] }, 'People: Tag is vip'],
  ['conditions', { all: [] }, 'Everybody'],
  ['conditions', { field: 'bucket', op: 'hasAnyOf', arg: ['b1'] }, 'People: Bucket is Berlin'],
  [
    'conditions',
    { field: 'bucket', op: 'hasAnyOf', arg: ['b2'] },
    'People: Bucket is something that is no longer here',
  ],
  ['conditions', { since: 'ever' }, undefined],
  ['sorts', [{ field: 'changedAt', order: 'desc' }], 'Last changed (last first)'],
  ['sorts', [], 'By name'],
  ['groupBy', [{ field: 'tag' }], 'Tag'],
  ['groupBy', [], 'Not grouped'],
  ['columns', [{ field: 'emails' }, { field: 'tag' }], 'E-mail and Tag'],
  ['columns', [], 'The usual columns'],
  ['columns', 'all', undefined],
  ['weather', 'fine', undefined],
])('%s %j', ([part, value, words]) => {
  expect(describePart(part, value, 'people', how)).toBe(words);
});

test('the records a part points to are named by it', () => {
  const berlin = { field: 'bucket', op: 'hasAnyOf', arg: ['b1'] };
  expect(namedInPart('conditions', berlin, undefined, kinds)).toEqual(['b1']);
  expect(namedInPart('sorts', [], 'people', kinds)).toEqual([]);
});
