// How many have any of some tags: whom a change of these tags is about.

import { tagIndexKey } from '../../../src-shared/domain/tag.ts';
import type { Kinds } from '../../../src-shared/domain/kinds.ts';
import { taggedCollections } from '../../../src-shared/records/tags/tagged.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';

/** Documents read at once. */
const atOnce = 500;

/** Each once, by its kind. */
export async function countTagged(
  store: RecordStore,
  kinds: Kinds,
  tags: readonly string[],
): Promise<{ [kind: string]: number }> {
  const keys = [...new Set(tags.map(tagIndexKey))];
  const counts = new Map<string, number>();
  for (const collection of taggedCollections(kinds)) {
    const ids = [...new Set([...(await store.byKeys(collection, keys)).values()].flat())];
    for (let from = 0; from < ids.length; from += atOnce)
      for (const { kind, status } of (
        await store.get(collection, ids.slice(from, from + atOnce))
      ).values())
        if (status === 'live') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
