// The command line exports what is only on this laptop where that is asked for, and says so.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { exportPeople } from '../../../src-main/cli/commands/export.ts';
import { parseCommandLine } from '../../../src-main/cli/command-line.ts';
import { usageWords } from '../../../src-main/cli/words.ts';
import { fillProfile } from '../../support/host/command-line.ts';
import { recordOf } from '../../support/store/sample-records.ts';

let base = '';
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'rapport-private-'));
  const secret = { label: 'Secret', for: 'person', type: 'text' };
  await fillProfile(join(base, 'profile'), [
    recordOf({ id: 'secret', kind: 'field', scope: 'private', fields: secret }),
    recordOf({ id: 'ann', kind: 'person', fields: { given: 'Ann', 'p:secret': 'whispered' } }),
  ]);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function run(...args: string[]): Promise<string[]> {
  const parsed = parseCommandLine(['export', ...args]);
  if (!parsed.ok || parsed.value.command !== 'export') throw new Error(JSON.stringify(parsed));
  const { as, where, to } = parsed.value;
  const done = await exportPeople(join(base, 'profile'), as, where, to);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.lines;
}

it('exports private fields with --with-private-fields only', async () => {
  const out = join(base, 'people.csv');
  await run('--out', out);
  expect(readFileSync(out, 'utf8')).not.toContain('whispered');
  await run('--out', out, '--with-private-fields');
  expect(readFileSync(out, 'utf8')).toContain('whispered');
});

it('says in a dry run that they stay', async () => {
  const words = 'Private fields stay on this laptop: 1 record has something in them.';
  expect((await run('--dry-run')).join('\n')).toContain(words);
  expect((await run('--dry-run', '--with-private-fields')).join('\n')).not.toContain(words);
});

it('is in the help, and no option of another command', () => {
  expect(usageWords()).toContain('--with-private-fields');
  expect(parseCommandLine(['list', '--with-private-fields'])).toMatchObject({ ok: false });
});
