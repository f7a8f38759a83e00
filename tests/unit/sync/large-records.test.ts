// Records that are large, honest or not: batches are measured by what they hold, and one
// record that nobody takes does not keep the others back.

import { afterEach, expect, test } from 'vitest';

import { ok } from '../../../src-shared/domain/result.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { recordOf } from '../../support/store/sample-records.ts';
import { closeNode, type HostNode, joinAll, openNode } from '../../support/network/host-net.ts';

const nodes: HostNode[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) await closeNode(node);
});

async function twoNodes(records: readonly RecordDoc[]): Promise<[HostNode, HostNode]> {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  nodes.push(alice, bob);
  await alice.store.write((tx) => {
    tx.put('people', records);
    return ok(null);
  });
  joinAll(nodes);
  return [alice, bob];
}

const person = (at: number, fields: RecordDoc['fields'], note = ''): RecordDoc =>
  recordOf({ id: `p${at}`, kind: 'person', fields: { given: `P${at}`, ...fields }, note });

const countOf = async ({ store }: HostNode): Promise<number> => {
  let count = 0;
  for await (const docs of store.scan('people')) count += docs.length;
  return count;
};

test('three hundred people with large photos reach a teammate', async () => {
  const photo = `data:image/jpeg;base64,${'QUJD'.repeat(66_000)}`;
  const [, bob] = await twoNodes(Array.from({ length: 300 }, (_, at) => person(at, { photo })));
  await expect.poll(() => countOf(bob), { timeout: 100_000 }).toBe(300);
});

test('what is too long for anybody is told of and left out, what comes after it arrives', async () => {
  const long = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [`field${at}`, 'x'.repeat(500_000)]),
  );
  const records = [person(0, {}), ...[1, 2, 3].map((at) => person(at, long)), person(4, {})];
  const [alice, bob] = await twoNodes(records);
  await expect.poll(() => countOf(bob)).toBe(2);
  expect(alice.exchange.peers.get('bob')?.status.tooLong).toBe(3);
  await Promise.all(alice.exchange.sessions('bob').map((session) => session.compare()));
  await expect.poll(() => bob.exchange.peers.get('alice')?.status.differs).toBe(true);
  expect(alice.exchange.peers.get('bob')?.status.agreedAt).toBeUndefined();
  expect(await countOf(bob)).toBe(2);
});
