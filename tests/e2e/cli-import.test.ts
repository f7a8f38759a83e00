import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { rapport } from '../support/host/command-line.ts';

let base = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  writeFileSync(
    join(base, 'contacts.csv'),
    [
      'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Organization Name,Organization Title,Labels',
      'Jane,Roe,* Work,jane@acme.example,Mobile,+49 30 123456,Acme,CEO,* myContacts ::: vip',
      'Bob,Ash,,bob@x.example,,,,,* myContacts',
      '',
    ].join('\r\n'),
  );
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const run = (...args: string[]) => rapport([...args, '--profile', 'profile'], { cwd: base });
const json = async (...args: string[]): Promise<unknown> => {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out);
};

test('a dry run says what would happen and changes nothing; the same file twice changes nothing', async () => {
  const two = { created: 2, updated: 0, skipped: 0, rejected: 0 };
  expect(await json('import', 'contacts.csv', '--dry-run')).toEqual(two);
  expect(await json('list')).toEqual([]);
  expect(await json('import', 'contacts.csv')).toEqual(two);
  expect(await json('import', 'contacts.csv')).toEqual({
    created: 0,
    updated: 0,
    skipped: 2,
    rejected: 0,
  });
  expect(await json('find', 'acme')).toEqual(
    expect.arrayContaining([{ id: expect.any(String), kind: 'person', name: 'Jane Roe' }]),
  );
});

test('birthdays are written as a calendar file', async () => {
  writeFileSync(join(base, 'born.csv'), 'First Name,Birthday\r\nAda,1980-12-10\r\n');
  await run('import', 'born.csv');
  expect(await json('export', '--as', 'ics', '--out', 'days.ics')).toMatchObject({ entries: 1 });
  const text = readFileSync(join(base, 'days.ics'), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('SUMMARY:Birthday: Ada\r\n');
  expect((await run('export', '--as', 'ics', '--dry-run')).out).toBe('Would write 1 entry.\n');
});

test('a dry run of an export says what is refused first, and writes nothing', async () => {
  const rows = [
    'First Name,Last Name,E-mail 1 - Value',
    'Mononym,,m@x.example',
    `Jane,${'r'.repeat(90)},`,
  ];
  writeFileSync(join(base, 'odd.csv'), rows.join('\r\n'));
  await run('import', 'odd.csv');
  const ran = await run('export', '--as', 'salesforce', '--out', 'none.csv', '--dry-run');
  expect(ran.code).toBe(0);
  const [, ...said] = ran.out.trim().split('\n');
  expect(said.slice(0, 4)).toEqual([
    'Would be refused:',
    '  1 person will be rejected: Last Name is missing. (Mononym)',
    'Would be changed, cut or left here:',
    expect.stringContaining('1 person: Last Name is longer than 80 and will be cut.'),
  ]);
  expect(existsSync(join(base, 'none.csv'))).toBe(false);
});

test('what was exported without loss comes back the same in another profile', async () => {
  expect((await run('import', 'contacts.csv', '--as', 'google')).out).toMatch(/^Created 2,/);
  expect((await run('export', '--out', 'all.csv')).code).toBe(0);
  const other = (...args: string[]) => rapport([...args, '--profile', 'other'], { cwd: base });
  expect((await other('import', 'all.csv')).code).toBe(0);
  expect((await other('export', '--as', 'google')).out).toBe(
    (await run('export', '--as', 'google')).out,
  );
  expect((await other('list', '--json')).out).toBe((await run('list', '--json')).out);
});

test('it says which rows were not taken and why, in which letters it read, and writes the rest', async () => {
  const rows = [
    'First Name,Last Name,E-mail 1 - Value,City',
    'Jos\u00e9,N\u00fa\u00f1ez,j@x.example,',
    '"A,B,c@x.example,',
    '',
  ];
  writeFileSync(join(base, 'some.csv'), Buffer.from(rows.join('\r\n'), 'latin1'));
  const ran = await run('import', 'some.csv', '--rejected', 'rest.csv');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('Letters were read as windows-1252: José, Núñez.');
  expect(ran.out).toContain('Line 3: A quotation mark is not closed.');
  expect(ran.out).toMatch(/^Created 1, updated 0, skipped 0, rejected 1\.$/m);
  expect(readFileSync(join(base, 'rest.csv'), 'utf8')).toContain('c@x.example');

  const other = await run('import', 'some.csv', '--charset', 'windows-1250', '--dry-run');
  expect(other.out).toContain('Letters were read as windows-1250: José, Núńez.');
  expect((await run('import', 'some.csv', '--charset', 'klingon')).code).toBe(2);
});

test('it ends with 1 when nothing came in, and the profile is as good as before', async () => {
  writeFileSync(join(base, 'none.csv'), 'First Name,Last Name,City\r\n"A,B,C\r\n');
  const ran = await run('import', 'none.csv');
  expect([ran.code, ran.err]).toEqual([1, '']);
  expect(ran.out).toContain('Line 2: A quotation mark is not closed.');
  expect((await run('check')).code).toBe(0);
  expect(await json('import', 'contacts.csv')).toMatchObject({ created: 2 });
});

test('files that cannot be read are refused in one line', async () => {
  writeFileSync(join(base, 'empty.csv'), '');
  writeFileSync(
    join(base, 'picture.csv'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]),
  );
  const oneLine = /^[^\n]+\n$/;
  for (const [file, why] of [
    ['empty.csv', oneLine],
    ['picture.csv', oneLine],
    ['missing.csv', /^There is no file .*missing\.csv\.\n$/],
    ['.', /^[^\n]* is a folder, not a file\.\n$/],
  ] as const) {
    const ran = await run('import', file, '--json');
    expect([file, ran.code, ran.out]).toEqual([file, 1, '']);
    expect(ran.err).toMatch(why);
  }
  const unwritable = await run('import', 'contacts.csv', '--rejected', 'no/such/rest.csv');
  expect([unwritable.code, (await run('list')).out]).toEqual([
    0,
    expect.stringContaining('Jane Roe'),
  ]);
  writeFileSync(join(base, 'a-file'), 'text');
  const odd = await rapport(['import', 'contacts.csv', '--profile', 'a-file'], { cwd: base });
  expect([odd.code, odd.out]).toEqual([1, '']);
  expect(odd.err).toMatch(/^.*a-file is a file, not a folder\.\n$/);
  const below = await rapport(['list', '--profile', 'a-file/inside'], { cwd: base });
  expect(below.err).toMatch(/ is a file, not a folder\.\n$/);
  expect(readFileSync(join(base, 'a-file'), 'utf8')).toBe('text');
});

