// Attached files between laptops: asked for piece by piece, resumed after a cut from
// whoever has them, never given where the team has no part in them.
import { createHash, randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

import { mayGive } from '../../../src-main/host/attachments/attachments.ts';
import {
  createFileExchange,
  type FileExchange,
} from '../../../src-main/host/attachments/exchange.ts';
import { createFileStore, type FileStore } from '../../../src-main/host/attachments/store.ts';
import type { FileMessage } from '../../../src-shared/sync/file-messages.ts';
import { vaultIn } from '../../support/store/vault-in.ts';

type Laptop = { name: string; dir: string; files: FileStore; exchange: FileExchange };
const folders: string[] = [];
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Laptops that are all linked but where `cuts` says otherwise; messages wait in a queue. */
function network(names: readonly string[], shared: (hash: string) => boolean = () => true) {
  const cuts = new Set<string>();
  const queue: { from: string; to: string; message: FileMessage }[] = [];
  const asked: string[] = [];
  const isCut = (a: string, b: string): boolean => cuts.has([a, b].toSorted().join());
  const laptops = new Map<string, Laptop>();
  for (const name of names) {
    const dir = mkdtempSync(join(tmpdir(), `rapport-files-${name}-`));
    folders.push(dir);
    const files = createFileStore(dir, vaultIn(dir));
    const exchange = createFileExchange({
      files,
      isShared: async (hash) => shared(hash),
      links: {
        linked: () => new Set(names.filter((other) => other !== name && !isCut(name, other))),
        sendTo: (to, message) => {
          if (message.t === 'file-want') asked.push(`${to} ${message.from}`);
          queue.push({ from: name, to, message });
        },
      },
      onChange: () => undefined,
      onBug: (error) => {
        throw error;
      },
    });
    laptops.set(name, { name, dir, files, exchange });
  }
  /** Delivers up to `most` messages. */
  const run = async (most = Infinity): Promise<void> => {
    for (let count = 0; count < most; count++) {
      // What is given is read in between.
      for (let turns = 0; queue.length === 0 && turns < 20; turns++)
        await new Promise(setImmediate);
      const next = queue.shift();
      if (next === undefined) return;
      if (!isCut(next.from, next.to))
        laptops.get(next.to)?.exchange.receive(next.from, next.message);
    }
  };
  const cut = (a: string, b: string): void => {
    cuts.add([a, b].toSorted().join());
    for (const { exchange } of laptops.values()) exchange.review();
  };
  const heal = (a: string, b: string): void => {
    cuts.delete([a, b].toSorted().join());
    for (const { exchange } of laptops.values()) exchange.review();
  };
  return { laptop: (name: string) => laptops.get(name)!, run, cut, heal, asked };
}

const large = randomBytes(2_500_000);
const filesOf = (dir: string): string[] =>
  readdirSync(join(dir, 'files')).map((name) => join(dir, 'files', name));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a file comes when it is asked for, and is what it was', async () => {
  const { laptop, run } = network(['alice', 'bob']);
  const hash = laptop('alice').files.keep(large);
  expect(laptop('bob').exchange.stateOf(hash)).toEqual({ hash, state: 'away', have: 0 });
  laptop('bob').exchange.want(hash);
  await run();
  expect(laptop('bob').exchange.stateOf(hash)).toEqual({ hash, state: 'here', have: large.length });
  const got = laptop('bob').files.read(hash, 0, large.length);
  expect(got && hashOf(got)).toBe(hash);
});

test('after a cut it goes on where it was, also from another laptop', async () => {
  const { laptop, run, cut, heal, asked } = network(['alice', 'bob', 'carol']);
  const hash = laptop('alice').files.keep(large);
  laptop('carol').files.keep(large);
  cut('bob', 'carol');
  laptop('bob').exchange.want(hash);
  await run(8);
  const have = laptop('bob').files.size(hash);
  expect(have).toBeGreaterThan(0);
  cut('alice', 'bob');
  await run();
  expect(laptop('bob').exchange.stateOf(hash)).toMatchObject({ state: 'away', have });
  heal('bob', 'carol');
  await run();
  expect(laptop('bob').exchange.stateOf(hash).state).toBe('here');
  expect(asked).toContain(`carol ${have}`);
});

test('what was begun is gone on with after a start of the program', async () => {
  const { laptop, run } = network(['alice', 'bob']);
  const hash = laptop('alice').files.keep(large);
  laptop('bob').exchange.want(hash);
  await run(6);
  const have = laptop('bob').files.size(hash);
  laptop('bob').exchange.close();
  expect(createFileStore(laptop('bob').dir, vaultIn(laptop('bob').dir)).size(hash)).toBe(have);
  laptop('bob').exchange.want(hash);
  await run();
  expect(laptop('bob').files.has(hash)).toBe(true);
});

test('nobody gets a file that only private people have', async () => {
  const { laptop, run } = network(['alice', 'bob'], () => false);
  const hash = laptop('alice').files.keep(large);
  laptop('bob').exchange.want(hash);
  await run();
  expect(laptop('bob').exchange.stateOf(hash)).toEqual({ hash, state: 'away', have: 0 });
});

