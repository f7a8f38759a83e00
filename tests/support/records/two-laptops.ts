// Two laptops with the same people, who hear of each other when a test says so.

import { expect } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { openReplica, type Replica } from '../sync/replica.ts';

type Made = { ids: string[]; alice: Replica; bob: Replica };

export const person = (id: string) => ({ collection: 'people' as const, id });

/** Alice and Bob with the same people, who have an address and a note. */
export async function twoWith(count: number): Promise<Made> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const records = Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    fields: { given: `Person ${at}` },
    sets: { emails: [{ value: `p${at}@example.com` }], dates: [{ value: '2020-02-02' }] },
    note: `About ${at}\nMet in 200${at}`,
  }));
  const { ids } = await alice.done({ type: 'create', records });
  for (const id of ids) await send(alice, bob, [id]);
  return { ids, alice, bob };
}

export async function send(from: Replica, to: Replica, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const item = toItem('people', await from.doc('people', id));
    if (item === undefined) throw new Error('private');
    const delivery = { device: from.name, items: [item], unreadable: [] };
    const stored = await storeDelivery(to.store, delivery, to.context);
    if (!stored.ok) throw new Error(stored.error.code);
  }
}

export async function meet({ ids, alice, bob }: Made): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await send(alice, bob, ids);
    await send(bob, alice, ids);
  }
}

export const merge = (replica: Replica, keep = '', gone = '') =>
  replica.done({ type: 'merge', keep, gone: [gone] });
export const refs = (...ids: (string | undefined)[]) => ids.map((id = '') => person(id));
export const emailsOf = ({ sets }: RecordDoc): string[] =>
  (sets['emails'] ?? []).map(({ value }) => value);

export async function expectEqual({ ids, alice, bob }: Made): Promise<void> {
  for (const id of ids) {
    const { state: _mine, ...mine } = await alice.doc('people', id);
    const { state: _theirs, ...theirs } = await bob.doc('people', id);
    expect(theirs).toEqual(mine);
  }
}
