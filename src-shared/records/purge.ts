// The trash is kept for thirty days; what was undone goes after the same time.

import { editedCollections, type RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { CommandContext } from './context.ts';
import { eraseRecords } from './erase/erase.ts';

const day = 24 * 60 * 60 * 1000;
export const trashDays = 30;

/** Erases what has been in the trash for longer than `trashDays`. Answers with how many. */
export async function emptyOldTrash(
  store: RecordStore,
  context: CommandContext,
): Promise<Result<number>> {
  const limit = context.now() - trashDays * day;
  const refs: { collection: (typeof editedCollections)[number]; id: string }[] = [];
  for (const collection of editedCollections) {
    for (const status of ['trashed', 'undone'] as const) {
      for await (const docs of store.scan(collection, { status })) {
        refs.push(...docs.filter((doc) => isOld(doc, limit)).map(({ id }) => ({ collection, id })));
      }
    }
  }
  if (refs.length === 0) return ok(0);
  const done = await store.write((tx) => eraseRecords(tx, context, refs));
  return done.ok ? ok(done.value.count) : done;
}

function isOld(doc: RecordDoc, limit: number): boolean {
  const trashed = doc.fields['trashedAt'];
  return (typeof trashed === 'number' ? trashed : doc.updatedAt) < limit;
}
