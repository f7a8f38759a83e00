// What a teammate sends faster than it is stored waits unread, and has an end.

import { deflateRawSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { createBacklog } from '../../../src-main/host/team/links/backlog.ts';
import { decodeLinkMessage } from '../../../src-main/host/team/links/link-codec.ts';

test('of many messages four are read before the first is stored, then each in its turn', async () => {
  const read: number[] = [];
  const store: (() => void)[] = [];
  const handle = (bytes: Uint8Array): Promise<void> => {
    read.push(bytes[0] ?? 0);
    return new Promise((resolve) => store.push(resolve));
  };
  let isTooMuch = false;
  const backlog = createBacklog(handle, () => (isTooMuch = true));
  for (let at = 0; at < 250; at++) backlog.add(Uint8Array.of(at));
  expect(read).toEqual([0, 1, 2, 3]);
  for (let at = 0; at < 250; at++) {
    store[at]?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(read).toEqual(Array.from({ length: 250 }, (_, at) => at));
  expect(isTooMuch).toBe(false);
});

test.each([
  ['large ones', 1024 * 1024, 200],
  ['small ones', 1, 200_000],
])('who sends without end, %s, is cut off', (_, size, count) => {
  let isTooMuch = false;
  const backlog = createBacklog(
    () => new Promise(() => undefined),
    () => (isTooMuch = true),
  );
  const message = new Uint8Array(size);
  for (let at = 0; at < count; at++) backlog.add(message);
  expect(isTooMuch).toBe(true);
});

const deflated = (json: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(1), deflateRawSync(json, { level: 1 })]);

test('a message of twenty million empty objects is not read', () => {
  const count = 20_000_000;
  expect(decodeLinkMessage(deflated(`[${'{},'.repeat(count)}0]`))).toBeUndefined();
});

test('a message as long, of texts that are full of brackets and quotes, is', () => {
  const text = '[{\\"'.repeat(5_000_000);
  expect(decodeLinkMessage(deflated(JSON.stringify([text])))).toEqual([text]);
});
