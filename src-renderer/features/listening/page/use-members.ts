// Whose posts belong to a bucket, a community or an organisation: its own, and those of
// its people.

import { useMemo } from 'react';

import { peopleOfBucket } from '../../../data/queries/people.ts';
import { tiesOf } from '../../../data/queries/ties.ts';
import { useMergedIds } from '../../../data/use-merged.ts';
import { useRecords } from '../../../data/use-records.ts';

const most = 5_000;

/** Undefined for no group, or while loading. */
export function useMembers(group: string | null): readonly string[] | undefined {
  const inBucket = useRecords(group === null ? undefined : peopleOfBucket(group, most));
  const ties = useRecords(group === null ? undefined : tiesOf([group], most));
  const merged = useMergedIds(group === null ? [] : [group], 'groups').get(group ?? '');
  return useMemo(() => {
    if (group === null || inBucket === undefined || ties === undefined) return undefined;
    const ends = ties.flatMap(({ fields: { from, to } }) => [from, to]);
    const ids = [group, ...(merged ?? []), ...inBucket.map(({ id }) => id as string), ...ends];
    return [...new Set(ids.filter((id) => typeof id === 'string'))];
  }, [group, inBucket, ties, merged]);
}
