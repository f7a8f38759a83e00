// A value that was replaced unseen is kept for review, whoever wrote it and whoever is there.

import { expect, test } from 'vitest';

import type { Conflict } from '../../../src-shared/domain/record.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const person = (id: string) => ({ collection: 'people' as const, id });

const set = (replica: Replica, id: string, value: string | null) =>
  replica.done({
    type: 'edit',
    changes: [{ type: 'field', ref: person(id), field: 'given', value }],
  });

/** What `from` has of a person comes to `to`, as it would over the network. */
async function send(from: Replica, to: Replica, id: string): Promise<void> {
  const item = toItem('people', await from.doc('people', id));
  if (item === undefined) throw new Error('private');
  const delivery = { device: from.name, items: [item], unreadable: [] };
  const stored = await storeDelivery(to.store, delivery, to.context);
  if (!stored.ok) throw new Error(stored.error.code);
}

async function teamOf(names: readonly string[]): Promise<{ team: Replica[]; id: string }> {
  const team = names.map((name) => openReplica(name));
  const [first] = team as [Replica];
  const records = [{ kind: 'person', fields: { given: 'Jane' } }];
  const { ids } = await first.done({ type: 'create', records });
  const id = ids[0] ?? '';
  for (const other of team.slice(1)) await send(first, other, id);
  return { team, id };
}

const lostIn = async (replica: Replica, id: string): Promise<Conflict[]> =>
  (await replica.doc('people', id)).conflicts;

for (const order of [
  ['alice', 'bob'],
  ['bob', 'alice'],
])
  test(`${order.join(' and ')} never come back: carol, who got both, keeps what was lost`, async () => {
    const { team, id } = await teamOf(['alice', 'bob', 'carol', 'dave']);
    const [alice, bob, carol, dave] = team as [Replica, Replica, Replica, Replica];
    await set(alice, id, 'By alice');
    await set(bob, id, 'By bob');
    for (const name of order) await send(name === 'alice' ? alice : bob, carol, id);
    const told = await carol.doc('people', id);
    const values = ['By alice', 'By bob'];
    expect(values).toContain(told.fields['given']);
    expect(told.conflicts.map(({ lost }) => lost)).toEqual(
      values.filter((value) => value !== told.fields['given']),
    );
    // Dave hears of it in another order, and files the very same.
    for (const name of order.toReversed()) await send(name === 'alice' ? alice : bob, dave, id);
    expect(await lostIn(dave, id)).toEqual(told.conflicts);
    await send(carol, dave, id);
    await send(dave, carol, id);
    expect(await lostIn(carol, id)).toEqual(told.conflicts);
    expect(await lostIn(dave, id)).toEqual(told.conflicts);
  });

test('what one has decided is not asked again by who saw the loss without the decision', async () => {
  const { team, id } = await teamOf(['alice', 'bob', 'carol']);
  const [alice, bob, carol] = team as [Replica, Replica, Replica];
  await set(alice, id, 'By alice');
  await set(bob, id, 'By bob');
  for (const to of [bob, carol]) await send(alice, to, id);
  const [conflict] = await lostIn(bob, id);
  expect(conflict).toBeDefined();
  await bob.done({
    type: 'resolve-conflict',
    ref: person(id),
    conflict: conflict?.id ?? '',
    choice: 'keep',
  });
  await set(carol, id, 'By carol');
  const before = await bob.doc('people', id);
  // Carol files it herself from what alice has, then hears of the decision.
  await send(bob, alice, id);
  await send(bob, carol, id);
  await send(carol, bob, id);
  await send(carol, alice, id);
  for (const replica of team) {
    const ids = (await lostIn(replica, id)).map((one) => one.id);
    expect(ids).not.toContain(conflict?.id);
  }
  expect(before.conflicts).toEqual([]);
});

test('of a value cleared here and written there, one is shown and the other is kept', async () => {
  for (const [clears, writes] of [
    ['alice', 'bob'],
    ['bob', 'alice'],
  ]) {
    const { team, id } = await teamOf([clears ?? '', writes ?? '']);
    const [clearing, writing] = team as [Replica, Replica];
    await set(clearing, id, null);
    await set(writing, id, 'Written');
    await send(clearing, writing, id);
    await send(writing, clearing, id);
    for (const replica of team) {
      const { fields, conflicts } = await replica.doc('people', id);
      const both = [fields['given'] ?? null, ...conflicts.map(({ lost }) => lost)];
      expect(new Set(both)).toEqual(new Set([null, 'Written']));
    }
  }
});

test('what its author has written again since is not asked about twice', async () => {
  const { team, id } = await teamOf(['alice', 'bob', 'carol']);
  const [alice, bob, carol] = team as [Replica, Replica, Replica];
  await set(alice, id, 'By alice');
  for (const value of ['One', 'Two', 'Three']) {
    await set(bob, id, value);
    await send(bob, carol, id);
    await send(alice, carol, id);
  }
  await send(carol, bob, id);
  for (const replica of [bob, carol]) {
    const { fields, conflicts } = await replica.doc('people', id);
    const values = [fields['given'], ...conflicts.map(({ lost }) => lost)];
    expect(new Set(values)).toEqual(new Set(['By alice', 'Three']));
  }
});

test('a row that holds a conflict without its history can be decided', async () => {
  const { team, id } = await teamOf(['alice']);
  const [alice] = team as [Replica];
  const doc = await alice.doc('people', id);
  const conflict = {
    id: 'one',
    field: 'given',
    lost: 'Joan',
    lostBy: doc.origin,
    wonBy: doc.origin,
  };
  await alice.store.write((tx) => {
    tx.put('people', [{ ...doc, conflicts: [conflict] }]);
    return { ok: true, value: null };
  });
  await alice.done({
    type: 'keep-current',
    conflicts: [{ ref: person(id), conflict: 'one' }],
  });
  expect(await lostIn(alice, id)).toEqual([]);
});
