// The trash is kept for thirty days on which this laptop is in use, from when it saw that
// something went there; what was undone goes after the same time.

import { editedCollections, type RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Ref } from './command.ts';
import type { CommandContext } from './context.ts';
import { type DaysInUse, seenLongEnough } from './days-in-use.ts';
import { eraseRecords } from './erase/erase.ts';

export const trashDays = 30;

/** Erases what has been in the trash for `trashDays`. Answers with how many. */
export async function emptyOldTrash(
  store: RecordStore,
  context: CommandContext,
  use: DaysInUse,
): Promise<Result<number>> {
  const found = new Map<string, string>();
  const refs = new Map<string, Ref>();
  for (const collection of editedCollections)
    for (const status of ['trashed', 'undone'] as const)
      for await (const docs of store.scan(collection, { status }))
        for (const doc of docs) {
          const place = `${collection}/${doc.id}`;
          found.set(place, stayOf(doc));
          refs.set(place, { collection, id: doc.id });
        }
  const old = await seenLongEnough(store, context, use, { what: 'trash', found, days: trashDays });
  if (!old.ok) return old;
  if (old.value.length === 0) return ok(0);
  const going = new Set(old.value);
  const done = await store.write((tx) => {
    const asked = [...refs].flatMap(([place, ref]) => (going.has(place) ? [ref] : []));
    // Restored since it was read.
    const still = asked.filter(({ collection, id }) => {
      const doc = tx.get(collection, [id]).get(id);
      return doc !== undefined && found.get(`${collection}/${id}`) === stayOf(doc);
    });
    return eraseRecords(tx, context, still);
  });
  return done.ok ? ok(done.value.count) : done;
}

/** Tells one stay in the trash from the next. */
const stayOf = ({ status, fields }: RecordDoc): string =>
  JSON.stringify([status, fields['trashedAt'] ?? null, fields['undoneBy'] ?? null]);
