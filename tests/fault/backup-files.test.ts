// Attached files in backups: each once on the disk however many backups hold it, and back with
// a restore, here and on another laptop.
import { randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createFileStore, type FileStore, hashOf } from '../../src-main/host/attachments/store.ts';
import { dailyKept } from '../../src-main/host/book/backup/names.ts';
import { type Keeper, openKeeper } from '../../src-main/host/book/open-book.ts';
import { bookBackups } from '../../src-main/host/book/recovery/book.ts';
import { openVault } from '../../src-main/host/keys/vault.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';

const ada = recordOf({ id: 'p000001', kind: 'person', fields: { given: 'Ada' } });
const files = [0, 40, 300_000, 2_000_000].map((size) => randomBytes(size));
const hashes = files.map(hashOf);
let base = '';
let dir = '';
let keeper: Keeper | undefined;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-backup-files-'));
  dir = join(base, 'profile');
});
afterEach(async () => {
  await close();
  rmSync(base, { recursive: true, force: true });
});

async function open(where = dir): Promise<{ book: Keeper; store: FileStore }> {
  const opened = await openKeeper(where);
  if (!opened.ok) throw new Error(opened.error.code);
  keeper = opened.value;
  await keeper.ready;
  const key = keeper.keys.key();
  if (key === undefined) throw new Error('no key');
  return { book: keeper, store: createFileStore(where, openVault(key)) };
}
async function close(): Promise<void> {
  await keeper?.close();
  keeper = undefined;
}
async function openWithFiles(): Promise<{ book: Keeper; store: FileStore }> {
  await fillProfile(dir, [ada]);
  const opened = await open();
  for (const bytes of files) opened.store.keep(bytes);
  return opened;
}
const filesHere = (store: FileStore): boolean[] =>
  files.map((bytes) => {
    const hash = hashOf(bytes);
    if (!store.has(hash)) return false;
    return Buffer.from(store.read(hash, 0, bytes.length)!).equals(bytes);
  });
const all = files.map(() => true);

test('backups hold them without a copy each, and a restore brings them back', async () => {
  const { book, store } = await openWithFiles();
  const names: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const made = await book.backups.make(undefined);
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.files).toBe(files.length);
    names.push(made.value.name);
  }
  const pool = join(dir, 'backups', 'files');
  expect(readdirSync(pool)).toHaveLength(files.length);
  for (const name of readdirSync(pool)) {
    expect(statSync(join(pool, name)).ino).toBe(statSync(join(dir, 'files', name)).ino);
    expect(hashes.some((hash) => name.includes(hash))).toBe(false);
  }
  rmSync(join(dir, 'files'), { recursive: true });
  expect(filesHere(store)).toEqual(files.map(() => false));
  expect(await book.backups.restore(names[0]!, undefined)).toMatchObject({ ok: true });
  expect(filesHere(store)).toEqual(all);
  // What was attached long ago and is back just now is not swept away.
  await store.sweep(async () => false);
  expect(filesHere(store)).toEqual(all);
});

test.each(['with a passphrase', 'of the command line'])(
  'a backup %s is one file with everything in it, on another laptop too',
  async (which) => {
    const { book } = await openWithFiles();
    const path = join(base, 'carried');
    const isSealed = which === 'with a passphrase';
    const made = isSealed
      ? await book.backups.make('correct horse')
      : await bookBackups(dir, book.keys).makeFile(path);
    if (!made.ok) throw new Error(made.error.code);
    const [sealed] = book.backups.list();
    if (sealed !== undefined) renameSync(join(dir, 'backups', sealed.name), path);
    await close();
    const other = join(base, 'other');
    await fillProfile(other, []);
    const { book: others, store } = await open(other);
    const theirs = store.keep(Buffer.from('of another'));
    const swap = { close: () => others.close(), reopen: async () => ({ ok: true, value: null }) };
    const restored = await bookBackups(other, others.keys).restoreFile(
      path,
      swap as never,
      'correct horse',
    );
    expect(restored).toMatchObject({ ok: true });
    expect(filesHere(store)).toEqual(all);
    expect(store.has(theirs)).toBe(true);
    keeper = undefined;
    const again = await open(other);
    const found = again.book.book();
    expect(found.ok && (await found.value.store.count('people'))).toBe(1);
    expect(readdirSync(other).filter((name) => name.includes('restoring'))).toEqual([]);
  },
);

test('what no backup holds any more goes with the last that did', async () => {
  const { book, store } = await openWithFiles();
  let now = Date.now() - 30 * 24 * 3_600_000;
  const backups = bookBackups(dir, book.keys, () => now);
  expect(await backups.makeDaily()).toMatchObject({ ok: true });
  const pool = join(dir, 'backups', 'files');
  expect(readdirSync(pool)).toHaveLength(files.length);
  rmSync(join(dir, 'files'), { recursive: true });
  store.keep(files[3]!);
  for (let day = 0; day < dailyKept; day += 1) {
    now += 24 * 3_600_000;
    expect(await backups.makeDaily()).toMatchObject({ ok: true });
  }
  expect(readdirSync(pool)).toEqual(readdirSync(join(dir, 'files')));
  const lists = readdirSync(join(dir, 'backups')).filter((name) => name.endsWith('.files'));
  expect(lists).toHaveLength(dailyKept);
});

test('one that is damaged or gone is left out, and the rest is brought', async () => {
  const { book, store } = await openWithFiles();
  const made = await book.backups.make(undefined);
  if (!made.ok) throw new Error(made.error.code);
  const pool = join(dir, 'backups', 'files');
  const bySize = readdirSync(pool)
    .map((name) => join(pool, name))
    .toSorted((a, b) => statSync(a).size - statSync(b).size);
  rmSync(join(dir, 'files'), { recursive: true });
  rmSync(bySize[0]!);
  const bytes = readFileSync(bySize[3]!);
  bytes[1_000_000]! ^= 1;
  writeFileSync(bySize[3]!, bytes);
  expect(await book.backups.restore(made.value.name, undefined)).toMatchObject({ ok: true });
  expect(filesHere(store)).toEqual([false, true, true, false]);
});
