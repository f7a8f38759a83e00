// One look at one feed, for everybody who is followed by it: fetch, read, store, and say
// how it went and when to look again.

import type { FeedLogEntry } from '../../../src-shared/bridge/feed-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { FeedMemory } from '../../../src-shared/feeds/feed-memory.ts';
import { proposalsOf } from '../../../src-shared/feeds/proposals.ts';
import { type FeedState, isGood, type Profile, stateDoc } from '../../../src-shared/feeds/state.ts';
import { storePosts } from '../../../src-shared/feeds/store-posts.ts';
import type { Subscription } from '../../../src-shared/feeds/subscription.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore, RecordTx } from '../../../src-shared/store/record-store.ts';
import { type Followed, getFeed, type GetNeeds } from './get-feed.ts';
import { nextState } from './next-state.ts';

export type LookNeeds = GetNeeds & {
  random: () => number;
  /** Posts from before, ms since 1970, are not kept here and need not come again. */
  oldest: () => number;
  commandContext: () => CommandContext;
};

export type Look = Omit<FeedLogEntry, 'at' | 'url' | 'owners'> & {
  /** Called permanent three times in a row: the new address belongs in the records. */
  movedTo?: string;
};

const movesNeeded = 3;
export async function lookAt(
  store: RecordStore,
  url: string,
  followed: readonly Followed[],
  allowed: string | undefined,
  needs: LookNeeds,
): Promise<Result<Look>> {
  const began = needs.now();
  const got = await getFeed(url, followed, allowed, needs);
  const now = needs.now();
  const bytes = got.answer?.bytes.length ?? 0;
  // No way to any server, or given up because the app closes: that says nothing about this one.
  if (got.outcome === 'feed-network' || (needs.signal.aborted && !isGood(got.outcome)))
    return ok({ outcome: got.outcome, bytes: 0, ms: now - began, added: 0, changed: 0 });
  const context = needs.commandContext();
  const random = needs.random();
  const stored = await store.write((tx) => {
    const sum = { added: 0, changed: 0 };
    for (const { subscription, state } of followed) {
      const { owner: id, collection } = subscription;
      const owner = tx.get(collection, [id]).get(id);
      if (owner?.status !== 'live') continue;
      let memory: FeedMemory = {};
      if (got.outcome === 'ok') {
        const feed = recent(got.feed, needs);
        const done = storePosts(tx, owner, subscription, feed, now, context, state);
        memory = done.memory;
        sum.added += done.added;
        sum.changed += done.changed;
        offerChanges(tx, owner, subscription, state, got.profile, context);
      }
      const next = nextState(state, got, now, random, context.device);
      tx.put('work', [stateDoc(owner, subscription, { ...next, ...memory }, context)]);
    }
    return ok(sum);
  });
  if (!stored.ok) return stored;
  const moved = got.answer?.movedTo;
  const counted = followed[0]?.state;
  const isFinal =
    isGood(got.outcome) &&
    moved !== undefined &&
    counted?.movedTo === moved &&
    (counted.movedCount ?? 0) + 1 >= movesNeeded;
  return ok({
    outcome: got.outcome,
    ...('detail' in got && got.detail !== undefined ? { detail: got.detail } : {}),
    bytes,
    ms: now - began,
    ...stored.value,
    ...(isFinal ? { movedTo: moved } : {}),
  });
}

function recent(feed: ParsedFeed, { oldest }: LookNeeds): ParsedFeed {
  const from = oldest();
  const items = feed.items.filter(({ published }) => published === undefined || published >= from);
  return { ...feed, items };
}

function offerChanges(
  tx: RecordTx,
  owner: RecordDoc,
  { url }: Subscription,
  state: FeedState,
  profile: Profile,
  context: CommandContext,
): void {
  const made = proposalsOf(owner, state.profile, profile, url, context);
  const known = tx.get(
    'work',
    made.map(({ id }) => id as string),
  );
  const fresh = made.filter(({ id }) => !known.has(id));
  if (fresh.length > 0) tx.put('work', fresh);
}
