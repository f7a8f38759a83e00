// Whatever a person tells the program, in whatever way, stands in no file of the profile: while
// it runs and is killed, when it has ended, and when it is locked. With the key it is all there.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openSealedFile } from '../../src-main/host/attachments/store.ts';
import { bookPath } from '../../src-main/host/book/recovery/book.ts';
import { openFile } from '../../src-main/host/book/sqlite/driver.ts';
import { quoteName } from '../../src-main/host/book/sqlite/layout.ts';
import { createPictures } from '../../src-main/host/feeds/pictures.ts';
import { openKeyring } from '../../src-main/host/keys/keyring.ts';
import { readSealed } from '../../src-main/host/keys/sealed-file.ts';
import { openVault } from '../../src-main/host/keys/vault.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import { startProcess } from '../support/host/processes.ts';
import { filesOf, lockPassphrase, type Markers, readableIn } from '../support/host/readable.ts';

/** Where each is to be found with the key; nowhere: only in the memory of the process. */
const things: { readonly [thing: string]: 'book' | 'files' | 'nowhere' } = {
  ...Object.fromEntries([...kinds.keys()].map((kind) => [kind, 'book'] as const)),
  'file name': 'book',
  file: 'files',
  'watched word': 'files',
  'user name': 'book',
  columns: 'files',
  'feed address': 'files',
  picture: 'files',
  team: 'files',
  member: 'files',
  'picture address': 'nowhere',
  search: 'nowhere',
  import: 'nowhere',
  'import name': 'nowhere',
  passphrase: 'nowhere',
};

let base = '';
let dir = '';
const markers: Markers = {};
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-markers-'));
  dir = join(base, 'profile');
  for (const thing of Object.keys(things)) markers[thing] = `zq${randomBytes(14).toString('hex')}`;
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function run(then: 'stay' | 'close' | 'lock'): Promise<void> {
  const program = join(import.meta.dirname, '../support/host/marked-process.ts');
  const started = startProcess(program, [dir, then, JSON.stringify(markers)]);
  expect(await started.nextLine()).toBe('ready');
  await started.kill();
}

const readable = (): string[] => readableIn(dir, markers);

/** Everything that the key opens, as text. */
async function openedWith(secret: string | undefined): Promise<{ book: string; files: string }> {
  const keyring = openKeyring(dir);
  if (secret !== undefined) await keyring.unlock(secret);
  const key = keyring.key();
  if (key === undefined) throw new Error('no key');
  const vault = openVault(key);
  const sealed = filesOf(dir).filter((path) => path.endsWith('.sealed'));
  const attached = sealed.map((path) => openSealedFile(vault, path)?.bytes);
  const small = ['team', 'device', 'feeds', 'settings'].map((name) =>
    readSealed(join(dir, `${name}.sealed`), vault, name),
  );
  const url = `https://${markers['picture address']}.example/`;
  const picture = await createPictures(dir, vault).get(url, undefined);
  if (!picture.ok) throw new Error(picture.error.code);
  const files = [...attached, ...small, picture.value.bytes];
  const file = openFile(bookPath(dir), { key });
  try {
    const tables = file
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%docs%'`)
      .all();
    const rows = tables.flatMap(({ name }) =>
      file.prepare(`SELECT * FROM ${quoteName(String(name))}`).all(),
    );
    return {
      book: JSON.stringify(rows),
      files: files.map((bytes) => Buffer.from(bytes ?? []).toString()).join('\n'),
    };
  } finally {
    file.close();
  }
}

async function expectWithKey(secret?: string): Promise<void> {
  const opened = await openedWith(secret);
  const missing = Object.entries(things).filter(
    ([thing, where]) =>
      where !== 'nowhere' && !opened[where].toLowerCase().includes(markers[thing] ?? ''),
  );
  expect(missing).toEqual([]);
}

test('nothing told is in a file of a profile whose program was killed', async () => {
  await run('stay');
  expect(filesOf(dir).some((path) => path.endsWith('-wal') && statSync(path).size > 0)).toBe(true);
  expect(readdirSync(join(dir, 'outgoing')).length).toBeGreaterThan(1);
  expect(readdirSync(join(dir, 'backups')).length).toBeGreaterThan(2);
  expect(readable()).toEqual([]);
  await expectWithKey();
});

test('nothing told is in a file of a profile whose program has ended', async () => {
  await run('close');
  expect(readable()).toEqual([]);
  await expectWithKey();
});

test('nothing told is in a file of a locked profile, and its secrets open it', async () => {
  await run('lock');
  expect(readable()).toEqual([]);
  expect(openKeyring(dir).standing()).toBe('locked');
  await expectWithKey(lockPassphrase);
});

test('what could be read would be found: in any file, in any of these forms', async () => {
  await run('close');
  const marker = markers['person']!;
  for (const form of [
    marker.toUpperCase(),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(`x${marker}`).toString('base64'),
    Buffer.from(marker).toString('hex'),
    marker.slice(5, 18),
  ]) {
    writeFileSync(join(dir, 'left.log'), form);
    expect(readable()).toEqual(['person: /left.log']);
  }
});
