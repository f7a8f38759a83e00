// Real sockets on loopback: hubs as y-webrtc's windows and other hubs meet them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

import { type Hub, openHub } from '../../../src-main/host/team/network/hub.ts';
import type { HubKey } from '../../../src-main/host/team/network/hub-proof.ts';
import { type HubClient, openHubClient } from '../../support/network/hub-client.ts';

const hubs: Hub[] = [];
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const hub of hubs.splice(0)) await hub.close();
});

const package_ = dirname(createRequire(import.meta.url).resolve('y-webrtc'));
const stockServer = join(package_, '..', 'bin', 'server.js');
const team: readonly HubKey[] = [{ secret: 'the team' }];

async function hubNow(keys: () => readonly HubKey[] = () => team): Promise<Hub> {
  const hub = await openHub({ port: 0, host: '127.0.0.1', keys, onLinks: () => undefined });
  hubs.push(hub);
  return hub;
}

/** One that has proven itself. */
async function client(hub: Hub, ...topics: string[]): Promise<HubClient> {
  const opened = await openHubClient(hub.port, team);
  sockets.push(opened.socket);
  opened.say({ type: 'subscribe', topics });
  await opened.answered();
  opened.heard.length = 0;
  return opened;
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
  alice.say({ type: 'publish', topic: 'room', data: 'hello' });
  await expect.poll(() => publishedTo(bob)).toMatchObject([{ topic: 'room', data: 'hello' }]);
  await alice.answered();
  await other.answered();
  expect([...publishedTo(alice), ...publishedTo(other)]).toEqual([]);
});

const publishedTo = ({ heard }: HubClient) => heard.filter(({ type }) => type === 'publish');

