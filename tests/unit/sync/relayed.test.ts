// Two laptops that are never connected know through a third how far the other has got.
import { afterEach, expect, test } from 'vitest';

import { runCommand } from '../../../src-shared/records/run-command.ts';
import { closeNode, type HostNode, joinAll, openNode } from '../../support/network/host-net.ts';

const nodes: HostNode[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) await closeNode(node);
});

async function chain(): Promise<[HostNode, HostNode, HostNode]> {
  for (const name of ['alice', 'bob', 'carol']) nodes.push(await openNode(name));
  const [alice, bob, carol] = nodes as [HostNode, HostNode, HostNode];
  joinAll([alice, bob]);
  joinAll([bob, carol]);
  return [alice, bob, carol];
}

const people = async ({ store }: HostNode): Promise<number> => store.count('people');
const addPerson = ({ store, context }: HostNode, given: string) =>
  runCommand(store, { type: 'create', records: [{ kind: 'person', fields: { given } }] }, context);
const compare = async (from: HostNode, to: HostNode): Promise<void> => {
  for (const session of from.exchange.sessions(to.name)) await session.compare();
};

test('who is reached only through another is known to have what was agreed on the way', async () => {
  const [alice, bob, carol] = await chain();
  await addPerson(alice, 'Ada');
  await expect.poll(() => people(carol), { timeout: 20_000 }).toBe(1);
  expect(alice.exchange.relayed('carol')).toBeUndefined();
  const before = Date.now();
  await compare(alice, bob);
  await expect
    .poll(() => alice.exchange.peers.get('bob')?.status.agreedAt ?? 0)
    .toBeGreaterThanOrEqual(before);
  await compare(bob, carol);
  await expect.poll(() => alice.exchange.relayed('carol')?.via, { timeout: 20_000 }).toBe('bob');
  const { at } = alice.exchange.relayed('carol')!;
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(alice.exchange.peers.get('bob')?.status.agreedAt ?? 0);
});

test('an agreement with a third from before the own one says nothing', async () => {
  const [alice, bob, carol] = await chain();
  await addPerson(carol, 'Grace');
  await expect.poll(() => people(alice), { timeout: 20_000 }).toBe(1);
  await compare(bob, carol);
  await expect.poll(() => bob.exchange.peers.get('carol')?.status.agreedAt).toBeDefined();
  const early = bob.exchange.peers.get('carol')?.status.agreedAt ?? 0;
  await expect.poll(() => Date.now()).toBeGreaterThan(early);
  await addPerson(alice, 'Ada');
  await expect.poll(() => people(bob)).toBe(2);
  await compare(alice, bob);
  await expect
    .poll(() => alice.exchange.peers.get('bob')?.status.agreedAt ?? 0)
    .toBeGreaterThan(early);
  expect(alice.exchange.relayed('carol')).toBeUndefined();
});

test('an earlier agreement with a third counts where it was on the very same records', async () => {
  const [alice, bob, carol] = await chain();
  await addPerson(carol, 'Grace');
  await expect.poll(() => people(alice), { timeout: 20_000 }).toBe(1);
  await compare(bob, carol);
  await expect.poll(() => bob.exchange.peers.get('carol')?.status.agreedAt).toBeDefined();
  const early = bob.exchange.peers.get('carol')?.status.agreedAt ?? 0;
  await expect.poll(() => Date.now()).toBeGreaterThan(early);
  await compare(alice, bob);
  await expect.poll(() => alice.exchange.relayed('carol')?.via).toBe('bob');
  expect(bob.exchange.peers.get('carol')?.status.agreedAt).toBe(early);
});

test('two who never meet hear of each other without being asked to compare', async () => {
  const [alice, bob, carol] = await chain();
  await compare(bob, carol);
  await expect.poll(() => bob.exchange.peers.get('carol')?.status.agreedAt).toBeDefined();
  await addPerson(alice, 'Ada');
  await expect.poll(() => people(carol), { timeout: 20_000 }).toBe(1);
  await compare(alice, bob);
  await expect.poll(() => alice.exchange.relayed('carol')?.via).toBe('bob');
  await expect.poll(() => carol.exchange.relayed('alice')?.via).toBe('bob');
});

test('how much is to come is not known before it was said, and is said before it is stored', async () => {
  for (const name of ['alice', 'bob']) nodes.push(await openNode(name));
  const [alice, bob] = nodes as [HostNode, HostNode];
  await addPerson(alice, 'Ada');
  await addPerson(alice, 'Grace');
  joinAll([alice, bob]);
  const ofAlice = bob.exchange.peers.get('alice')!.status;
  expect([ofAlice.toSend, ofAlice.toCome]).toEqual([undefined, undefined]);
  const whenStored: unknown[] = [];
  bob.store.onCommit(() => whenStored.push(ofAlice.toCome));
  await expect.poll(() => [ofAlice.toSend, ofAlice.toCome]).toEqual([0, 0]);
  expect(await people(bob)).toBe(2);
  expect(whenStored[0]).toBe(2);
});
