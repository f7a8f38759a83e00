// Who is shown under whose name after merges.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { idsMergedInto } from '../../../src-renderer/data/use-merged.ts';

const merged = (id: string, mergedInto: string) =>
  ({ id, status: 'merged', fields: { mergedInto } }) as unknown as RecordDoc;

test('a person is known under the ids of all who were merged into them, however deep', () => {
  const docs = [merged('d', 'c'), merged('b', 'a'), merged('c', 'b'), merged('z', 'y')];
  expect(idsMergedInto('a', docs)).toEqual(['a', 'b', 'c', 'd']);
});

test('two who were merged into each other end the search', () => {
  expect(idsMergedInto('a', [merged('b', 'a'), merged('a', 'b')])).toEqual(['a', 'b']);
});
