// The team's buckets by name, for menus that put people into them.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { type Query, useRecords } from './use-records.ts';

const query: Query = {
  selector: { kind: 'bucket', status: 'live' },
  sort: [{ sortKey: 'asc' }],
  limit: 300,
};

/** Undefined while loading; asks nothing while it is not wanted. */
export const useBuckets = (isWanted = true): RecordDoc[] | undefined =>
  useRecords('groups', isWanted ? query : undefined);
