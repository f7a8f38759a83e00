// One acceptance suite that every Port passes: order, what can be carried, the end.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Port } from '../../../src-shared/bridge/port.ts';
import { type PortPair, portPairsByName } from '../../support/host/ports.ts';

const nextMessage = (port: Port): Promise<unknown> =>
  new Promise((resolve) => {
    const stop = port.onMessage((message) => {
      stop();
      resolve(message);
    });
  });
const closed = (port: Port): Promise<void> => new Promise((resolve) => port.onClose(resolve));

describe.each(Object.entries(portPairsByName))('a port over %s', (_name, open) => {
  let pair: PortPair;
  beforeEach(async () => {
    pair = await open();
  });
  afterEach(() => pair.dispose());

  test.each([
    [
      'plain data',
      { text: 'Zoë 🌍 \u0000 \uE000', list: [1, 'two', null, true, { deep: [] }], no: {} },
    ],
    ['an empty string, zero and null', ['', 0, null, false]],
    ['undefined as the message and inside a list', { params: [1, undefined] }],
    ['numbers that JSON cannot say', [Number.NaN, Infinity, -Infinity, 12345678901234567890n]],
    ['a date', { at: new Date(1_700_000_000_123) }],
    ['bytes', { bytes: new Uint8Array([0, 1, 127, 128, 255]), none: new Uint8Array() }],
    ['an array buffer', { buffer: new Uint8Array([1, 2, 3]).buffer }],
    ['Mango operators', { $and: [{ keys: { $elemMatch: { $eq: 'x' } } }, { $or: [] }] }],
    ['keys that look like tags', [{ '\u0000b': ['u8', 3] }, { '\u0000o': [{ '\u0000u': 0 }] }]],
    ['keys that could reach a prototype', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
  ])('carries %s both ways', async (_what, message) => {
    pair.window.post(message);
    const there = await nextMessage(pair.host);
    expect(there).toEqual(message);
    pair.host.post(there);
    expect(await nextMessage(pair.window)).toEqual(message);
    expect(Object.getPrototypeOf(there)).not.toHaveProperty('a');
  });

  test('carries 8 MiB of bytes unchanged, and bytes of a larger buffer alone', async () => {
    const big = new Uint8Array(8 * 1024 * 1024).map((_, at) => at % 251);
    pair.window.post({ big, part: big.subarray(10, 14) });
    const got = (await nextMessage(pair.host)) as { big: Uint8Array; part: Uint8Array };
    expect(Buffer.compare(got.big, big)).toBe(0);
    expect([...got.part]).toEqual([10, 11, 12, 13]);
  });

  test('keeps the order of a thousand messages of mixed sizes', async () => {
    const got: number[] = [];
    const all = new Promise<void>((resolve) => {
      pair.host.onMessage((message) => {
        got.push((message as { at: number }).at);
        if (got.length === 1_000) resolve();
      });
    });
    for (let at = 0; at < 1_000; at++) {
      pair.window.post({ at, bytes: new Uint8Array(at % 7 === 0 ? 40_000 : 0) });
    }
    await all;
    expect(got).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  });

  test('keeps messages until somebody listens', async () => {
    pair.window.post('first');
    pair.window.post('second');
    const got: unknown[] = [];
    await new Promise<void>((resolve) => {
      pair.host.onMessage((message) => {
        got.push(message);
        if (got.length === 2) resolve();
      });
    });
    expect(got).toEqual(['first', 'second']);
  });

  test('gives the other side a copy', async () => {
    const message = { list: [1] };
    pair.window.post(message);
    message.list.push(2);
    expect(await nextMessage(pair.host)).toEqual({ list: [1] });
  });

  test('refuses a message that cannot be cloned and carries the next one', async () => {
    expect(() => pair.window.post({ run: () => 1 })).toThrow(/could not be cloned|cannot travel/);
    pair.window.post('next');
    expect(await nextMessage(pair.host)).toBe('next');
  });

  test('stops telling a listener that has left', async () => {
    const left: unknown[] = [];
    pair.host.onMessage((message) => left.push(message))();
    pair.window.post(1);
    expect(await nextMessage(pair.host)).toBe(1);
    expect(left).toEqual([]);
  });

  test('tells both sides of the end, and late listeners too', async () => {
    pair.host.onMessage(() => undefined);
    pair.window.onMessage(() => undefined);
    const both = Promise.all([closed(pair.window), closed(pair.host)]);
    pair.window.close();
    expect(await both).toHaveLength(2);
    expect(await Promise.all([closed(pair.host), closed(pair.window)])).toHaveLength(2);
  });

  test('drops what is posted after the end without throwing', async () => {
    const gone = closed(pair.host);
    pair.window.close();
    await gone;
    expect(() => {
      pair.window.post('late');
      pair.host.post('late');
      pair.host.close();
      pair.window.close();
    }).not.toThrow();
  });
});
