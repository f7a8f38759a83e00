// The people and organisations that posts are of, by id.

import { useMemo } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useRecordsById } from '../../data/use-records.ts';

export function useOwners(ids: readonly string[]): ReadonlyMap<string, RecordDoc> {
  const people = useRecordsById('people', ids);
  const groups = useRecordsById('groups', ids);
  return useMemo(() => new Map([...people, ...groups]), [people, groups]);
}

export const ownerOf = (post: RecordDoc): string =>
  typeof post.fields['owner'] === 'string' ? post.fields['owner'] : '';