test('bytes that are not what they should be are thrown away and asked of somebody else', async () => {
  const { laptop, run, asked } = network(['bob', 'mallory', 'alice']);
  const hash = laptop('alice').files.keep(large);
  const { files } = laptop('mallory');
  files.keep(large);
  // Same name, same length, other bytes.
  files.read = (_, from, length) => randomBytes(Math.min(length, large.length - from));
  laptop('bob').exchange.want(hash);
  await run();
  expect(asked.some((question) => question.startsWith('mallory'))).toBe(true);
  const got = laptop('bob').files.read(hash, 0, large.length);
  expect(got && hashOf(got)).toBe(hash);
});

test('pieces nobody asked for, in the wrong place or too large, are not kept', () => {
  const { laptop } = network(['alice', 'bob']);
  const { exchange, files } = laptop('bob');
  const hash = hashOf(large);
  const data = large.subarray(0, 1_000).toString('base64');
  exchange.receive('alice', { t: 'file-piece', hash, from: 0, size: large.length, data });
  exchange.want(hash);
  exchange.receive('alice', { t: 'file-piece', hash, from: 5, size: large.length, data });
  exchange.want(hash);
  exchange.receive('alice', { t: 'file-piece', hash, from: 0, size: 2 ** 40, data });
  expect(files.size(hash)).toBe(0);
});

test('what no record names any more goes a day after it was last named', async () => {
  const { laptop } = network(['alice']);
  const { files, dir } = laptop('alice');
  const [kept, gone] = ['kept', 'gone'].map((text) => files.keep(Buffer.from(text)));
  const before = new Date(Date.now() - 2 * 24 * 3_600_000);
  for (const path of filesOf(dir)) utimesSync(path, before, before);
  const fresh = files.keep(Buffer.from('fresh'));
  await files.sweep(async (hash) => hash === kept);
  expect([kept, gone, fresh].map((hash) => files.has(hash!))).toEqual([true, false, true]);
  expect(filesOf(dir)).toHaveLength(2);
  // Just taken off its record, however long ago it was brought: undo finds it still.
  await files.sweep(async () => false);
  expect(files.has(kept!)).toBe(true);
});

test('a file that was changed on the disk is put aside, given to nobody, and can be fetched again', async () => {
  const { laptop, run } = network(['alice', 'bob', 'carol']);
  const hash = laptop('alice').files.keep(large);
  laptop('carol').files.keep(large);
  const [path = ''] = filesOf(laptop('alice').dir);
  const changed = readFileSync(path);
  changed[1_000_000]! ^= 1;
  writeFileSync(path, changed);
  laptop('bob').exchange.want(hash);
  await run();
  expect(hashOf(laptop('bob').files.read(hash, 0, large.length)!)).toBe(hash);
  expect(laptop('alice').exchange.stateOf(hash).state).toBe('away');
  const [kept = ''] = readdirSync(join(laptop('alice').dir, 'aside'));
  expect(readFileSync(join(laptop('alice').dir, 'aside', kept)).equals(changed)).toBe(true);
  laptop('alice').exchange.want(hash);
  await run();
  expect(laptop('alice').exchange.stateOf(hash).state).toBe('here');
});

test('what a crash tore off the end of a file that was coming is fetched again', async () => {
  for (const torn of [1, 20, 100, 200_000, 300_000]) {
    const { laptop, run } = network(['alice', 'bob']);
    const hash = laptop('alice').files.keep(large);
    laptop('bob').exchange.want(hash);
    await run(6);
    laptop('bob').exchange.close();
    const [path = ''] = filesOf(laptop('bob').dir);
    truncateSync(path, statSync(path).size - torn);
    laptop('bob').exchange.want(hash);
    await run();
    expect(hashOf(laptop('bob').files.read(hash, 0, large.length)!)).toBe(hash);
  }
});

test('pieces of any size make the file, and any part of it can be read', () => {
  const { laptop } = network(['alice']);
  const { files } = laptop('alice');
  for (const size of [0, 1, 262_143, 262_144, 262_145, 524_288, 600_000]) {
    const bytes = large.subarray(0, size);
    const hash = hashOf(bytes);
    for (let from = 0; !files.has(hash); from = files.size(hash))
      files.append(hash, from, size, bytes.subarray(from, from + 100_001));
    for (const [from, length] of [
      [0, size],
      [1, 262_144],
      [262_140, 10],
      [size, 5],
    ] as const)
      expect(Buffer.from(files.read(hash, from, length)!)).toEqual(
        bytes.subarray(from, from + length),
      );
    expect(files.keep(bytes)).toBe(hash);
  }
});

test('a file of something private is not given, though a shared record names it, too', () => {
  const [shared, hidden] = [
    { scope: 'team', status: 'live' },
    { scope: 'private', status: 'live' },
  ];
  expect(mayGive([])).toBe(false);
  expect(mayGive([shared])).toBe(true);
  expect(mayGive([hidden])).toBe(false);
  expect(mayGive([shared, hidden])).toBe(false);
});
