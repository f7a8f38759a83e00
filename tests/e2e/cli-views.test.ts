// Saved views at the command line: whatever is saved by name can be listed and exported.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile, rapport } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';

let base = '';
let profile = '';

const person = (id: string, given: string, tag: string) =>
  recordOf({ id, kind: 'person', fields: { given }, sets: { tags: [{ value: tag }] } });
const view = (id: string, fields: object) =>
  recordOf({ id, kind: 'view', fields: fields as { [field: string]: string } });
const vips = { field: 'tag', op: 'hasAnyOf', arg: ['vip'] };

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  profile = join(base, 'profile');
  await fillProfile(profile, [
    person('ann', 'Ann', 'vip'),
    person('bob', 'Bob', 'press'),
    person('cid', 'Cid', 'vip'),
    recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Acme' } }),
    view('v1', {
      name: 'Best Customers',
      of: 'people',
      conditions: vips,
      sorts: [{ field: 'name', order: 'desc' }],
    }),
    view('v2', { name: 'All groups', of: 'groups' }),
    view('v3', { name: 'From tomorrow', of: 'planets', conditions: { since: 'ever' } }),
  ]);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const run = (...args: string[]) => rapport([...args, '--profile', profile], { cwd: base });
const idsOf = async (...args: string[]): Promise<string[]> => {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 0 });
  return (JSON.parse(ran.out) as { id: string }[]).map(({ id }) => id);
};

test('a saved view is listed by its name, in its order and of its own kind', async () => {
  expect(await idsOf('list', '--view', 'best customers')).toEqual(['cid', 'ann']);
  expect(await idsOf('list', '--where', 'Best Customers')).toEqual(['cid', 'ann']);
  expect(await idsOf('list', '--view', 'All groups')).toEqual(['acme']);
  expect(await run('list', '--view', 'Best Customers')).toMatchObject({
    out: 'cid\tperson\tCid\nann\tperson\tAnn\n',
    err: 'People: Tag is vip, by Name (last first)\n',
  });
});

test('a saved view is exported by its name', async () => {
  const ran = await run('export', '--as', 'google', '--view', 'Best Customers');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Ann');
  expect(ran.out).not.toContain('Bob');
  expect(await run('export', '--view', 'All groups')).toMatchObject({ code: 1 });
});

test('what is no view, or not one that is understood, is said in one line', async () => {
  expect(await run('list', '--view', 'Nobody’s')).toMatchObject({
    code: 1,
    err: 'There is no saved view of that name.\n',
  });
  expect(await run('list', '--view', 'From tomorrow')).toMatchObject({
    code: 1,
    err: 'The view could not be understood: see of.\n',
  });
  expect(await run('list', '--view', 'A', '--where', 'B')).toMatchObject({ code: 2 });
});
