// The team's buckets by name, for menus that put people into them.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { buckets } from './queries/groups.ts';
import { useRecords } from './use-records.ts';

const mostBuckets = 300;

/** Undefined while loading; asks nothing while it is not wanted. */
export const useBuckets = (isWanted = true): RecordDoc[] | undefined =>
  useRecords(isWanted ? buckets(mostBuckets) : undefined);
