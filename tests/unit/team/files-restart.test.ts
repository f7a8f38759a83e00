// An attached file that somebody wants comes also after their laptop was started again,
// between hosts as they run in the app.

import { rmSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  handOver,
  joinWindows,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';

const office = 'f4:92:bf:00:00:01';
const text = 'A contract of many pages. '.repeat(100_000);
const folders: string[] = [];
let alice: OpenHost;
let bob: OpenHost;

beforeEach(async () => {
  [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
});
afterEach(async () => {
  await alice.close();
  await bob.close();
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Alice attaches a file to somebody whom Bob comes to know; its hash. */
async function attached(): Promise<{ hash: string; person: string }> {
  const { hash, size } = await alice.ask('files.keep', {
    file: await handOver(alice, 'contract.txt', text),
  });
  const item = { value: hash, label: 'contract.txt', more: { size: String(size) } };
  const record = {
    kind: 'person',
    scope: 'team' as const,
    fields: { fullName: 'Ada With Contract' },
    sets: { files: [item] },
  };
  const command = { type: 'create' as const, records: [record] };
  const { ids } = await alice.ask('command.run', { command });
  const isKnown = async () =>
    (await bob.ask('search.run', { text: 'Contract', limit: 5 })).hits.length;
  await expect.poll(isKnown).toBe(1);
  return { hash, person: ids[0] ?? '' };
}
const stateOf = async (hash: string) => (await bob.ask('files.states', { hashes: [hash] }))[0];

async function restartBob(): Promise<void> {
  const dir = await bob.stop();
  folders.push(dir);
  bob = await openPlainHost(office, dir);
}

test('what was wanted while nobody had it in reach comes after a start of the program', async () => {
  await pairHosts(alice, bob);
  const { hash } = await attached();
  await alice.ask('team.pause', { paused: true });
  await bob.ask('files.want', { hash });
  expect((await stateOf(hash))?.state).toBe('away');
  await restartBob();
  joinWindows(alice, bob);
  await alice.ask('team.pause', { paused: false });
  await expect.poll(async () => (await stateOf(hash))?.state).toBe('here');
  expect(await stateOf(hash)).toMatchObject({ have: text.length });
});

test('what was being fetched goes on where it was', async () => {
  await pairHosts(alice, bob);
  const { hash } = await attached();
  const begun = new Promise<void>((resolve) => {
    bob.client.on('files.changed', ({ have }) => have > 0 && resolve());
  });
  await bob.ask('files.want', { hash });
  await begun;
  await alice.ask('team.pause', { paused: true });
  await restartBob();
  const { have = 0 } = (await stateOf(hash)) ?? {};
  expect(have).toBeGreaterThan(0);
  expect(have).toBeLessThan(text.length);
  joinWindows(alice, bob);
  await alice.ask('team.pause', { paused: false });
  await expect.poll(async () => (await stateOf(hash))?.state).toBe('here');
});

test('what belongs to somebody who was erased meanwhile is wanted no more', async () => {
  await pairHosts(alice, bob);
  const { hash, person } = await attached();
  await alice.ask('team.pause', { paused: true });
  await bob.ask('files.want', { hash });
  const refs = [{ collection: 'people' as const, id: person }];
  await bob.ask('command.run', { command: { type: 'erase', refs } });
  await restartBob();
  joinWindows(alice, bob);
  await alice.ask('team.pause', { paused: false });
  const gone = async () =>
    (await alice.ask('search.run', { text: 'Contract', limit: 5 })).hits.length;
  await expect.poll(gone).toBe(0);
  expect(await stateOf(hash)).toEqual({ hash, state: 'away', have: 0 });
});
