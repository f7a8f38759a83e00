// Writes what was received from a teammate, and what follows from it here.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { CommandContext } from '../records/context.ts';
import { eraseOwnLinked, forgetValues, noteSalts } from '../records/erase.ts';
import { mergedIntoOf, settleMerged } from '../records/merged.ts';
import { purgeOwned } from '../records/owned.ts';
import type { RecordTx } from '../store/record-store.ts';
import { sharedCollections } from './item.ts';

/** Writes what was received; what a tombstone replaces leaves the undo log, too. */
export function putReceived(
  tx: RecordTx,
  collection: CollectionName,
  docs: readonly RecordDoc[],
  context: CommandContext,
): void {
  if (docs.length === 0) return;
  tx.put(collection, docs);
  const erased = docs.filter((doc) => doc.status === 'erased');
  if (erased.length === 0) return;
  const ids = onlyThere(tx, collection, erased);
  forgetValues(tx, new Set(ids));
  purgeOwned(tx, ids, context);
  eraseOwnLinked(tx, context, new Set(ids));
  noteSalts(tx, erased, context);
}

/** Ids under which nothing else stands here: a tombstone reaches what named its own record only. */
function onlyThere(
  tx: RecordTx,
  collection: CollectionName,
  tombstones: readonly RecordDoc[],
): string[] {
  const ids = tombstones.map(({ id }) => id as string);
  const others = sharedCollections.filter((other) => other !== collection);
  const standing = others.flatMap((other) => [...tx.get(other, ids).values()]);
  const taken = new Set(standing.filter(isThere).map(({ id }) => id as string));
  return ids.filter((id) => !taken.has(id));
}

const isThere = ({ status }: RecordDoc): boolean => status !== 'erased';

/**
 * Brings up to date who stands for whom, after people were received. What it writes is
 * this laptop's own: it is not among what the teammate has already. `before`: what was
 * here of them, for somebody who is merged no more changes whom others are found under.
 */
export function settleReceived(
  tx: RecordTx,
  collection: CollectionName,
  docs: readonly RecordDoc[],
  before: ReadonlyMap<string, RecordDoc>,
): void {
  if (collection !== 'people') return;
  const wasInChain = (id: string): boolean => {
    const doc = before.get(id);
    return doc !== undefined && isInChain(doc);
  };
  const moved = docs.filter((doc) => isInChain(doc) || wasInChain(doc.id));
  settleMerged(
    tx,
    moved.map(({ id }) => id),
  );
}

const isInChain = (doc: RecordDoc): boolean =>
  mergedIntoOf(doc) !== undefined || doc.status === 'erased' || doc.status === 'undone';
