// Who left a team, or was removed from it, and comes back with a new invite, between hosts as
// they run in the app.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  joinWindows,
  letInHost,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';

const office = 'f4:92:bf:00:00:01';

describe('somebody who was in the team before', () => {
  let alice: OpenHost;
  let bob: OpenHost;

  beforeEach(async () => {
    [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
  });
  afterEach(async () => {
    await alice.close();
    await bob.close();
  });

  const add = (host: OpenHost, name: string): Promise<{ ids: string[] }> => {
    const record = { kind: 'person', scope: 'team' as const, fields: { fullName: name } };
    return host.ask('command.run', { command: { type: 'create', records: [record] } });
  };
  const found = async (host: OpenHost, text: string): Promise<number> =>
    (await host.ask('search.run', { text, limit: 5 })).hits.length;
  const bobs = ({ devices }: Awaited<ReturnType<OpenHost['team']>>) =>
    devices.filter(({ memberName }) => memberName === 'Bob').map(({ state }) => state);
  const inviteAgain = async (): Promise<{ words: string; port: number }> => {
    await alice.ask('team.invite', {});
    const { invite, hub } = await alice.team(({ invite: open }) => open !== undefined);
    return { words: invite?.words ?? '', port: hub?.port ?? 0 };
  };

  test('is said to have left, to everybody and at once', async () => {
    await pairHosts(alice, bob);
    await alice.team(({ devices }) => devices.some(({ link }) => link === 'direct'));
    await bob.ask('team.leave', {});
    const { log } = await alice.team((info) => bobs(info)[0] === 'left');
    expect(log.map(({ code }) => code)).toContain('left');
  });

  test('who left while nobody was in reach is said to have left once somebody is', async () => {
    await pairHosts(alice, bob);
    await alice.ask('team.pause', { paused: true });
    await bob.ask('team.leave', {});
    expect((await bob.ask('team.info', {})).leaving).toBe('T');
    await alice.ask('team.pause', { paused: false });
    await alice.team((info) => bobs(info)[0] === 'left');
    await bob.team(({ leaving, hub }) => leaving === undefined && hub === undefined);
  });

  test('keeps what came since, where they say so, and has the team’s again', async () => {
    const { ids } = await add(bob, 'Brought Along');
    await pairHosts(alice, bob);
    await expect.poll(() => found(alice, 'Brought Along')).toBe(1);
    await bob.ask('team.leave', {});
    await alice.team((info) => bobs(info)[0] === 'left');
    await add(bob, 'Made Alone');
    await letInHost(alice, bob, await inviteAgain(), 'nothing');
    const wire = joinWindows(alice, bob);
    const change = {
      type: 'field' as const,
      ref: { collection: 'people' as const, id: ids[0] ?? '' },
      field: 'fullName',
      value: 'Renamed By Alice',
    };
    await alice.ask('command.run', { command: { type: 'edit', changes: [change] } });
    await expect.poll(() => found(bob, 'Renamed By Alice')).toBe(1);
    await bob.ask('team.compare', {});
    await bob.team(({ devices }) =>
      devices.some(
        ({ agreedAt, differs, link }) => link === 'direct' && agreedAt !== undefined && !differs,
      ),
    );
    expect(wire.spoken()).not.toContain('Made Alone');
    expect(await found(bob, 'Made Alone')).toBe(1);
  });

  test('comes in again as another laptop of the same person after leaving', async () => {
    await pairHosts(alice, bob);
    await bob.ask('team.leave', {});
    await alice.team((info) => bobs(info)[0] === 'left');
    await letInHost(alice, bob, await inviteAgain());
    joinWindows(alice, bob);
    await alice.team((info) => bobs(info).includes('here'));
    await add(alice, 'After The Return');
    await expect.poll(() => found(bob, 'After The Return')).toBe(1);
  });

  test('comes in again after having been removed', async () => {
    await pairHosts(alice, bob);
    const before = await bob.ask('team.info', {});
    await alice.ask('team.remove', { device: before.device });
    await bob.team(({ isOut }) => isOut);
    await letInHost(alice, bob, await inviteAgain());
    joinWindows(alice, bob);
    await add(bob, 'After The Removal');
    await expect.poll(() => found(alice, 'After The Removal')).toBe(1);
    const { device } = await bob.ask('team.info', {});
    expect(device).not.toBe(before.device);
  });
});
