// A file of the team's records is taken from whoever belongs to the team, and nobody else.

import { afterEach, expect, test } from 'vitest';

import { makeBundle, readBundle } from '../../../src-main/host/team/bundle/bundle.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { crypto, tellAll, teamOf, type TestDevice } from '../../support/sync/team-members.ts';

const replicas = new Map<TestDevice, Replica>();
afterEach(() => replicas.clear());

const bookOf = (device: TestDevice): Replica => {
  const known = replicas.get(device) ?? openReplica(device.name);
  replicas.set(device, known);
  return known;
};

async function fileOf(device: TestDevice): Promise<Buffer> {
  if (device.file.read().storeEpoch === '') device.file.write({ storeEpoch: crypto.random(9) });
  const made = makeBundle(device, device.id, bookOf(device).store, false);
  if (!made.ok) throw new Error(made.error.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of made.value.chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}

const read = (device: TestDevice, bytes: Buffer) =>
  readBundle(device, bytes, bookOf(device).store, bookOf(device).context);

const add = (device: TestDevice, given: string) =>
  bookOf(device).done({ type: 'create', records: [{ kind: 'person', fields: { given } }] });

test('a teammate’s file is read, also when it was made before the key changed', async () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol') as [
    TestDevice,
    TestDevice,
    TestDevice,
  ];
  await add(bob, 'Ann');
  const bytes = await fileOf(bob);
  alice.state.beginEpoch([carol.id]);
  tellAll([alice, bob]);
  expect(await read(alice, bytes)).toMatchObject({ ok: true, value: { written: 1 } });
});

test('a removed laptop’s file is refused, under its own name and under a teammate’s', async () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol') as [
    TestDevice,
    TestDevice,
    TestDevice,
  ];
  const { ids } = await add(alice, 'Ann');
  await read(carol, await fileOf(alice));
  await bookOf(carol).done({ type: 'erase', refs: [{ collection: 'people', id: ids[0] ?? '' }] });
  alice.state.beginEpoch([carol.id]);
  tellAll([alice, bob]);
  const own = await fileOf(carol);
  expect(await read(alice, own)).toMatchObject({ error: { code: 'bundle-not-ours' } });
  const asBob = makeBundle(carol, bob.id, bookOf(carol).store, false);
  if (!asBob.ok) throw new Error(asBob.error.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of asBob.value.chunks) pieces.push(piece);
  const forged = await read(alice, Buffer.concat(pieces));
  expect(forged).toMatchObject({ error: { code: 'bundle-not-ours' } });
  expect((await bookOf(alice).doc('people', ids[0] ?? '')).status).toBe('live');
});

test('another signature, another order and a cut are noticed; an unsigned file is named', async () => {
  const [alice, bob] = teamOf('alice', 'bob') as [TestDevice, TestDevice];
  await add(bob, 'Ann');
  const bytes = await fileOf(bob);
  const changed = Buffer.from(bytes);
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
  expect((await read(alice, changed)).ok).toBe(false);
  for (const length of [bytes.length - 1, bytes.length - 90, 30])
    expect(await read(alice, bytes.subarray(0, length))).toMatchObject({
      error: { code: 'not-a-bundle' },
    });
  const earlier = Buffer.concat([Buffer.from('RAPBUND1'), bytes.subarray(8)]);
  expect(await read(alice, earlier)).toMatchObject({ error: { code: 'bundle-unsigned' } });
  expect((await read(alice, bytes)).ok).toBe(true);
});
