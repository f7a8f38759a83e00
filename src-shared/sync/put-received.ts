// What follows here from records that were received from a teammate. It is this laptop's
// own to write: not among what the teammate has already.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { CommandContext } from '../records/context.ts';
import { eraseArrived, eraseAround } from '../records/erase/erase.ts';
import { noteSalts } from '../records/erase/tombstone.ts';
import { isMergeable, mergedIntoOf } from '../domain/merging.ts';
import { isLiving } from '../records/merged.ts';
import { leadTies, settle } from '../records/settle.ts';
import type { RecordTx } from '../store/record-store.ts';
import { sharedCollections } from './item.ts';

/**
 * What tombstones replaced goes as it went on the other laptop; so does what names somebody
 * who was erased here.
 */
export function eraseReceived(
  tx: RecordTx,
  collection: CollectionName,
  docs: readonly RecordDoc[],
  before: ReadonlyMap<string, RecordDoc>,
  context: CommandContext,
): void {
  const tombstones = docs.filter((doc) => !isThere(doc));
  if (tombstones.length > 0) {
    noteSalts(tx, tombstones, context);
    const ids = onlyThere(tx, collection, tombstones);
    eraseAround(tx, context, ids, before);
  }
  eraseArrived(tx, context, docs);
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
 * Brings up to date who stands for whom, after people or groups were received, and what those have who
 * stand for others. `before`: what was here of them, for somebody who is merged no more
 * changes whom others are found under.
 */
export function settleReceived(
  tx: RecordTx,
  collection: CollectionName,
  docs: readonly RecordDoc[],
  before: ReadonlyMap<string, RecordDoc>,
  context: CommandContext,
): void {
  if (collection === 'ties') return leadTies(tx, docs, context);
  if (!isMergeable(collection)) return;
  const isMerged = (doc: RecordDoc | undefined): boolean =>
    doc !== undefined && mergedIntoOf(doc) !== undefined;
  const moved = docs.filter((doc) => isMerged(doc) || isMerged(before.get(doc.id)));
  const turned = docs.filter((doc) => isLiving(doc) !== isLiving(before.get(doc.id)));
  const namesOf = (some: readonly RecordDoc[]) =>
    some.map(({ id }) => [collection, id as string] as const);
  settle(tx, { moved: namesOf(moved), turned: namesOf(turned) }, context);
}
