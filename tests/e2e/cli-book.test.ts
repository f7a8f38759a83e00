import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { parseCommandLine } from '../../src-main/cli/command-line.ts';
import { openKeyring } from '../../src-main/host/keys/keyring.ts';
import { openFile } from '../../src-main/host/book/sqlite/driver.ts';
import { lockProfile } from '../../src-main/host/profile/lock.ts';
import { fillProfile, rapport, runProcess } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';

let base = '';
let profile = '';

const jane = recordOf({
  id: 'jane',
  kind: 'person',
  fields: { given: 'Jane', family: 'Röe' },
  sets: { emails: [{ value: 'jane@acme.example' }], phones: [{ value: '+4930123456' }] },
});
const bob = recordOf({ id: 'bob', kind: 'person', fields: { given: 'Bob', family: 'Ash' } });
const acme = recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Acme' } });
const gone = recordOf({ id: 'gone', kind: 'person', fields: { given: 'Gone' } }, 'trashed');

/** Filled once; each test has a copy. */
const filled = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
beforeAll(() => fillProfile(filled, [jane, bob, acme, gone]));
afterAll(() => rmSync(filled, { recursive: true, force: true }));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  profile = join(base, 'profile');
  cpSync(filled, profile, { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const run = (...args: string[]) => rapport([...args, '--profile', profile], { cwd: base });
const json = async (...args: string[]): Promise<unknown> => {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out);
};

describe('looking', () => {
  test('list names the live people by name, and groups when asked', async () => {
    expect(await json('list')).toEqual([
      { id: 'bob', kind: 'person', name: 'Bob Ash' },
      { id: 'jane', kind: 'person', name: 'Jane Röe' },
    ]);
    expect(await json('list', '--kind', 'people')).toHaveLength(2);
    expect(await json('list', '--kind', 'organisations')).toEqual([
      { id: 'acme', kind: 'organisation', name: 'Acme' },
    ]);
    expect((await run('list')).out).toBe('bob\tperson\tBob Ash\njane\tperson\tJane Röe\n');
  });

  test('find searches as the window does, without diacritics and by the beginning of words', async () => {
    expect(await json('find', 'roe')).toEqual([{ id: 'jane', kind: 'person', name: 'Jane Röe' }]);
    expect(await json('find', 'jan', 'acme')).toHaveLength(1);
    expect(await json('find', 'nobody')).toEqual([]);
  });

  test('list takes a view and any kind', async () => {
    const named = { field: 'given', op: 'startsWith', arg: 'ja' };
    expect(await json('list', '--where', JSON.stringify(named))).toEqual([
      { id: 'jane', kind: 'person', name: 'Jane Röe' },
    ]);
    const backwards = { of: 'people', sorts: [{ field: 'name', order: 'desc' }] };
    expect(await json('list', '--where', JSON.stringify(backwards))).toMatchObject([
      { id: 'jane' },
      { id: 'bob' },
    ]);
    const atAcme = { field: 'name', op: 'contains', arg: 'ac' };
    expect(
      await json('list', '--kind', 'organisation', '--where', JSON.stringify(atAcme)),
    ).toMatchObject([{ id: 'acme' }]);
    expect((await run('list', '--where', '{"field":')).code).toBe(2);
    expect(await run('list', '--where', '{"field":"shoe","op":"is","arg":"1"}')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('shoe'),
    });
  });

  test('check says that all is well, and how many records were looked at', async () => {
    expect(await json('check')).toEqual({ ok: true, records: 4, problems: [] });
    expect(await json('check', '--rebuild')).toMatchObject({ ok: true });
  });

  test('npm runs the same, from any folder', async () => {
    const root = join(import.meta.dirname, '../..');
    const args = [
      'run',
      '--silent',
      '--prefix',
      root,
      'rapport',
      '--',
      'find',
      'Jane',
      '--json',
      '--profile',
      'profile',
    ];
    const ran = await runProcess('npm', args, { cwd: base });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(JSON.parse(ran.out)).toEqual([{ id: 'jane', kind: 'person', name: 'Jane Röe' }]);
  });
});

