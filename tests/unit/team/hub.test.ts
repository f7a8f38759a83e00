// Real sockets on loopback: hubs as y-webrtc's windows and other hubs meet them.

import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { type Hub, openHub } from '../../../src-main/host/team/network/hub.ts';

const hubs: Hub[] = [];
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const hub of hubs.splice(0)) await hub.close();
});

async function hubNow(onLinks: () => void = () => undefined): Promise<Hub> {
  const hub = await openHub({ port: 0, host: '127.0.0.1', onLinks });
  hubs.push(hub);
  return hub;
}

async function client(hub: Hub, ...topics: string[]): Promise<WebSocket & { heard: unknown[] }> {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}`);
  sockets.push(socket);
  const heard: unknown[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'subscribe', topics }));
  await answered(socket);
  heard.length = 0;
  return Object.assign(socket, { heard });
}

/** Whatever was sent before has been worked on when the pong comes. */
async function answered(socket: WebSocket): Promise<void> {
  const pong = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'ping' }));
  await pong;
}

const linkUp = (from: Hub, to: Hub): Promise<void> =>
  new Promise((resolve) => {
    from.link(`ws://127.0.0.1:${to.port}`);
    const look = setInterval(() => {
      if (from.linked().length === 0) return;
      clearInterval(look);
      resolve();
    }, 5);
  });

test('what is published reaches whoever subscribed, and not who published', async () => {
  const hub = await hubNow();
  const [alice, bob, other] = [
    await client(hub, 'room'),
    await client(hub, 'room'),
    await client(hub, 'elsewhere'),
  ];
  const heard = once(bob, 'message');
  alice.send(JSON.stringify({ type: 'publish', topic: 'room', data: { hello: 1 } }));
  await heard;
  await answered(alice);
  await answered(other);
  expect(bob.heard).toMatchObject([{ type: 'publish', topic: 'room', data: { hello: 1 } }]);
  expect(alice.heard).toEqual([{ type: 'pong' }]);
  expect(other.heard).toEqual([{ type: 'pong' }]);
});

test('hubs in a row pass it on to the last, once', async () => {
  const [first, second, third] = [await hubNow(), await hubNow(), await hubNow()];
  await linkUp(first!, second!);
  await linkUp(third!, second!);
  await linkUp(second!, first!);
  const [alice, carol] = [await client(first!, 'room'), await client(third!, 'room')];
  // Subscriptions travel, too: what is published until it arrives shows that they did.
  let published = 0;
  const asking = setInterval(() => {
    alice.send(JSON.stringify({ type: 'publish', topic: 'room', data: `n${published++}` }));
  }, 20);
  await once(carol, 'message');
  clearInterval(asking);
  carol.heard.length = 0;
  const heard = once(carol, 'message');
  alice.send(JSON.stringify({ type: 'publish', topic: 'room', data: 'last' }));
  await heard;
  await answered(alice);
  await answered(carol);
  const last = carol.heard.filter((message) => (message as { data?: unknown }).data === 'last');
  expect(last).toHaveLength(1);
});

test('the host hears its own topics and is heard', async () => {
  const [first, second] = [await hubNow(), await hubNow()];
  const heard: unknown[] = [];
  const first2 = new Promise<void>((resolve) => {
    second!.listen('gossip', (data) => {
      heard.push(data);
      resolve();
    });
  });
  await linkUp(first!, second!);
  first!.publish('gossip', 'sealed');
  await first2;
  expect(heard).toEqual(['sealed']);
});

test('broken, unknown and oversized frames end nothing but themselves', async () => {
  const hub = await hubNow();
  const bob = await client(hub, 'room');
  const mallory = await client(hub);
  for (const frame of ['', '{', '[]', '{"type":"publish"}', '{"type":"subscribe","topics":7}'])
    mallory.send(frame);
  mallory.send(Buffer.from([0, 1, 2]));
  mallory.send(
    JSON.stringify({ type: 'subscribe', topics: Array.from({ length: 101 }, () => 'x') }),
  );
  await answered(mallory);
  const closed = once(mallory, 'close');
  mallory.send('x'.repeat(5 * 1024 * 1024));
  await closed;
  await answered(bob);
  expect(bob.heard).toEqual([{ type: 'pong' }]);
});

test('who floods is cut off, others go on', async () => {
  const hub = await hubNow();
  const [bob, mallory] = [await client(hub, 'room'), await client(hub)];
  const closed = once(mallory, 'close');
  for (let at = 0; at < 1_500; at++) mallory.send(JSON.stringify({ type: 'ping' }));
  await closed;
  await answered(bob);
  expect(bob.heard).toEqual([{ type: 'pong' }]);
});
