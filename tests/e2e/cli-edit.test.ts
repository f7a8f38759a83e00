// Editing everybody in a view from the command line.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile, rapport } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';

let base = '';
let profile = '';
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  profile = join(base, 'profile');
  const person = (id: string, given: string, tag: string) =>
    recordOf({ id, kind: 'person', fields: { given }, sets: { tags: [{ value: tag }] } });
  await fillProfile(profile, [person('ann', 'Ann', 'vip'), person('bob', 'Bob', 'press')]);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const run = (...args: string[]) => rapport([...args, '--profile', profile], { cwd: base });
const vips = '{"field":"tag","op":"hasAnyOf","arg":["vip"]}';

test('a field of everybody in a view is set, after a look that changes nothing', async () => {
  const edit = ['edit', '--where', vips, '--set', 'birthday=12 April 1985'];
  expect(await run(...edit, '--dry-run')).toMatchObject({
    code: 0,
    out: 'Would change 1 person; 0 are so already.\n',
  });
  expect(await run(...edit)).toMatchObject({ out: 'Changed 1 person; 0 were so already.\n' });
  expect((await run(...edit, '--json')).out).toBe('{"changes":0,"same":1,"left":0,"refused":[]}\n');
  const born = '{"field":"birthday","op":"on","arg":"1985-04-12"}';
  expect(await run('list', '--where', born)).toMatchObject({ out: 'ann\tperson\tAnn\n' });
});

test('whom and what must be said, and a value has to fit', async () => {
  expect(await run('edit', '--set', 'tag=x')).toMatchObject({ code: 2 });
  expect(await run('edit', '--where', vips)).toMatchObject({ code: 2 });
  expect(await run('edit', '--where', vips, '--set', 'birthday=soon')).toMatchObject({
    code: 1,
    err: 'birthday is no field of people, or cannot be "soon".\n',
  });
});
