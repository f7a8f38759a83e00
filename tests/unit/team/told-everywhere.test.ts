// What every page is told of the team, between two hosts as they run in the app.

import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  invitingHost,
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

test('a request to join is told wherever one is, until it was answered', async () => {
  const { words, port } = await invitingHost(alice);
  expect((await alice.ask('team.rest', {})).requests).toEqual([]);
  const address = `127.0.0.1:${port}`;
  await bob.ask('team.ask', { words, memberName: 'Bob', address, share: 'everything' });
  await alice.team(({ requests }) => requests.length > 0);
  const { requests } = await alice.ask('team.rest', {});
  expect(requests).toMatchObject([{ memberName: 'Bob' }]);
  await alice.ask('team.answer', { ask: requests[0]?.ask ?? '', accept: false });
  expect((await alice.ask('team.rest', {})).requests).toEqual([]);
});

test('the name that somebody sets is the one that teammates know their laptop by', async () => {
  await pairHosts(alice, bob);
  const { device } = await bob.ask('team.info', {});
  const nameAtAlices = async (): Promise<string | undefined> =>
    (await alice.ask('team.rest', {})).names[device];
  expect(await nameAtAlices()).toBe('Bob');
  await bob.ask('settings.write', { userName: 'Robert' });
  await expect.poll(nameAtAlices).toBe('Robert');
});

test('the check says once that nobody was found', async () => {
  await invitingHost(alice);
  const findings = await alice.ask('team.doctor', {});
  expect(findings.map(({ test: what }) => what)).toEqual(['network', 'port', 'multicast', 'found']);
});
