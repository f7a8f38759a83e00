// One device of a team looks at a feed. Whoever is about to look says so in the shared
// state of the feed, gives the others a moment to say the same, and then sees who won.

import { setTimeout as wait } from 'node:timers/promises';

import { ok } from '../../../src-shared/domain/result.ts';
import { stateDoc } from '../../../src-shared/feeds/state.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { readFollowed } from './followed.ts';
import type { Followed } from './get-feed.ts';

const claimMs = 5 * 60_000;
const settleMs = 2_000;

/** False where another device claimed it at the same time and wins. */
export async function claimFeed(
  store: RecordStore,
  url: string,
  followed: readonly Followed[],
  now: number,
  context: CommandContext,
): Promise<boolean> {
  await store.write((tx) => {
    for (const { subscription, state } of followed) {
      const { owner: id, collection } = subscription;
      const owner = tx.get(collection, [id]).get(id);
      if (owner === undefined) continue;
      const claimed = { ...state, holder: context.device, until: now + claimMs };
      tx.put('work', [stateDoc(owner, subscription, claimed, context)]);
    }
    return ok(null);
  });
  await wait(settleMs);
  const owners = followed.map(({ subscription }) => subscription.owner);
  const read = await readFollowed(store, context.hash, owners);
  return (read.get(url) ?? []).every(({ state }) => state.holder === context.device);
}