describe('export', () => {
  test('prints the lossless table, or writes a file for one receiver', async () => {
    const printed = await run('export');
    const rows = Papa.parse<{ [header: string]: string }>(printed.out, {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map((row) => row['given'])).toEqual(['Bob', 'Jane', '']);
    expect(rows[2]?.['organisation']).not.toBe('');
    expect(await json('export', '--as', 'google', '--kind', 'people', '--out', 'out.csv')).toEqual({
      file: join(base, 'out.csv'),
      rows: 2,
      organisations: { written: 0, leftOut: 1 },
    });
    expect(readFileSync(join(base, 'out.csv'), 'utf8')).toContain('(+49) 30123456');
    expect((await run('export', '--as', 'vcard')).out).toContain('BEGIN:VCARD\r\nVERSION:4.0\r\n');
  });

  test('writes only whom the view names', async () => {
    const where = JSON.stringify({ field: 'emails', op: 'isNotEmpty' });
    const { out } = await run('export', '--where', where);
    expect(out).toContain('Jane');
    expect(out).not.toContain('Bob');
  });

  test('a file that cannot be written is said in one line', async () => {
    const ran = await run('export', '--out', 'no/such/folder.csv');
    expect([ran.code, ran.out, ran.err.split('\n').length]).toEqual([1, '', 2]);
  });
});

describe('backup and restore', () => {
  test('a restored backup is the book as it was', async () => {
    expect((await run('backup', 'book.sqlite')).code).toBe(0);
    await fillProfile(profile, [
      recordOf({ id: 'late', kind: 'person', fields: { given: 'Late' } }),
    ]);
    expect(await json('list')).toHaveLength(3);
    expect(await run('restore', 'book.sqlite')).toMatchObject({ code: 0, err: '' });
    expect(await json('list')).toHaveLength(2);
    expect(await json('check')).toMatchObject({ ok: true });
  });

  test('a sealed backup needs its passphrase, and moves to another profile', async () => {
    const sealed = { cwd: base, env: { RAPPORT_PASSPHRASE: 'correct horse' } };
    expect(await rapport(['backup', 'book.sealed', '--profile', profile], sealed)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(join(base, 'book.sealed')).includes('Jane')).toBe(false);
    const other = join(base, 'other');
    const refused = await rapport(['restore', 'book.sealed', '--profile', other], { cwd: base });
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('passphrase')]);
    expect(await rapport(['restore', 'book.sealed', '--profile', other], sealed)).toMatchObject({
      code: 0,
    });
    expect((await rapport(['list', '--profile', other], { cwd: base })).out).toContain('Jane Röe');
  });

  test('a damaged book is refused with words, left as it is, and can be restored', async () => {
    expect((await run('backup', 'book.sqlite')).code).toBe(0);
    const path = join(profile, 'rapport.sqlite');
    truncateSync(path, 20_000);
    const ran = await run('list');
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringContaining('damaged')]);
    expect(readFileSync(path)).toHaveLength(20_000);
    expect((await run('restore', 'book.sqlite')).code).toBe(0);
    expect(await json('list')).toHaveLength(2);
  });

  test('a book of a newer version is refused with words and left untouched', async () => {
    const path = join(profile, 'rapport.sqlite');
    const raw = openFile(path, { key: openKeyring(profile).key() });
    raw.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    raw.close();
    const before = readFileSync(path);
    const ran = await run('find', 'Jane');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('newer version')]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('refusals', () => {
  const misuses: readonly string[][] = [
    [],
    ['frob'],
    ['find'],
    ['list', '--nope'],
    ['list', 'more'],
    ['export', '--as', 'nothing'],
    ['export', '--kind', 'groups'],
    ['export', '--json'],
    ['import'],
    ['import', 'some.csv', '--as', 'nothing'],
    ['backup', '--dry-run', 'x'],
    ['restore'],
  ];
  test('bad usage is said in one line, and ends with 2', async () => {
    for (const args of misuses)
      expect(parseCommandLine([...args, '--profile', profile])).toEqual({
        ok: false,
        why: expect.stringMatching(/^[^\n]+$/),
      });
    for (const args of misuses.slice(0, 2)) {
      const ran = await run(...args);
      expect([ran.code, ran.out, ran.err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    }
  });

  test('a profile that is open elsewhere is refused politely', async () => {
    const lock = lockProfile(profile);
    const ran = await run('list');
    if (lock.ok) lock.value.release();
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(`process ${process.pid}`)]);
  });

  test('a file that is no backup changes nothing', async () => {
    writeFileSync(join(base, 'letter.txt'), 'Dear Jane');
    const ran = await run('restore', 'letter.txt');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('not a whole backup')]);
    expect(await json('list')).toHaveLength(2);
    expect(existsSync(join(profile, 'aside'))).toBe(false);
  });

  test('help says what there is', async () => {
    const ran = await rapport(['--help']);
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('import FILE')]);
  });
});
