// The team's buckets by name, for menus.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { smartConditions } from '../../src-shared/query/smart.ts';
import { buckets } from './queries/groups.ts';
import { useRecords } from './use-records.ts';

const mostBuckets = 300;

/** Undefined while loading; asks nothing while it is not wanted. */
export const useBuckets = (isWanted = true): RecordDoc[] | undefined =>
  useRecords(isWanted ? buckets(mostBuckets) : undefined);

/** Those that people are put into by hand. */
export const useHandBuckets = (isWanted = true): RecordDoc[] | undefined =>
  useBuckets(isWanted)?.filter((bucket) => smartConditions(bucket) === undefined);
