// Who is followed by which feeds, read from the book, and which feeds it is time for.

import { feedKey } from '../../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { leastByHand, longestWait } from '../../../src-shared/feeds/plan.ts';
import { stateOf } from '../../../src-shared/feeds/state.ts';
import { feedStateId, subscriptionsOf } from '../../../src-shared/feeds/subscription.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Followed } from './get-feed.ts';

/** Every feed that is on, by its address. */
export async function readFollowed(
  store: RecordStore,
  hash: (text: string) => string,
  owners?: readonly string[],
): Promise<Map<string, Followed[]>> {
  const docs = owners === undefined ? await whoHasFeeds(store) : await theseOwners(store, owners);
  const subscriptions = docs.flatMap(subscriptionsOf).filter(({ isOn }) => isOn);
  const idOf = ({ owner, item }: { owner: string; item: string }): string =>
    feedStateId(owner, item, hash);
  const states = await store.get('work', subscriptions.map(idOf));
  const followed = subscriptions.map((subscription): Followed => {
    const state = stateOf(states.get(idOf(subscription)), subscription.url);
    return { subscription, state };
  });
  return Map.groupBy(followed, ({ subscription }) => subscription.url);
}

/** People and organisations, in the trash too, that carry a feed. */
export async function whoHasFeeds(store: RecordStore): Promise<RecordDoc[]> {
  const found: RecordDoc[] = [];
  for (const collection of ['people', 'groups'] as const) {
    const ids = (await store.byKeys(collection, [feedKey])).get(feedKey) ?? [];
    found.push(...(await store.get(collection, ids)).values());
  }
  return found;
}

async function theseOwners(store: RecordStore, owners: readonly string[]): Promise<RecordDoc[]> {
  const people = await store.get('people', owners);
  const groups = await store.get('groups', owners);
  return [...people.values(), ...groups.values()];
}

/**
 * When this device is to look: never before its time, nor while another device looks after it.
 * What lies further ahead than anybody waits was said by a clock that was wrong.
 */
export function dueAt(followed: readonly Followed[], device: string, now: number): number {
  const said = (at = 0): number => (at <= now + longestWait ? at : 0);
  const times = followed.map(({ state }) => {
    if (state.outcome === 'gone') return Infinity;
    const mine = state.holder === undefined || state.holder === device;
    return mine ? said(state.nextAt) : Math.max(said(state.nextAt), said(state.until));
  });
  return Math.min(...times);
}

/** Asked for by hand: at once, unless it was looked at only just now or has ended. */
export const mayLookNow = (followed: readonly Followed[], now: number): boolean =>
  followed.some(
    ({ state: { outcome, lookedAt } }) =>
      outcome !== 'gone' && (lookedAt === undefined || Math.abs(now - lookedAt) >= leastByHand),
  );
