// A stranger in the network takes up places, time and memory of a laptop: teammates and
// newcomers reach it all the same.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import {
  type Discovery,
  type Found,
  startDiscovery,
} from '../../src-main/host/team/network/discovery.ts';
import { type Hub, openHub } from '../../src-main/host/team/network/hub.ts';
import type { HubKey } from '../../src-main/host/team/network/hub-proof.ts';
import { invitingHost, letInHost, openPlainHost } from '../support/network/host-pair.ts';
import { openHubClient } from '../support/network/hub-client.ts';
import { hubAnswer, manyRecords } from '../support/network/mdns-packets.ts';
import { inviteKeys, secretOf } from '../../src-shared/sync/team/invite.ts';
import { nodeCrypto } from '../../src-main/host/team/identity/node-crypto.ts';
import { watchMemory } from '../support/steady-memory.ts';

const team: HubKey = { secret: 'the team' };
const invite: HubKey = { secret: 'an invite', topics: ['asking'] };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function hubNow(onLinks: () => void = () => undefined): Promise<Hub> {
  const keys = (): HubKey[] => [team, invite];
  const hub = await openHub({ port: 0, host: '127.0.0.1', keys, onLinks });
  closers.push(hub.close);
  return hub;
}

async function client(port: number, keys: readonly HubKey[], localAddress = '127.0.0.1') {
  const opened = await openHubClient(port, keys, { localAddress });
  closers.push(() => opened.socket.terminate());
  return opened;
}

/** A line that says nothing. */
async function idle(port: number, localAddress: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { localAddress });
  closers.push(() => socket.terminate());
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
}

async function halfOpen(port: number, localAddress: string, said = ''): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  closers.push(() => socket.destroy());
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  socket.write(said);
  return socket;
}

test('connections that ask for nothing, or never end asking, do not pile up, and a laptop is let in beside them', async () => {
  const [alice, bob] = [
    await openPlainHost('f4:92:bf:00:00:01'),
    await openPlainHost('f4:92:bf:00:00:01'),
  ];
  closers.push(bob.close, alice.close);
  const given = await invitingHost(alice);
  const asking = [
    '',
    'GET / HTTP/1.1\r\nX-Slow: ',
    'POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n',
  ];
  const sockets = await Promise.all(
    Array.from({ length: 300 }, (_, at) =>
      halfOpen(given.port, `127.0.0.${2 + (at % 5)}`, asking[at % 3]),
    ),
  );
  const open = (): number => sockets.filter(({ closed }) => !closed).length;
  await expect.poll(open).toBeLessThanOrEqual(24);
  await letInHost(alice, bob, given);
});

test('a line that has proven nothing is cut off for a long frame, which nobody reads', async () => {
  const hub = await hubNow();
  const stranger = await client(hub.port, []);
  const closed = once(stranger.socket, 'close');
  stranger.socket.send(`{"type":"ping","x":[${'{},'.repeat(50_000)}{}]}`);
  const [code] = (await closed) as [number];
  expect(code).toBe(1008);
});

test('holders of an invite or an earlier key cannot take up teammates’ places', async () => {
  const hub = await hubNow();
  for (let at = 0; at < 64; at++) await client(hub.port, [invite], `127.0.0.${2 + (at % 4)}`);
  const [alice, newcomer] = [await client(hub.port, [team]), await client(hub.port, [invite])];
  await client(hub.port, [invite], '127.0.0.2');
  const heard = new Promise((resolve) => hub.listen('asking', resolve));
  newcomer.say({ type: 'publish', topic: 'asking', data: 'may I' });
  expect(await heard).toBe('may I');
  await alice.answered();
});

test('who comes from an address of its own is not pushed out by many from a few', async () => {
  const hub = await hubNow();
  const honest = await idle(hub.port, '127.0.0.9');
  for (let at = 0; at < 60; at++) await idle(hub.port, `127.0.0.${2 + (at % 4)}`);
  const pong = once(honest, 'message');
  honest.send('{"type":"ping"}');
  expect(String((await pong)[0])).toContain('pong');
});

