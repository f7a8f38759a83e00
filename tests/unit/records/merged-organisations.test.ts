// Two organisations that are one: roles lead to the one that stays, and back when the two are
// taken apart, on whichever laptop that is done.

import { expect, test } from 'vitest';

import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { findGroups } from '../../../src-shared/transfer/import/match/book-excerpt.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

type Ids = { keep: string; gone: string; ada: string; role: string };
const refs = (of: Ids) =>
  [
    ['people', of.ada],
    ['groups', of.keep],
    ['groups', of.gone],
    ['ties', of.role],
  ] as const;

async function send(from: Replica, to: Replica, of: Ids): Promise<void> {
  for (const [collection, id] of refs(of)) {
    const item = toItem(collection, await from.doc(collection, id));
    if (item === undefined) throw new Error('private');
    const delivery = { device: from.name, items: [item], unreadable: [] };
    const stored = await storeDelivery(to.store, delivery, to.context);
    if (!stored.ok) throw new Error(stored.error.code);
  }
}

async function made(): Promise<{ alice: Replica; bob: Replica; of: Ids }> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const { ids } = await alice.done({
    type: 'create',
    records: [
      { kind: 'person', fields: { given: 'Ada' } },
      { kind: 'organisation', fields: { name: 'Tischlerei Wei\u00df' } },
      {
        kind: 'organisation',
        fields: { name: 'tischlerei weiss', industry: 'Wood' },
        sets: { emails: [{ value: 'post@weiss.example' }] },
      },
    ],
  });
  const [ada = '', keep = '', gone = ''] = ids;
  const tie = await alice.done({
    type: 'create',
    records: [{ kind: 'tie', fields: { type: 'role', from: ada, to: gone, title: 'Master' } }],
  });
  const of = { ada, keep, gone, role: tie.ids[0] ?? '' };
  await send(alice, bob, of);
  return { alice, bob, of };
}

const ledTo = async (replica: Replica, { role }: Ids) => {
  const { fields } = await replica.doc('ties', role);
  return [fields['to'], fields['toWas']];
};

test('a role leads to what stays, and back on another laptop that takes the two apart', async () => {
  const { alice, bob, of } = await made();
  await alice.done({ type: 'merge', keep: of.keep, gone: [of.gone] });
  expect(await ledTo(alice, of)).toEqual([of.keep, of.gone]);
  const kept = await alice.doc('groups', of.keep);
  expect([kept.name, kept.fields['industry'], kept.sets['emails']?.length]).toEqual([
    'Tischlerei Wei\u00df',
    'Wood',
    1,
  ]);
  await send(alice, bob, of);
  expect(await ledTo(bob, of)).toEqual([of.keep, of.gone]);
  await bob.done({ type: 'unmerge', gone: of.gone });
  expect(await ledTo(bob, of)).toEqual([of.gone, undefined]);
  await send(bob, alice, of);
  expect(await ledTo(alice, of)).toEqual([of.gone, undefined]);
  const free = await alice.doc('groups', of.keep);
  expect([free.fields['industry'], free.sets['emails'] ?? []]).toEqual([undefined, []]);
  expect((await alice.doc('ties', of.role)).conflicts).toEqual([]);
});

test('undo gives back where the role led', async () => {
  const { alice, of } = await made();
  await alice.done({ type: 'merge', keep: of.keep, gone: [of.gone] });
  await alice.done({ type: 'undo' });
  expect(await ledTo(alice, of)).toEqual([of.gone, undefined]);
});

test('what stays is erased by a laptop that had not heard: the other one has its role still', async () => {
  const { alice, bob, of } = await made();
  await alice.done({ type: 'merge', keep: of.keep, gone: [of.gone] });
  await bob.done({ type: 'erase', refs: [{ collection: 'groups', id: of.keep }] });
  for (const [from, to] of [
    [bob, alice],
    [alice, bob],
    [bob, alice],
  ] as const)
    await send(from, to, of);
  for (const replica of [alice, bob]) {
    expect((await replica.doc('groups', of.gone)).status).toBe('live');
    expect(await ledTo(replica, of)).toEqual([of.gone, undefined]);
  }
});

test.each([
  ['bucket', 'bucket'],
  ['organisation', 'community'],
])('a %s is not merged with a %s', async (one, other) => {
  const { alice } = await made();
  const { ids } = await alice.done({
    type: 'create',
    records: [one, other].map((kind) => ({ kind, fields: { name: 'The same' } })),
  });
  const refused = await alice.run({ type: 'merge', keep: ids[0] ?? '', gone: [ids[1] ?? ''] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input' } });
});

test('an import finds what a name is part of', async () => {
  const { alice, of } = await made();
  await alice.done({ type: 'merge', keep: of.keep, gone: [of.gone] });
  const found = new Map<string, string>();
  await findGroups(alice.store, [{ kind: 'organisation', name: 'Tischlerei weiss' }], found);
  expect([...found.values()]).toContain(of.keep);
  expect([...found.values()].every((id) => id === of.keep)).toBe(true);
});
