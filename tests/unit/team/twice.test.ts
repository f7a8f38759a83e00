// The same file imported apart on two laptops: said once they have met, and never merged by itself.

import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  handOver,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';

const office = 'f4:92:bf:00:00:01';
let alice: OpenHost;
let bob: OpenHost;

beforeEach(async () => {
  [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
});
afterEach(async () => {
  await alice.close();
  await bob.close();
});

const header = 'Given name,Family name,Email';
const both = ['Ana,Trautwein', 'Bela,Kestner', 'Cy,Rabenau', 'Dora,Ullstein'].map(
  (name, at) => `${name},p${at}@x.example`,
);

async function importInto(host: OpenHost, rows: readonly string[]): Promise<void> {
  const file = await handOver(host, 'people.csv', [header, ...rows, ''].join('\r\n'));
  await host.ask('import.read', { file, options: {} });
  await host.ask('import.plan', { file, options: {} });
  await host.ask('import.apply', { file });
}

const twiceOf = async (host: OpenHost): Promise<{ name: string; count: number }[]> =>
  (await host.ask('team.rest', {})).twice.map(({ name, count }) => ({ name, count }));

const peopleIn = async (host: OpenHost): Promise<number> =>
  (await host.ask('doubles.find', {})).looked;

test('is said to both, until it was looked at, and nobody is merged', async () => {
  // Who is there once, and who was twice on one laptop already, is nobody of the other's.
  await importInto(alice, [...both, 'Emil,Voss,emil@x.example', 'Emil,Voss,emil@x.example']);
  await importInto(bob, [...both, 'Fritz,Wanner,fritz@x.example']);
  const [inAlices, inBobs] = [await peopleIn(alice), await peopleIn(bob)];
  await pairHosts(alice, bob);
  await expect.poll(() => twiceOf(alice)).toEqual([{ name: 'Bob', count: both.length }]);
  await expect.poll(() => twiceOf(bob)).toEqual([{ name: 'Alice', count: both.length }]);
  expect(await peopleIn(alice)).toBe(inAlices + inBobs);
  const [told] = (await alice.ask('team.rest', {})).twice;
  await alice.ask('team.twiceSeen', { device: told?.device ?? '' });
  expect(await twiceOf(alice)).toEqual([]);
  expect(await twiceOf(bob)).toHaveLength(1);
});

test('is kept over a restart, and who looked at it is not told again', async () => {
  await importInto(alice, both);
  await importInto(bob, both);
  await pairHosts(alice, bob);
  await expect.poll(() => twiceOf(alice)).toHaveLength(1);
  await expect.poll(() => twiceOf(bob)).toHaveLength(1);
  const [told] = (await bob.ask('team.rest', {})).twice;
  await bob.ask('team.twiceSeen', { device: told?.device ?? '' });
  const kept = await Promise.all([alice.stop(), bob.stop()]);
  alice = await openPlainHost(office, kept[0]);
  bob = await openPlainHost(office, kept[1]);
  expect([await twiceOf(alice), await twiceOf(bob)]).toEqual([[{ name: 'Bob', count: 4 }], []]);
});
