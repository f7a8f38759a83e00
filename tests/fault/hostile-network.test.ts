// Frames and packets from strangers on the network: the hub and the search for
// teammates go on as if nothing had been said.

import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

import { expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { type Found, startDiscovery } from '../../src-main/host/team/network/discovery.ts';
import { openHub } from '../../src-main/host/team/network/hub.ts';
import { openHubClient } from '../support/network/hub-client.ts';
import { watchMemory } from '../support/steady-memory.ts';
import { mutated, twisted } from '../support/transfer/mutate.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';

// `npm run fuzz` makes it 200,000.
const frames = testRuns(20_000);
const packets = 20_000;
const perConnection = 800;
const parts = 5;
/** MiB in each part of 4,000 at least: 130 bytes for each. */
const mostGrown = 0.5;

test('twenty thousand broken signaling frames disturb nobody, and leave nothing behind', async () => {
  const memory = watchMemory();
  const random = seededRandom(testSeed);
  const team = [{ secret: 'the team' }];
  const hub = await openHub({
    port: 0,
    host: '127.0.0.1',
    keys: () => team,
    onLinks: () => undefined,
  });
  const url = `ws://127.0.0.1:${hub.port}`;
  const heard: unknown[] = [];
  hub.listen('room', (data) => heard.push(data));
  let socket: WebSocket | undefined;
  /** Until nothing that was sent is on its way. */
  const leave = async (open: WebSocket | undefined): Promise<void> => {
    open?.terminate();
    await expect.poll(() => hub.lines()).toBe(0);
  };
  for (let sent = 0; sent < frames; sent++) {
    if (sent % perConnection === 0 || socket?.readyState !== WebSocket.OPEN) {
      if (socket?.readyState === WebSocket.OPEN) {
        socket.close();
        await once(socket, 'close');
      }
      socket = new WebSocket(url);
      socket.on('error', () => undefined);
      await once(socket, 'open');
    }
    socket.send(frame(random));
    if (sent % 200 === 0) await turn();
    if ((sent + 1) % (frames / parts) !== 0) continue;
    await leave(socket);
    await memory.part();
  }
  expect(memory.grownEachTime()).toBeLessThan(mostGrown);
  const honest = await openHubClient(hub.port, team);
  heard.length = 0;
  honest.say({ type: 'publish', topic: 'room', data: 'honest' });
  await honest.answered();
  expect(heard).toEqual(['honest']);
  honest.socket.terminate();
  await hub.close();
});

function frame(random: () => number): string | Uint8Array {
  const said = [
    { type: 'subscribe', topics: ['room', 'other'] },
    { type: 'publish', topic: 'nobody', data: { from: 'x', type: 'announce' }, id: 'a', hops: 1 },
    { type: 'unsubscribe', topics: ['room'] },
    { type: 'ping' },
    { type: 'hub', id: 'x', nonce: 'n'.repeat(32) },
    { type: 'proof', macs: ['m'.repeat(43)] },
  ][Math.floor(random() * 6)];
  if (random() < 0.5) return JSON.stringify(twisted(said, random)) ?? '';
  const bytes = mutated(Buffer.from(JSON.stringify(said)), random);
  return random() < 0.5 ? bytes : Buffer.from(bytes).toString('latin1');
}

const group = '224.0.0.251';
const mdnsPort = 5353;

test('twenty thousand broken packets do not keep teammates from being found, and leave nothing behind', async () => {
  const memory = watchMemory();
  const random = seededRandom(testSeed);
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  socket.bind(mdnsPort);
  await once(socket, 'listening');
  socket.addMembership(group);
  const kept: Buffer[] = [];
  socket.on('message', (packet) => kept.length < 40 && kept.push(packet));

  const first = discovery(40_001, () => undefined);
  while (kept.length < 2) await once(socket, 'message');
  for (let sent = 0; sent < packets; sent++) {
    const packet = kept[Math.floor(random() * kept.length)] ?? Buffer.alloc(12);
    await send(socket, mutated(packet, random));
    if (sent % 100 === 0) await turn();
    if ((sent + 1) % (packets / parts) === 0) await memory.part();
  }
  const found = await new Promise<Found>((resolve) => {
    const second = discovery(40_002, (one) => {
      if (!one.url.endsWith(':40001')) return;
      second.close();
      resolve(one);
    });
  });
  expect(found.tags).toEqual(['tag-40001']);
  expect(memory.grownEachTime()).toBeLessThan(mostGrown);
  first.close();
  socket.close();
});

const discovery = (port: number, onFound: (found: Found) => void) =>
  startDiscovery({ port, tags: () => [`tag-${port}`], onFound });

const send = (socket: Socket, packet: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    socket.send(packet, mdnsPort, group, () => resolve());
  });
