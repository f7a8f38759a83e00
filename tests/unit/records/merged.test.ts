import { expect, test } from 'vitest';

import { mergedKey } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { keeperOf, readKeepers } from '../../../src-shared/records/merged.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

async function makePeople(replica: Replica, count: number): Promise<string[]> {
  const records = Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    fields: { given: `Person ${at}` },
  }));
  return (await replica.done({ type: 'create', records })).ids;
}

const merge = (replica: Replica, keep: string, gone: string) =>
  replica.done({ type: 'merge', keep, gone: [gone] });

/** Sends one person as a teammate would. */
async function send(from: Replica, to: Replica, id: string): Promise<void> {
  const item = toItem('people', await from.doc('people', id));
  if (item === undefined) throw new Error('private');
  const stored = await storeDelivery(
    to.store,
    { device: from.name, items: [item], unreadable: [] },
    to.context,
  );
  if (!stored.ok) throw new Error(stored.error.code);
}

const keepersOf = async (replica: Replica, ids: string[]): Promise<(string | undefined)[]> => {
  const keepers = await readKeepers(ids, (some) => replica.store.get('people', some));
  return ids.map((id) => keepers.get(id));
};

const liveIn = async (replica: Replica, ids: string[]): Promise<string[]> => {
  const docs = await replica.store.get('people', ids);
  return ids.filter((id) => docs.get(id)?.status === 'live');
};

test('a chain of merges is followed to its end, and everybody in it is found there', async () => {
  const alice = openReplica('alice');
  const [a = '', b = '', c = '', d = ''] = await makePeople(alice, 4);
  await merge(alice, b, a);
  await merge(alice, c, b);
  await merge(alice, d, c);
  expect(await keepersOf(alice, [a, b, c, d])).toEqual([d, d, d, d]);
  const found = await alice.store.byKeys('people', [mergedKey(d)]);
  expect(found.get(mergedKey(d))?.toSorted()).toEqual([a, b, c]);
});

test('merged into each other apart: one of the two is kept, the same on both laptops', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const [a = '', b = ''] = await makePeople(alice, 2);
  await send(alice, bob, a);
  await send(alice, bob, b);
  await merge(alice, a, b);
  await merge(bob, b, a);
  const edited = [await alice.doc('people', b), await bob.doc('people', a)];
  expect(edited.every(({ status }) => status === 'merged')).toBe(true);
  for (const id of [a, b]) await send(alice, bob, id);
  for (const id of [a, b]) await send(bob, alice, id);
  expect(await liveIn(alice, [a, b])).toEqual([a]);
  expect(await liveIn(bob, [a, b])).toEqual([a]);
  expect(await keepersOf(bob, [a, b])).toEqual([a, a]);
  await alice.done({ type: 'unmerge', gone: b });
  expect(await liveIn(alice, [a, b])).toEqual([b]);
  await alice.done({ type: 'unmerge', gone: a });
  expect(await liveIn(alice, [a, b])).toEqual([a, b]);
});

test('merged into somebody who is not here is shown until they come', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const [a = '', b = ''] = await makePeople(alice, 2);
  await merge(alice, b, a);
  await send(alice, bob, a);
  expect(await liveIn(bob, [a, b])).toEqual([a]);
  await send(alice, bob, b);
  expect(await liveIn(bob, [a, b])).toEqual([b]);
});

test('an erased keeper takes along who was merged into them; one merged elsewhere is shown again', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const [a = '', b = '', c = ''] = await makePeople(alice, 3);
  for (const id of [a, b, c]) await send(alice, bob, id);
  await merge(alice, a, b);
  await merge(bob, a, c);
  await alice.done({ type: 'erase', refs: [{ collection: 'people', id: a }] });
  expect((await alice.doc('people', b)).status).toBe('erased');
  await send(alice, bob, a);
  expect(await liveIn(bob, [a, c])).toEqual([c]);
});

test('an undone merge gives both back', async () => {
  const alice = openReplica('alice');
  const [a = '', b = ''] = await makePeople(alice, 2);
  await merge(alice, a, b);
  await alice.done({ type: 'undo' });
  expect(await liveIn(alice, [a, b])).toEqual([a, b]);
  await alice.done({ type: 'redo' });
  expect(await liveIn(alice, [a, b])).toEqual([a]);
});

test('who was merged along with somebody stays with them when a teammate undoes half of it', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const [a = '', b = '', c = ''] = await makePeople(alice, 3);
  await merge(alice, b, a);
  await merge(alice, c, b);
  for (const id of [a, b, c]) await send(alice, bob, id);
  expect(await keepersOf(bob, [a, b])).toEqual([c, c]);
  await alice.done({ type: 'unmerge', gone: b });
  await send(alice, bob, b);
  for (const replica of [alice, bob]) {
    const found = await replica.store.byKeys('people', [mergedKey(b), mergedKey(c)]);
    expect([found.get(mergedKey(b)), found.get(mergedKey(c)) ?? []]).toEqual([[a], []]);
  }
});

test('a private and a shared person are not merged: nothing private travels, nobody is lost', async () => {
  const alice = openReplica('alice');
  const [a = ''] = await makePeople(alice, 1);
  const secret = { kind: 'person', scope: 'private' as const, fields: { given: 'Quinn' } };
  const q = (await alice.done({ type: 'create', records: [secret] })).ids[0] ?? '';
  for (const [keep, gone] of [
    [a, q],
    [q, a],
  ] as const) {
    const refused = await alice.run({ type: 'merge', keep, gone: [gone] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'merge-private' } });
  }
  expect(JSON.stringify(await alice.doc('people', a))).not.toContain('Quinn');
});

test('three in a circle are kept by the smallest id, whoever asks', () => {
  const docs = new Map(
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['d', 'c'],
    ].map(([id = '', mergedInto = '']) => [
      id,
      { id, status: 'merged', fields: { mergedInto } } as unknown as RecordDoc,
    ]),
  );
  expect(['a', 'b', 'c', 'd'].map((id) => keeperOf(id, (one) => docs.get(one)))).toEqual([
    'a',
    'a',
    'a',
    'a',
  ]);
});
