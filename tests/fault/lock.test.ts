import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { lockProfile } from '../../src-main/host/profile/lock.ts';
import { type Started, startProcess } from '../support/host/processes.ts';

const script = join(import.meta.dirname, '../support/store/lock-process.ts');
let dir = '';
let started: Started[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapport-lock-'));
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((one) => one.kill()));
  rmSync(dir, { recursive: true, force: true });
});

function start(): Started {
  const one = startProcess(script, [dir]);
  started.push(one);
  return one;
}

test('a second process on one profile is refused and told who has it', async () => {
  const alice = start();
  expect(await alice.nextLine()).toBe('locked');
  const bob = start();
  expect(await bob.nextLine()).toBe(`refused store-locked ${alice.process.pid}`);
});

test('a killed process leaves no lock behind', async () => {
  const alice = start();
  expect(await alice.nextLine()).toBe('locked');
  await alice.kill();
  const bob = start();
  expect(await bob.nextLine()).toBe('locked');
});

test('the same process cannot hold a profile twice, and can again after letting go', () => {
  const first = lockProfile(dir);
  expect(first.ok).toBe(true);
  expect(lockProfile(dir)).toMatchObject({ ok: false, error: { code: 'store-locked' } });
  if (first.ok) first.value.release();
  const again = lockProfile(dir);
  expect(again.ok).toBe(true);
  if (again.ok) again.value.release();
});

test('the holder says where it can be reached', () => {
  const held = lockProfile(dir, () => 1_700_000_000_000);
  if (!held.ok) throw new Error(held.error.code);
  held.value.announce(4711);
  const refused = lockProfile(dir);
  held.value.release();
  expect(refused).toEqual({
    ok: false,
    error: {
      code: 'store-locked',
      detail: { pid: process.pid, since: 1_700_000_000_000, port: 4711 },
    },
  });
});
