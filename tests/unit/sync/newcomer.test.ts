// A newcomer gets everything in batches: the next is on its way while one is stored, and
// nobody compares before the last has come.

import { expect, test } from 'vitest';

import { makeRecord } from '../../../src-shared/records/content.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { openReplica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

const calm = () => 0;
const people = 13_000;

test('the next batch is sent before the one on its way is stored, and nothing is compared meanwhile', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const docs = Array.from({ length: people }, (_, at) =>
    makeRecord({ kind: 'person', fields: { given: `Person ${at}` } }, alice.context),
  );
  await alice.store.write((tx) => {
    tx.put('people', docs);
    return ok(null);
  });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  // Both have said what they have, and the first batch is on its way.
  await net.deliver(2, { lose: 0, double: 0, reorder: 0 });
  await net.compareAll();
  const spoken = net.spoken.map((text) => JSON.parse(text) as { t: string; items?: unknown[] });
  const isFull = ({ t, items = [] }: (typeof spoken)[number]): boolean =>
    t === 'batch' && items.length > 0;
  // What acknowledges the first comes after the second.
  const said = spoken.map((message) => (isFull(message) ? 'full' : message.t));
  expect(await bob.store.count('people')).toBe(people);
  expect(said.filter((t) => t === 'full')).toHaveLength(3);
  expect(spoken.filter(isFull)[1]).toBe(spoken[said.indexOf('full') + 1]);
  expect(said.filter((t) => t === 'ids' || t === 'want' || t === 'give')).toEqual([]);
});
