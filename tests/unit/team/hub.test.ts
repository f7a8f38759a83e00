// Real sockets on loopback: hubs as y-webrtc's windows and other hubs meet them.

import { once } from 'node:events';
import { createServer } from 'node:net';
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
  alice.send(JSON.stringify({ type: 'publish', topic: 'room', data: 'hello' }));
  await heard;
  await answered(alice);
  await answered(other);
  expect(bob.heard).toMatchObject([{ type: 'publish', topic: 'room', data: 'hello' }]);
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

test('two hubs that dial each other keep one line, which carries both ways and comes back', async () => {
  const opened = [await hubNow(), await hubNow()];
  const urls = opened.map(({ port }) => `ws://127.0.0.1:${port}`);
  const heard: unknown[][] = [[], []];
  for (const [at, hub] of opened.entries()) hub.listen('room', (data) => heard[at]?.push(data));
  for (const [at, hub] of opened.entries()) hub.link(urls[1 - at] ?? '');
  await expect.poll(() => opened.map((hub) => hub.lines())).toEqual([1, 1]);
  expect(opened.map((hub) => hub.linked())).toEqual([[urls[1]], [urls[0]]]);
  for (const [at, hub] of opened.entries()) hub.publish('room', `from ${at}`);
  await expect.poll(() => heard).toEqual([['from 1'], ['from 0']]);
  // Whoever opened it takes it back, and the other dials; what is said meanwhile is lost.
  for (const [at, hub] of opened.entries()) {
    hub.unlink(urls[1 - at] ?? '');
    await heardAgain(hub, () => heard[1 - at] ?? [], `without ${at}`);
    hub.link(urls[1 - at] ?? '');
    await heardAgain(hub, () => heard[1 - at] ?? [], `again ${at}`);
    await expect.poll(() => opened.map((one) => one.lines())).toEqual([1, 1]);
  }
});

async function heardAgain(hub: Hub, heard: () => unknown[], text: string): Promise<void> {
  const saying = setInterval(() => hub.publish('room', text), 20);
  await expect.poll(heard).toContain(text);
  clearInterval(saying);
}

/** As it tells whoever claims to be a hub. */
async function idOf(hub: Hub): Promise<string> {
  const asker = await client(hub);
  const said = once(asker, 'message');
  asker.send(JSON.stringify({ type: 'hub', id: 'asker' }));
  const [data] = (await said) as [Buffer];
  asker.terminate();
  return (JSON.parse(data.toString()) as { id: string }).id;
}

test('a stranger who says a hub’s id does not get its line closed', async () => {
  const hubAndId = async () => {
    const hub = await hubNow();
    return { hub, id: await idOf(hub) };
  };
  const [smaller, greater] = [await hubAndId(), await hubAndId()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  ) as [{ hub: Hub; id: string }, { hub: Hub; id: string }];
  await linkUp(greater.hub, smaller.hub);
  const localAddress = '127.0.0.2';
  const stranger = new WebSocket(`ws://127.0.0.1:${greater.hub.port}`, { localAddress });
  sockets.push(stranger);
  await once(stranger, 'open');
  stranger.send(JSON.stringify({ type: 'hub', id: smaller.id }));
  await answered(stranger);
  const heard = new Promise((resolve) => smaller.hub.listen('room', resolve));
  greater.hub.publish('room', 'still there');
  expect(await heard).toBe('still there');
  expect(smaller.hub.lines()).toBe(1);
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

test('what is nested too deep to be walked ends at most its own line', async () => {
  const hub = await hubNow();
  const [bob, mallory] = [await client(hub, 'room'), await client(hub)];
  for (const data of ['['.repeat(200_000) + ']'.repeat(200_000), '{"a":'.repeat(9_000) + '1'])
    mallory.send(`{"type":"publish","topic":"room","data":${data}}`);
  mallory.send(`{"type":"publish","topic":"room","data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`);
  mallory.send(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  await answered(mallory);
  await answered(bob);
  expect(bob.heard).toEqual([{ type: 'pong' }]);
});

test('no page reaches a hub', async () => {
  const hub = await hubNow();
  const page = new WebSocket(`ws://127.0.0.1:${hub.port}`, { origin: 'https://example.com' });
  sockets.push(page);
  const [error] = (await once(page, 'error')) as [Error];
  expect(error.message).toContain('401');
  expect(hub.lines()).toBe(0);
});

test('one stranger’s idle lines leave room for others', async () => {
  const hub = await hubNow();
  const idle = Array.from({ length: 80 }, () => new WebSocket(`ws://127.0.0.1:${hub.port}`));
  sockets.push(...idle);
  await Promise.all(idle.map((socket) => once(socket, 'open')));
  const localAddress = '127.0.0.2';
  const bob = new WebSocket(`ws://127.0.0.1:${hub.port}`, { localAddress });
  sockets.push(bob);
  await once(bob, 'open');
  await answered(bob);
  expect(hub.lines()).toBeLessThan(20);
});

test('an address that was only found is given up soon where nobody answers', async () => {
  const hub = await hubNow();
  let dials = 0;
  const nobody = createServer((socket) => {
    dials += 1;
    socket.destroy();
  });
  nobody.listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as { port: number };
  hub.link(`ws://127.0.0.1:${port}`, 'found');
  await expect.poll(() => hub.dialled()).toEqual([]);
  expect(dials).toBe(3);
  nobody.close();
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
