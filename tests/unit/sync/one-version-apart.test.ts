// A laptop whose version knows fewer collections: everything else goes both ways, and
// what it could not be told comes when it is updated.

import { expect, test } from 'vitest';

import { parseMessage } from '../../../src-shared/sync/messages.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet, type SyncNet } from '../../support/sync/sync-net.ts';

const calm = () => 0;

async function addPerson(who: Replica, given: string): Promise<string> {
  const { ids } = await who.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given } }],
  });
  return ids[0] ?? '';
}

async function saveView(who: Replica, name: string): Promise<string> {
  const conditions = { field: 'tag', op: 'hasAnyOf', arg: ['vip'] };
  const { ids } = await who.done({
    type: 'create',
    records: [{ kind: 'view', fields: { name, of: 'people', conditions } }],
  });
  return ids[0] ?? '';
}

const holds = async ({ store }: Replica, collection: 'people' | 'setup', id: string) =>
  (await store.get(collection, [id])).has(id);

/** Whether alice sent these words, in whatever batch. */
const aliceSent = ({ spoken }: SyncNet, words: string): boolean =>
  spoken.some(
    (text) => text.startsWith('{"t":"batch","epoch":"epoch-alice"') && text.includes(words),
  );

function statusOf(net: SyncNet, at: number, device: string) {
  const peer = net.exchange(at).peers.get(device);
  return { differs: peer?.status.differs, toSend: peer?.status.toSend, shares: peer?.shares };
}

test('with an earlier version everything but what it does not know goes both ways', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const saved = await saveView(alice, 'Best customers');
  const ann = await addPerson(alice, 'Ann');
  const net = openSyncNet([alice, bob], calm);
  net.earlier.add(1);
  net.connect(0, 1);
  await net.settle();
  const bea = await addPerson(bob, 'Bea');
  const cid = await addPerson(alice, 'Cid');
  await saveView(alice, 'Nobody yet');
  await net.settle();
  await net.compareAll();

  expect(await holds(bob, 'people', ann)).toBe(true);
  expect(await holds(bob, 'people', cid)).toBe(true);
  expect(await holds(alice, 'people', bea)).toBe(true);
  expect(await holds(bob, 'setup', saved)).toBe(false);
  expect(statusOf(net, 0, 'bob')).toMatchObject({ differs: false, toSend: 0 });
  expect(statusOf(net, 0, 'bob').shares).not.toContain('setup');
  expect(await net.exchange(0).waiting('bob', undefined)).toBe(0);
});

test('after its update it gets what it was not told, and is read from where it was', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const saved = await saveView(alice, 'Best customers');
  await addPerson(alice, 'Ann');
  const net = openSyncNet([alice, bob], calm);
  net.earlier.add(1);
  net.connect(0, 1);
  await net.settle();

  net.restart(1);
  net.earlier.delete(1);
  net.spoken.length = 0;
  net.connect(0, 1);
  await net.settle();
  const theirs = await saveView(bob, 'Mine');
  await net.settle();
  await net.compareAll();

  expect(await holds(bob, 'setup', saved)).toBe(true);
  expect(await holds(alice, 'setup', theirs)).toBe(true);
  expect(aliceSent(net, 'Best customers')).toBe(true);
  expect(aliceSent(net, '"given":"Ann"')).toBe(false);
});

test('a place in what is shared later is told, so that nothing is sent twice', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  await saveView(alice, 'Best customers');
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  net.restart(0);
  net.restart(1);
  net.spoken.length = 0;
  net.connect(0, 1);
  await net.settle();
  expect(aliceSent(net, 'Best customers')).toBe(false);
});

test('a later version may name collections that this one does not know', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  const session = net.exchange(1).sessions('alice')[0];
  const at = { people: 0, rooms: 3 };
  const message = parseMessage({
    t: 'batch',
    epoch: 'epoch-alice',
    from: {},
    at,
    left: 0,
    items: [],
  });
  expect(message).toMatchObject({ t: 'batch', at: { people: 0 } });
  if (message !== undefined) session?.receive(message);
  await net.settle();
  expect(net.exchange(1).peers.get('alice')?.status.trouble).toBeUndefined();
});
