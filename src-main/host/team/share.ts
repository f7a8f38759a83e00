// A private book is brought into a team without sharing it: everything in it that the team
// has not got is marked private before this laptop belongs to it, so no history matters.

import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { withScope } from '../../../src-shared/records/scope.ts';
import { keepTags } from '../../../src-shared/records/tags/own-tag.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';

/** `lastMet`: when somebody of the team was last reached, ms since 1970; 0 for a team new here. */
export async function shareNothingYet(
  store: RecordStore,
  context: CommandContext,
  lastMet = 0,
): Promise<Result<null>> {
  const own = new Set([context.device, ...(context.formerDevices ?? [])]);
  /** It came from the team, or was here when the team last got everything. */
  const isTeams = ({ origin }: RecordDoc): boolean =>
    lastMet > 0 && (!own.has(origin.device) || origin.at <= lastMet);
  for (const collection of sharedCollections) {
    for await (const docs of store.scan(collection)) {
      const shared = docs.filter((doc) => doc.scope === 'team' && !isTeams(doc));
      const done = await store.write((tx) => {
        const kept = shared.map((doc) => withScope(doc, 'private', context));
        tx.put(collection, collection === 'setup' ? keepTags(tx, kept, context) : kept);
        return ok(null);
      });
      if (!done.ok) return done;
    }
  }
  return ok(null);
}
