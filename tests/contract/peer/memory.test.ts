import { expect, test } from 'vitest';

import { longestMessage, messagesOver } from '../../../src-renderer/net/frames.ts';
import { highWater } from '../../../src-renderer/net/wire.ts';
import { type CaseName, cases, type MakePair } from './cases.ts';
import { memoryWires } from './memory-wire.ts';

const tooMuch = (): void => {
  throw new Error('refused');
};

const pair: MakePair = async () => {
  const [a, b] = memoryWires();
  const [left, right] = [messagesOver(a, tooMuch), messagesOver(b, tooMuch)];
  return {
    a: { ...left, onMessage: left.onMessage, waiting: a.waiting },
    b: { ...right, onMessage: right.onMessage, waiting: b.waiting },
    close: a.close,
  };
};

test.each(Object.keys(cases) as CaseName[])('over memory: %s', (name) => cases[name](pair));

test('while the other side does not read, nothing more is put on the wire', async () => {
  const [a, b] = memoryWires();
  const sender = messagesOver(a, tooMuch);
  const reader = messagesOver(b, tooMuch);
  const arrived = new Promise<number>((resolve) => {
    reader.onMessage((message) => resolve(message.length));
  });
  a.stall();
  sender.send(new Uint8Array(8 * 1024 * 1024));
  expect(a.waiting()).toBeLessThan(highWater + 70_000);
  expect(sender.queued()).toBeGreaterThan(6 * 1024 * 1024);
  a.resume();
  expect(await arrived).toBe(8 * 1024 * 1024);
  expect(sender.queued()).toBe(0);
});

test('frames of no known kind and messages without end are refused', () => {
  const [a, b] = memoryWires();
  let refused = 0;
  messagesOver(b, () => (refused += 1));
  for (const listener of a.hear) listener(new Uint8Array());
  for (const listener of b.hear) listener(new Uint8Array([9, 1]));
  expect(refused).toBe(1);
  const piece = new Uint8Array(16 * 1024 * 1024);
  for (let sent = 0; sent <= longestMessage; sent += piece.length - 1)
    for (const listener of b.hear) listener(piece);
  expect(refused).toBe(2);
});
