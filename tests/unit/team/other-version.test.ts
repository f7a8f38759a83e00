// A teammate's hub that speaks another version is named, not dialled.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { Bonjour } from 'bonjour-service';
import { expect, test } from 'vitest';

import { createNetwork } from '../../../src-main/host/team/network/network.ts';

test('a hub of ours of another version is told of, and no line is opened to it', async () => {
  let dials = 0;
  const server = createServer((socket) => {
    dials += 1;
    socket.destroy();
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const found: string[] = [];
  const others: string[] = [];
  const network = createNetwork({
    tags: () => ['ours'],
    keys: () => [{ secret: 'ours' }],
    lastMet: () => [],
    onMet: () => undefined,
    isOurs: ({ tags }) => tags.includes('ours'),
    onLinks: () => undefined,
    onFound: (address) => found.push(address),
    onOtherVersion: (address) => others.push(address),
  });
  await network.start();
  const earlier = new Bonjour();
  const txt = { v: '1', t: 'ours' };
  earlier.publish({ name: 'an-earlier-hub', type: 'rapport', port, txt, probe: false });
  await expect.poll(() => others.length).toBeGreaterThan(0);
  expect(others.every((address) => address.endsWith(`:${port}`))).toBe(true);
  expect(found).toEqual([]);
  expect(network.hub()?.dialled()).toEqual([]);
  expect(network.foundAt()).toBeUndefined();
  await new Promise<void>((resolve) => earlier.unpublishAll(() => earlier.destroy(resolve)));
  await network.stop();
  server.close();
  expect(dials).toBe(0);
});
