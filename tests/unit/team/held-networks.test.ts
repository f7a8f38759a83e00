// Networks that cost by use, between two hosts as they run in the app: nothing is carried
// in them, and what waited goes its way in the next one.

import { connect } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startFeedServer, rss } from '../../support/feeds/server.ts';
import {
  invitingHost,
  joinWindows,
  letInHost,
  type OpenHost,
  openPlainHost,
} from '../../support/network/host-pair.ts';
import { openListener } from '../../support/listener.ts';

const office = 'f4:92:bf:00:00:01';
const phone = 'f4:92:bf:00:00:02';

describe('two hosts', () => {
  let alice: OpenHost;
  let bob: OpenHost;

  beforeEach(async () => {
    [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(phone)]);
  });
  afterEach(async () => {
    await alice.close();
    await bob.close();
  });

  const isHere = ({ networks }: { networks: { isHeld: boolean }[] }): boolean =>
    networks.some(({ isHeld }) => isHeld);
  const hold = async (host: OpenHost, held: boolean): Promise<void> => {
    const [network] = (await host.ask('team.info', {})).networks;
    await host.ask('team.hold', { network: network?.id ?? '', held });
  };
  const pair = async (): Promise<void> => letInHost(alice, bob, await invitingHost(alice));
  const linked = (host: OpenHost): Promise<unknown> =>
    host.team(({ devices }) => devices.some(({ link }) => link === 'direct'));
  const add = (host: OpenHost, name: string): Promise<unknown> => {
    const record = { kind: 'person', scope: 'team' as const, fields: { fullName: name } };
    return host.ask('command.run', { command: { type: 'create', records: [record] } });
  };
  const people = async (host: OpenHost): Promise<number> =>
    (await host.ask('view.count', { view: { of: 'people' }, zone: 'UTC', weekStart: 1 })).count;

  test('nothing is carried in a network that costs by use; the next one carries what waited', async () => {
    await pair();
    const wire = joinWindows(alice, bob);
    await Promise.all([linked(alice), linked(bob)]);
    await add(alice, 'Ada');
    await expect.poll(() => people(bob)).toBe(1);
    // Who wrote it is called what they said in the team.
    expect((await alice.ask('settings.read', {})).userName).toBe('Alice');
    expect((await bob.ask('settings.read', {})).userName).toBe('Bob');
    const { hub } = await bob.ask('team.info', {});

    await hold(bob, true);
    const still = await bob.team((info) => isHere(info) && info.hub === undefined);
    expect(still.devices.map(({ link }) => link)).toEqual(['none', 'none']);
    await alice.team(({ devices }) => devices.every(({ link }) => link === 'none'));
    expect(await isOpen(hub?.port ?? 0)).toBe(false);
    expect(await bob.ask('net.config', {})).toBeNull();
    const before = wire.carried();
    await add(alice, 'Grace');
    await add(bob, 'Alan');
    await alice.ask('team.compare', {});
    await bob.ask('team.compare', {});
    expect(wire.carried()).toBe(before);
    expect(await Promise.all([people(alice), people(bob)])).toEqual([2, 2]);
    expect(await bob.ask('team.doctor', {})).toEqual([
      { test: 'allowed', state: 'bad', detail: 'held' },
    ]);

    bob.moveTo(office);
    await bob.team((info) => !isHere(info) && info.hub !== undefined);
    await expect.poll(() => people(bob), { timeout: 10_000 }).toBe(3);
    await expect.poll(() => people(alice), { timeout: 10_000 }).toBe(3);

    bob.moveTo(phone);
    await bob.team((info) => isHere(info) && info.hub === undefined);
    await hold(bob, false);
    await linked(bob);
    expect((await bob.ask('team.info', {})).log.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['held', 'let-go']),
    );
  });

  test('nobody asks to join, and nothing is fetched, where it costs', async () => {
    await bob.ask('settings.write', { feeds: 'on' });
    await hold(bob, true);
    const codes = await Promise.all([
      bob.client.request('team.ask', {
        words: 'any',
        memberName: 'Bob',
        address: '',
        share: 'everything',
      }),
      bob.client.request('feeds.look', {}),
      bob.client.request('feeds.preview', { text: 'https://ada.example/feed' }),
      bob.client.request('posts.picture', { url: 'https://ada.example/1.png', feed: '' }),
    ]);
    for (const answer of codes)
      expect(answer).toEqual({ ok: false, error: { code: 'network-held' } });
    expect(await bob.ask('team.rest', {})).toMatchObject({
      hasTeam: false,
      held: { kind: 'wifi', subnet: '192.168.43.0/24' },
    });
    await hold(bob, false);
    expect((await bob.ask('team.rest', {})).held).toBeUndefined();
  });

  test('a network that the laptop has just left cannot be said to cost', async () => {
    const gone = { network: 'wifi 10.0.0.0/8', held: true };
    expect(await bob.client.request('team.hold', gone)).toEqual({
      ok: false,
      error: { code: 'changed-since' },
    });
  });
});

test('what waits to be fetched keeps still from the moment that fetching is not allowed', async () => {
  const server = await startFeedServer();
  const laptop = await openListener();
  const paths = ['/one', '/two', '/three'];
  for (const path of paths)
    server.route(path, (_request, response) => {
      if (server.hits() === 1) laptop.settings.write({ feeds: 'off' });
      response.end(rss('Ada', []));
    });
  const ada = await laptop.follow(
    'Ada',
    paths.map((path) => `${server.origin}${path}`),
  );
  await laptop.refresher.lookNow(ada);
  await expect.poll(() => laptop.refresher.busy().running).toBe(0);
  expect(server.hits()).toBe(1);
  laptop.settings.write({ feeds: 'on' });
  await laptop.refresher.scan();
  await laptop.idle();
  expect(server.hits()).toBe(3);
  await laptop.close();
  await server.close();
});

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
