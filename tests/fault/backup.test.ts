import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openFile, type SqlFile } from '../../src-main/host/book/sqlite/driver.ts';
import type { Swappable } from '../../src-main/host/book/backup/backup.ts';
import { lookThrough } from '../../src-main/host/book/recovery/file-check.ts';
import { noteData, openOrRecover } from '../../src-main/host/book/recovery/recovery.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import {
  addEntries,
  countEntries,
  openToy,
  toyBackups,
  toyOpening,
  toyPath,
  toyVersion,
} from '../support/sync/toy-book.ts';

let dir = '';
let book: SqlFile;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapport-backup-'));
  book = openToy(toyPath(dir));
});
afterEach(() => {
  if (book.open) book.close();
  rmSync(dir, { recursive: true, force: true });
});

const swappable: Swappable = {
  close: () => book.close(),
  reopen: async () => {
    book = openToy(toyPath(dir));
    return { ok: true, value: null };
  },
};

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}

test('a backup restores exactly what was there, and the book it replaced is kept aside', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 50);
  const { name } = must(await backups.make());
  addEntries(book, 7);
  must(await backups.restore(name, swappable));
  expect(countEntries(book)).toBe(50);
  const aside = readdirSync(join(dir, 'aside')).filter((file) => file.endsWith('rapport.sqlite'));
  const old = openFile(join(dir, 'aside', aside[0] ?? ''));
  expect(countEntries(old)).toBe(57);
  old.close();
});

test('a backup made while edits go on is whole and nothing is left beside it', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 2_000);
  const making = backups.make();
  addEntries(book, 200);
  const made = must(await making);
  expect(readdirSync(join(dir, 'backups'))).toEqual([made.name]);
  expect(statSync(join(dir, 'backups', made.name)).mode & 0o077).toBe(0);
  must(await backups.restore(made.name, swappable));
  expect(countEntries(book)).toBeGreaterThanOrEqual(2_000);
});

test('one daily backup a day is made and fourteen are kept', async () => {
  let now = Date.UTC(2026, 0, 1, 9);
  const backups = toyBackups(dir, () => now);
  addEntries(book, 1);
  for (let day = 0; day < 17; day += 1) {
    expect(must(await backups.makeDaily())?.at).toBe(now);
    now += 3_600_000;
    expect(must(await backups.makeDaily())).toBeNull();
    now += 23 * 3_600_000;
  }
  must(await backups.make());
  const list = backups.list();
  expect(list.filter((backup) => backup.kind === 'daily')).toHaveLength(14);
  expect(list.map((backup) => backup.at)).toEqual(
    list.map((backup) => backup.at).toSorted((a, b) => b - a),
  );
  expect(list.at(-1)?.at).toBe(Date.UTC(2026, 0, 4, 9));
});

test('backups dated in the future by a wrong clock do not push out the new ones', async () => {
  let now = Date.UTC(2040, 0, 1);
  const backups = toyBackups(dir, () => now);
  addEntries(book, 1);
  for (let day = 0; day < 14; day += 1, now += 86_400_000) must(await backups.makeDaily());
  now = Date.UTC(2026, 0, 1);
  for (let day = 0; day < 3; day += 1, now += 86_400_000) must(await backups.makeDaily());
  expect(backups.list().filter((backup) => backup.at < Date.UTC(2027, 0, 1))).toHaveLength(3);
});

test('a sealed backup opens with its passphrase only', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 6_000, 'a secret worth keeping '.repeat(20));
  const made = must(await backups.make('correct horse'));
  expect(made.sealed).toBe(true);
  const bytes = readFileSync(join(dir, 'backups', made.name));
  expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024);
  expect(bytes.includes('secret')).toBe(false);
  expect(await backups.restore(made.name, swappable, 'wrong')).toMatchObject({
    error: { code: 'wrong-passphrase' },
  });
  expect(await backups.restore(made.name, swappable)).toMatchObject({
    error: { code: 'wrong-passphrase' },
  });
  addEntries(book, 1);
  must(await backups.restore(made.name, swappable, 'correct horse'));
  expect(countEntries(book)).toBe(6_000);
});

test('a sealed backup that was cut, changed or reordered is refused and the book stays', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 6_000, 'z'.repeat(500));
  const made = must(await backups.make('pass'));
  const path = join(dir, 'backups', made.name);
  const whole = readFileSync(path);
  const chunk = 1024 * 1024 + 16;
  const swapped = Buffer.concat([
    whole.subarray(0, 40),
    whole.subarray(40 + chunk, 40 + 2 * chunk),
    whole.subarray(40, 40 + chunk),
    whole.subarray(40 + 2 * chunk),
  ]);
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(chunk + 500) ^ 1, chunk + 500);
  for (const bad of [
    whole.subarray(0, 40 + 2 * chunk),
    whole.subarray(0, -1),
    flipped,
    swapped,
    whole.subarray(0, 20),
  ]) {
    writeFileSync(path, bad);
    const refused = await backups.restore(made.name, swappable, 'pass');
    expect(refused.ok).toBe(false);
    expect(countEntries(book)).toBe(6_000);
  }
});

test('what is no backup, or one of a newer version, is refused and the book stays', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 5);
  const file = join(dir, 'some.file');
  writeFileSync(file, 'not a database at all '.repeat(500));
  expect(await backups.restoreFile(file, swappable)).toMatchObject({
    error: { code: 'not-a-backup' },
  });
  const foreign = openFile(join(dir, 'foreign.sqlite'));
  foreign.exec('CREATE TABLE other (id)');
  foreign.close();
  expect(await backups.restoreFile(join(dir, 'foreign.sqlite'), swappable)).toMatchObject({
    error: { code: 'not-a-backup' },
  });
  must(await backups.makeFile(join(dir, 'newer.sqlite')));
  const newer = openFile(join(dir, 'newer.sqlite'));
  newer.exec(`PRAGMA user_version = ${toyVersion + 1}`);
  newer.close();
  expect(await backups.restoreFile(join(dir, 'newer.sqlite'), swappable)).toMatchObject({
    error: { code: 'store-newer' },
  });
  expect(await backups.restore('../some.file', swappable)).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(countEntries(book)).toBe(5);
  expect(readdirSync(dir).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('a restore that was interrupted between its two renames is completed at the next start', async () => {
  const backups = toyBackups(dir);
  addEntries(book, 9);
  must(await backups.makeFile(`${toyPath(dir)}.restoring`));
  book.close();
  rmSync(toyPath(dir));
  const opened = must(await openOrRecover(toyOpening(dir)));
  if (opened.state !== 'open') throw new Error(opened.state);
  expect(countEntries(opened.book)).toBe(9);
  opened.book.close();
  expect(existsSync(`${toyPath(dir)}.restoring`)).toBe(false);
});

test('a backup of a book without data can be restored over one with data', async () => {
  book.close();
  const start = async () => {
    const opened = must(await openOrRecover(toyOpening(dir)));
    if (opened.state !== 'open') throw new Error(opened.state);
    book = opened.book;
    return ok(null);
  };
  await start();
  const { name } = must(await toyBackups(dir).make());
  addEntries(book, 3);
  noteData(toyOpening(dir));
  must(await toyBackups(dir).restore(name, { close: () => book.close(), reopen: start }));
  expect(countEntries(book)).toBe(0);
});

test('a book is copied and looked through beside everything else', async () => {
  addEntries(book, 2_000);
  const copy = join(dir, 'copy.db');
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  expect((await lookThrough({ task: 'copy', path: toyPath(dir), to: copy })).problems).toEqual([]);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});
