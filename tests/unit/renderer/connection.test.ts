// The window keeps its connection: what waits, what is opened again, what gives up.
import { beforeEach, describe, expect, test } from 'vitest';

import { createMemoryPorts } from '../../../src-shared/bridge/memory-port.ts';
import { type HostSession, serveHost } from '../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { keepConnected, type PortOpener } from '../../../src-renderer/host/connection.ts';
import { handlersWith } from '../../support/host/handlers.ts';

describe('a kept connection', () => {
  let sessions: HostSession[];
  let waits: { ms: number; end: () => void }[];
  const wait = (ms: number): Promise<void> => new Promise((end) => waits.push({ ms, end }));
  const openHost: PortOpener = async () => {
    const [window, host] = createMemoryPorts();
    const count = sessions.length;
    const handlers = handlersWith({ 'sample.load': () => ok({ count }) });
    sessions.push(serveHost(host, handlers, () => undefined));
    return window;
  };
  beforeEach(() => {
    sessions = [];
    waits = [];
  });

  test('is opened again when the host goes, with another client', async () => {
    const connection = await keepConnected(openHost, wait);
    const first = connection.status();
    expect(first.state).toBe('connected');
    const told: string[] = [];
    connection.subscribe(() => told.push(connection.status().state));
    sessions[0]?.close();
    await expect.poll(() => told).toEqual(['lost', 'connected']);
    expect(connection.status()).not.toBe(first);
    expect(await connection.request('sample.load', {})).toEqual(ok({ count: 1 }));
  });

  test('a request made while it is lost waits for the next connection', async () => {
    let isUp = false;
    const connection = await keepConnected(async () => (isUp ? openHost() : null), wait);
    expect(connection.status()).toEqual({ state: 'lost' });
    const asked = connection.request('sample.load', {});
    isUp = true;
    const pause = (): (() => void) | undefined => waits.find(({ ms }) => ms < 10_000)?.end;
    await expect.poll(pause).toBeDefined();
    pause()?.();
    expect(await asked).toEqual(ok({ count: 0 }));
  });

  test('a request that waited ten seconds in vain fails with host-gone', async () => {
    const connection = await keepConnected(async () => null, wait);
    const asked = connection.request('sample.load', {});
    waits.find(({ ms }) => ms === 10_000)?.end();
    expect(await asked).toEqual(fail('host-gone'));
  });

  test('listeners hear the new host without listening again, until they leave', async () => {
    const connection = await keepConnected(openHost, wait);
    const heard: string[] = [];
    const stop = connection.on('progress', ({ file }) => heard.push(file));
    const emit = async (file: string): Promise<void> => {
      sessions.at(-1)?.emit('progress', { file, phase: 'reading', done: 0, total: 0 });
      await connection.request('sample.load', {});
    };
    await emit('before');
    sessions[0]?.close();
    await expect.poll(() => sessions.length).toBe(2);
    await emit('after');
    stop();
    await emit('never');
    expect(heard).toEqual(['before', 'after']);
  });

  test('a host that refuses is not asked again', async () => {
    let asked = 0;
    const connection = await keepConnected(async () => {
      asked++;
      return 'refused';
    }, wait);
    expect(connection.status()).toEqual({ state: 'refused' });
    expect(await connection.request('sample.load', {})).toEqual(fail('host-gone'));
    expect([asked, waits]).toEqual([1, []]);
  });
});
