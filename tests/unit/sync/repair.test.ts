import { expect, test } from 'vitest';

import { ok } from '../../../src-shared/domain/result.ts';
import { localDoc } from '../../../src-shared/records/local-doc.ts';
import { stampNow } from '../../../src-shared/records/context.ts';
import { hash, importFile } from '../../support/transfer/imports.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

const calm = () => 0;
const add = (who: Replica, given: string) =>
  who.done({ type: 'create', records: [{ kind: 'person', fields: { given } }] });

async function namesOf({ store }: Replica): Promise<string[]> {
  const names: string[] = [];
  for await (const docs of store.scan('people')) names.push(...docs.map((doc) => doc.name));
  return names.sort();
}

test('what the order of writing skipped is found by comparing and repaired by id', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  await add(alice, 'Ann');
  await add(alice, 'Bea');
  // As if a disk had lost what was stored and kept the note of it.
  const place = { epoch: 'epoch-alice', at: { people: 2 } };
  await bob.store.write((tx) => {
    tx.put('local', [localDoc('sync:alice', 'sync', place, stampNow(bob.context))]);
    return ok(null);
  });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  expect(await namesOf(bob)).toEqual([]);

  await net.compareAll();

  expect(await namesOf(bob)).toEqual(['Ann', 'Bea']);
  expect(net.exchange(0).peers.get('bob')?.status.differs).toBe(false);
});

test('a laptop whose backup was put back is read from the start', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  await add(alice, 'Ann');
  await bob.store.write((tx) => {
    const place = { epoch: 'epoch-before', at: { people: 900 } };
    tx.put('local', [localDoc('sync:alice', 'sync', place, stampNow(bob.context))]);
    return ok(null);
  });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  expect(await namesOf(bob)).toEqual(['Ann']);
});

test('a teammate who has read further than was ever written gets everything again', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  await add(alice, 'Ann');
  await bob.store.write((tx) => {
    const place = { epoch: 'epoch-alice', at: { people: 900 } };
    tx.put('local', [localDoc('sync:alice', 'sync', place, stampNow(bob.context))]);
    return ok(null);
  });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  expect(await namesOf(bob)).toEqual(['Ann']);
});

test('what came from a teammate is not sent back', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  for (let at = 0; at < 30; at++) await add(alice, `Ann ${at}`);
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  const sent = net.spoken.join('').split('"given"').length - 1;
  expect(sent).toBe(30);
});

test('a person erased on one laptop is noticed by an import on another', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  alice.context.hash = hash;
  const { ids } = await alice.done({
    type: 'create',
    records: [
      {
        kind: 'person',
        fields: { given: 'Ann' },
        sets: { emails: [{ value: 'ann@example.com' }] },
      },
    ],
  });
  await bob.done({ type: 'create', records: [{ kind: 'person', fields: { given: 'B' } }] });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  await alice.done({ type: 'erase', refs: [{ collection: 'people', id: ids[0] ?? '' }] });
  await net.settle();
  const { session, preview } = await importFile(
    Buffer.from('First Name,Last Name,Email\nAnn,Roe,ann@example.com\n'),
    { name: 'people.csv', store: bob.store },
  );
  expect(preview.counts).toMatchObject({ create: 0, skip: 1 });
  expect(session.rows(0, 1, 'skip').rows[0]?.reasons).toEqual(['was-erased']);
});
