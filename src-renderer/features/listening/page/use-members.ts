// Whose posts belong to a bucket, a community or an organisation: its own, and those of
// its people.

import { useMemo } from 'react';

import { useRecords } from '../../../data/use-records.ts';

const most = 5_000;

/** Undefined for no group, or while loading. */
export function useMembers(group: string | null): readonly string[] | undefined {
  const keys = group === null ? undefined : { keys: { $in: [group] }, status: 'live' };
  const inBucket = useRecords('people', keys && { selector: keys, limit: most });
  const ties = useRecords('ties', keys && { selector: keys, limit: most });
  return useMemo(() => {
    if (group === null || inBucket === undefined || ties === undefined) return undefined;
    const ends = ties.flatMap(({ fields: { from, to } }) => [from, to]);
    const ids = [group, ...inBucket.map(({ id }) => id as string), ...ends];
    return [...new Set(ids.filter((id) => typeof id === 'string'))];
  }, [group, inBucket, ties]);
}