test('hubs in a row pass it on to the last, once', async () => {
  const [first, second, third] = [await hubNow(), await hubNow(), await hubNow()];
  await linkUp(first!, second!);
  await linkUp(third!, second!);
  await linkUp(second!, first!);
  const [alice, carol] = [await client(first!, 'room'), await client(third!, 'room')];
  // Subscriptions travel, too: what is published until it arrives shows that they did.
  let published = 0;
  const asking = setInterval(() => {
    alice.say({ type: 'publish', topic: 'room', data: `n${published++}` });
  }, 20);
  await expect.poll(() => publishedTo(carol)).not.toEqual([]);
  clearInterval(asking);
  const lasts = () => publishedTo(carol).filter(({ data }) => data === 'last');
  alice.say({ type: 'publish', topic: 'room', data: 'last' });
  await expect.poll(lasts).toHaveLength(1);
  await alice.answered();
  await carol.answered();
  expect(lasts()).toHaveLength(1);
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

test('a teammate who says another hub’s id does not get its line closed', async () => {
  const hubAndId = async () => {
    const hub = await hubNow();
    return { hub, id: (await client(hub)).hubId };
  };
  const [smaller, greater] = [await hubAndId(), await hubAndId()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  ) as [{ hub: Hub; id: string }, { hub: Hub; id: string }];
  for (const socket of sockets.splice(0)) socket.terminate();
  await linkUp(greater.hub, smaller.hub);
  const claim = { id: smaller.id, localAddress: '127.0.0.2' };
  sockets.push((await openHubClient(greater.hub.port, team, claim)).socket);
  const heard = new Promise((resolve) => smaller.hub.listen('room', resolve));
  greater.hub.publish('room', 'still there');
  expect(await heard).toBe('still there');
  await expect.poll(() => smaller.hub.lines()).toBe(1);
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
    mallory.socket.send(frame);
  mallory.socket.send(Buffer.from([0, 1, 2]));
  mallory.socket.send(
    JSON.stringify({ type: 'subscribe', topics: Array.from({ length: 101 }, () => 'x') }),
  );
  await mallory.answered();
  const closed = once(mallory.socket, 'close');
  mallory.socket.send('x'.repeat(5 * 1024 * 1024));
  await closed;
  await bob.answered();
  expect(bob.heard).toEqual([]);
});

test('what is nested too deep to be walked ends at most its own line', async () => {
  const hub = await hubNow();
  const [bob, mallory] = [await client(hub, 'room'), await client(hub)];
  for (const data of ['['.repeat(200_000) + ']'.repeat(200_000), '{"a":'.repeat(9_000) + '1'])
    mallory.socket.send(`{"type":"publish","topic":"room","data":${data}}`);
  mallory.socket.send(
    `{"type":"publish","topic":"room","data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  );
  mallory.socket.send(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  await mallory.answered();
  await bob.answered();
  expect(bob.heard).toEqual([]);
});

test('no page reaches a hub', async () => {
  const hub = await hubNow();
  const page = new WebSocket(`ws://127.0.0.1:${hub.port}`, { origin: 'https://example.com' });
  sockets.push(page);
  const [error] = (await once(page, 'error')) as [Error];
  expect(error.message).toContain('401');
  expect(hub.lines()).toBe(0);
});

test('idle lines of strangers leave room for teammates', async () => {
  const hub = await hubNow();
  const idle = Array.from({ length: 120 }, (_, at) => {
    const localAddress = `127.0.0.${2 + (at % 12)}`;
    return new WebSocket(`ws://127.0.0.1:${hub.port}`, { localAddress });
  });
  sockets.push(...idle);
  await Promise.all(idle.map((socket) => once(socket, 'open')));
  const [alice, bob] = [await client(hub, 'room'), await client(hub, 'room')];
  alice.say({ type: 'publish', topic: 'room', data: 'hello' });
  await expect.poll(() => bob.heard.length).toBe(1);
  expect(hub.lines()).toBeLessThan(30);
});

test('a stranger is told nothing, passes nothing on and is cut off', async () => {
  const hub = await hubNow();
  const bob = await client(hub, 'room');
  const stranger = await openHubClient(hub.port, [{ secret: 'another team' }]);
  const closed = once(stranger.socket, 'close');
  stranger.say({ type: 'subscribe', topics: ['room'] });
  stranger.say({ type: 'publish', topic: 'room', data: 'let me in' });
  await stranger.answered();
  bob.say({ type: 'publish', topic: 'room', data: 'secret' });
  await bob.answered();
  await closed;
  expect(stranger.heard).toEqual([]);
  expect(bob.heard).toEqual([]);
});

test('who sends back what a hub has proven has proven nothing', async () => {
  const hub = await hubNow();
  const mirror = new WebSocket(`ws://127.0.0.1:${hub.port}`);
  sockets.push(mirror);
  mirror.on('message', (data: Buffer) => mirror.send(data.toString()));
  hub.listen('room', () => undefined);
  const said: string[] = [];
  mirror.on('message', (data: Buffer) => said.push(JSON.parse(data.toString()).type));
  await once(mirror, 'close');
  expect(said).toEqual(['hub', 'proof']);
});

test('a false hub is told no topic, and an address that proves nothing is given up', async () => {
  const hub = await hubNow();
  hub.listen('room', () => undefined);
  const said: string[] = [];
  let dials = 0;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    dials += 1;
    socket.send(JSON.stringify({ type: 'hub', id: 'false', nonce: 'n'.repeat(32) }));
    socket.send(JSON.stringify({ type: 'proof', macs: ['m'.repeat(43)] }));
    socket.on('message', (data: Buffer) => {
      said.push(JSON.parse(data.toString()).type);
      if (said.at(-1) === 'proof') socket.close();
    });
  });
  hub.link(`ws://127.0.0.1:${(server.address() as { port: number }).port}`, { isFound: true });
  expect(hub.linked()).toEqual([]);
  await expect.poll(() => hub.dialled()).toEqual([]);
  expect(dials).toBe(3);
  expect(new Set(said)).toEqual(new Set(['hub', 'proof']));
  server.close();
});

test('a key opens its own topics and no others, and new keys are proven on open lines', async () => {
  let keys: readonly HubKey[] = [{ secret: 'old' }];
  const [ahead, behind] = [await hubNow(() => keys), await hubNow(() => [{ secret: 'old' }])];
  const heard: unknown[] = [];
  behind.listen('room', (data) => heard.push(data));
  behind.listen('old gossip', (data) => heard.push(data));
  await linkUp(ahead, behind);
  ahead.publish('room', 'before');
  await expect.poll(() => heard).toEqual(['before']);
  keys = [{ secret: 'new' }, { secret: 'old', topics: ['old gossip'] }];
  ahead.rekey();
  ahead.publish('room', 'after');
  ahead.publish('old gossip', 'there is a new key');
  await expect.poll(() => heard).toEqual(['before', 'there is a new key']);
  keys = [{ secret: 'new' }];
  ahead.rekey();
  await expect.poll(() => ahead.linked()).toEqual([]);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

test('a server of the user’s own that knows no proof passes on what it is trusted with', async () => {
  const port = await freePort();
  const server = spawn(process.execPath, [stockServer], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  const url = `ws://127.0.0.1:${port}`;
  const [first, second] = [await hubNow(), await hubNow()];
  const heard: unknown[] = [];
  second.listen('room', (data) => heard.push(data));
  second.listen('invite', (data) => heard.push(data));
  second.link(url, { trusted: new Set(['invite']) });
  first.link(url, { trusted: 'all' });
  await expect.poll(() => [...first.linked(), ...second.linked()]).toEqual([url, url]);
  const saying = setInterval(() => {
    first.publish('room', 'not asked for');
    first.publish('invite', 'for whoever asks');
  }, 20);
  await expect.poll(() => heard.length).toBeGreaterThan(2);
  clearInterval(saying);
  expect(new Set(heard)).toEqual(new Set(['for whoever asks']));
  server.kill();
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
  hub.link(`ws://127.0.0.1:${port}`, { isFound: true });
  await expect.poll(() => hub.dialled()).toEqual([]);
  expect(dials).toBe(3);
  nobody.close();
});

test('who floods is cut off, others go on', async () => {
  const hub = await hubNow();
  const [bob, mallory] = [await client(hub, 'room'), await client(hub)];
  const closed = once(mallory.socket, 'close');
  for (let at = 0; at < 1_500; at++) mallory.say({ type: 'ping' });
  await closed;
  await bob.answered();
  expect(bob.heard).toEqual([]);
});
