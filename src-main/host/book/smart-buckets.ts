// The smart buckets of the book, read again when groups were written.

import { smartKey } from '../../../src-shared/domain/group.ts';
import { type SmartBuckets, smartBucketsOf } from '../../../src-shared/query/smart.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';

export function smartBuckets(store: RecordStore): () => Promise<SmartBuckets> {
  let known: { sequence: number; smart: SmartBuckets } | undefined;
  return async () => {
    const sequence = await store.sequence('groups');
    if (known?.sequence !== sequence) known = { sequence, smart: await readSmart(store) };
    return known.smart;
  };
}

async function readSmart(store: RecordStore): Promise<SmartBuckets> {
  const ids = (await store.byKeys('groups', [smartKey])).get(smartKey) ?? [];
  return smartBucketsOf((await store.get('groups', [...ids])).values());
}
