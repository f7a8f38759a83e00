// A choice of a merge that is taken back after the one it was chosen from has changed: the keeper
// followed (carry-over.ts), which is no edit of its own. What made way comes back all the same.

import { asideNamed } from '../domain/merging.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { isSameJson } from './same.ts';
import type { Written } from './writes.ts';

/** What a merge wrote into a keeper, as it stands there now where it only followed. */
export function asFollowed(
  tx: Pick<RecordTx, 'get'>,
  collection: CollectionName,
  doc: RecordDoc,
  written: readonly Written[],
): readonly Written[] {
  const chosen = written.flatMap(({ what }) => asideNamed(what) ?? []);
  if (chosen.length === 0) return written;
  const docs = tx.get(
    collection,
    chosen.map(({ gone }) => gone),
  );
  const hasFollowed = (what: string): boolean =>
    chosen.some((one) => {
      const theirs = docs.get(one.gone)?.fields[what];
      return one.what === what && theirs !== undefined && isSameJson(theirs, doc.fields[what]);
    });
  return written.map((one) =>
    hasFollowed(one.what) ? { ...one, after: doc.fields[one.what] ?? null } : one,
  );
}
