// Hosts as they run in the app, started with profiles that the version before kept: they
// meet over their hubs, come to one team and sync.

import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { joinWindows, type OpenHost, openPlainHost } from '../../support/network/host-pair.ts';

const kept = join(import.meta.dirname, '../../fixtures/team-before-logs');
const hosts: OpenHost[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
});

async function start(name: string): Promise<OpenHost> {
  const host = await openPlainHost('f4:92:bf:00:00:01', join(kept, name));
  hosts.push(host);
  return host;
}

async function reach(from: OpenHost, to: OpenHost): Promise<void> {
  const { hub } = await to.team((info) => info.hub !== undefined);
  const addresses = [`127.0.0.1:${hub?.port}`];
  await from.ask('team.reach', { addresses, signaling: '', turn: null });
}

const isWhole = ({ devices }: TeamInfo): boolean =>
  devices
    .map(({ memberName, state }) => `${memberName} ${state}`)
    .sort()
    .join() === 'alice here,bob here,carol removed,dave here,erin here';

test('laptops that were updated apart meet, tell each other what one missed, and sync', async () => {
  const [alice, bob, dave] = [await start('alice'), await start('bob'), await start('dave')];
  await reach(bob, alice);
  await alice.team(isWhole);
  const wire = joinWindows(alice, bob);
  const isLinked = ({ devices }: TeamInfo): boolean =>
    devices.some(({ link }) => link === 'direct');
  await Promise.all([alice.team(isLinked), bob.team(isLinked)]);
  const record = { kind: 'person', scope: 'team' as const, fields: { fullName: 'Ada' } };
  await alice.ask('command.run', { command: { type: 'create', records: [record] } });
  const view = { view: { of: 'people' as const }, zone: 'UTC', weekStart: 1 as const };
  await expect.poll(async () => (await bob.ask('view.count', view)).count).toBe(1);
  expect(wire.carried()).toBeGreaterThan(0);

  // dave has the first key only, reads under it of the next, and holds that from then on.
  await reach(dave, alice);
  const info = await dave.team((one) => isWhole(one) && one.hasKey);
  expect(info.team?.epoch).toBe(1);
  const config = await alice.ask('net.config', {});
  expect(await dave.ask('net.config', {})).toMatchObject({ room: config?.room });
});
