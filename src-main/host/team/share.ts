// A private book is brought into a team without sharing it: everything in it is marked
// private before the team exists. Nobody else has any of it yet, so no history matters.

import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { withScope } from '../../../src-shared/records/scope.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';

export async function shareNothingYet(
  store: RecordStore,
  context: CommandContext,
): Promise<Result<null>> {
  for (const collection of sharedCollections) {
    for await (const docs of store.scan(collection)) {
      const shared = docs.filter(({ scope }) => scope === 'team');
      const done = await store.write((tx) => {
        tx.put(
          collection,
          shared.map((doc) => withScope(doc, 'private', context)),
        );
        return ok(null);
      });
      if (!done.ok) return done;
    }
  }
  return ok(null);
}