test('a place that no file can be written to or read from is said in one line', async () => {
  writeFileSync(join(base, 'a-file'), 'text');
  await run('import', 'contacts.csv');
  for (const [args, why] of [
    [['export', '--out', 'no/such/x.csv'], /^There is no folder .*no.such\.\n$/],
    [['export', '--out', '.'], / is a folder, not a file\.\n$/],
    [['export', '--out', 'a-file/x.csv'], /a-file is a file, not a folder\.\n$/],
    [['backup', 'no/such/book'], /^There is no folder .*no.such\.\n$/],
    [['backup', '.'], / is a folder, not a file\.\n$/],
    [['restore', 'missing'], /^There is no file .*missing\.\n$/],
    [['restore', '.'], / is a folder, not a file\.\n$/],
    [['import', 'a-file/x.csv'], /^There is no file .*x\.csv\.\n$/],
  ] as const) {
    const ran = await run(...args);
    expect([args.join(' '), ran.code, ran.out]).toEqual([args.join(' '), 1, '']);
    expect(ran.err).toMatch(why);
  }
  expect((await run('--help')).out).toMatch(/CSV, vCard or LDIF/);
  expect((await run('check')).code).toBe(0);
});

test('companies that are not in a file for another program are said', async () => {
  await run('import', 'contacts.csv');
  const ran = await run('export', '--as', 'hubspot', '--out', 'h.csv');
  expect(ran.out).toMatch(/^Exported 2 people to .*h\.csv\.\n$/);
  expect(ran.err).toBe('1 company is not in this file, which holds people only.\n');
  expect((await run('export', '--out', 'own.csv')).out).toMatch(
    /^Exported 2 people and 1 company to /,
  );
  expect((await run('import', 'h.csv')).out).toMatch(
    /^Created 0, updated 0, skipped 2, rejected 0\.$/m,
  );
});