test('a thief of an invite who proves it and takes it back again and again is cut off', async () => {
  let links = 0;
  const hub = await hubNow(() => (links += 1));
  const thief = await client(hub.port, [invite]);
  const closed = once(thief.socket, 'close');
  for (let at = 0; at < 500; at++)
    thief.say({ type: 'proof', macs: at % 2 === 0 ? [] : thief.macs });
  await closed;
  expect(links).toBeLessThan(20);
});

test('lines that come and go do not make windows look for each other each time', async () => {
  const alice = await openPlainHost('f4:92:bf:00:00:01');
  closers.push(alice.close);
  const { words, port } = await invitingHost(alice);
  const { hubKey } = inviteKeys(secretOf(words) ?? '', nodeCrypto);
  let meets = 0;
  alice.client.on('net.meet', () => (meets += 1));
  for (let at = 0; at < 100; at++) {
    const { socket } = await openHubClient(port, [hubKey]);
    socket.terminate();
  }
  await expect.poll(() => meets).toBeGreaterThan(0);
  expect(meets).toBeLessThan(50);
});

const group = '224.0.0.251';
const mdnsPort = 5353;

async function openUdp(): Promise<(packet: Uint8Array) => Promise<void>> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  closers.push(() => socket.close());
  socket.bind(0);
  await once(socket, 'listening');
  return (packet) =>
    new Promise((resolve) => {
      socket.send(packet, mdnsPort, group, () => resolve());
    });
}

function discovery(port: number, onFound: (found: Found) => void = () => undefined): Discovery {
  const started = startDiscovery({ port, tags: () => [`tag-${port}`], onFound });
  closers.push(started.close);
  return started;
}

/** Packets get lost: it is said again each time that somebody looks. */
const saying =
  <T>(say: () => Promise<void>, seen: () => T) =>
  async (): Promise<T> => {
    await say();
    return seen();
  };

test('packets full of names hold nobody up', { timeout: 20_000 }, async () => {
  const found: string[] = [];
  discovery(40_003, ({ url }) => found.push(url));
  const send = await openUdp();
  await expect
    .poll(
      saying(
        () => send(hubAnswer('before', 40_004, 'tag')),
        () => found.some((url) => url.endsWith(':40004')),
      ),
    )
    .toBe(true);
  for (let at = 0; at < 3; at++) await send(manyRecords(1_600));
  await expect
    .poll(
      saying(
        () => send(hubAnswer('after', 40_005, 'tag')),
        () => found.some((url) => url.endsWith(':40005')),
      ),
    )
    .toBe(true);
});

test('of hubs that a stranger makes up nothing is kept', async () => {
  const memory = watchMemory();
  let found = 0;
  discovery(40_006, () => (found += 1));
  const send = await openUdp();
  await expect
    .poll(
      saying(
        () => send(hubAnswer('first', 40_007, 'tag')),
        () => found > 0,
      ),
    )
    .toBe(true);
  const each = 3_000;
  for (let from = 0; from < 4 * each; from += each) {
    found = 0;
    for (let at = from; at < from + each; at++) {
      await send(hubAnswer(`made-up-${at}`, 40_007, 'x'.repeat(200)));
      if (at % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(found).toBeGreaterThan(500);
    await memory.part();
  }
  // A hub with its text of 200 letters would be more than a megabyte.
  expect(memory.grownEachTime()).toBeLessThan(0.5);
});

test('a hub that says again that it is there is found again', async () => {
  let found = 0;
  discovery(40_008, () => (found += 1));
  const send = await openUdp();
  const say = (): Promise<void> => send(hubAnswer('one', 40_009, 'tag'));
  await expect.poll(saying(say, () => found)).toBeGreaterThan(0);
  const before = found;
  await expect.poll(saying(say, () => found)).toBeGreaterThan(before + 3);
});
