// The command line: the same core without a window. Exit code 0 when it was done, 2
// when the command line was not understood, 1 when it could not be done, with one line
// on standard error that says why.

import { resolve } from 'node:path';

import type { Result } from '../../src-shared/domain/result.ts';
import { profileDirOf } from '../profile-dir.ts';
import { readLook } from '../host/profile/look.ts';
import { type Invocation, parseCommandLine, profileIn } from './command-line.ts';
import type { Answer } from './profile.ts';
import { say, speak } from '../say.ts';
import { reasonWords, usageWords } from './words.ts';

// Whoever reads our output may stop reading (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
);
process.exitCode = await main(process.argv.slice(2)).catch(sayBug);

async function main(argv: readonly string[]): Promise<number> {
  speak(readLook(profileDirOf(profileIn(argv))).language);
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) {
    process.stderr.write(`${say('cli.seeHelp', { why: parsed.why })}\n`);
    return 2;
  }
  const invocation = parsed.value;
  if (invocation.command === 'help') {
    process.stdout.write(`${usageWords()}\n`);
    return 0;
  }
  const dir = profileDirOf(invocation.profile);
  const done = await run(invocation, dir);
  if (!done.ok) {
    process.stderr.write(`${reasonWords(done.error, dir)}\n`);
    return 1;
  }
  const { json, lines, remark } = done.value;
  if (!invocation.json && remark !== undefined) process.stderr.write(`${remark}\n`);
  if (invocation.json) process.stdout.write(`${JSON.stringify(json)}\n`);
  else for (const line of lines) process.stdout.write(`${line}\n`);
  return done.value.isDone === false ? 1 : 0;
}

/** A bug of ours: said in one line, like every other failure. */
function sayBug(error: unknown): number {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reasonWords({ code: 'internal' }, '')} ${reason.split('\n')[0]}\n`);
  return 1;
}

/** Each command brings only what it needs, so that a search starts quickly. */
async function run(invocation: Invocation, dir: string): Promise<Result<Answer>> {
  switch (invocation.command) {
    case 'find':
      return (await import('./commands/look.ts')).find(dir, invocation.text);
    case 'list':
      return (await import('./commands/look.ts')).list(dir, invocation.kind, invocation.where);
    case 'check':
      return (await import('./commands/look.ts')).check(dir, invocation.rebuild);
    case 'edit':
      return (await import('./commands/edit.ts')).editPeople(
        dir,
        invocation.where,
        invocation.edit,
      );
    case 'backup':
      return (await import('./commands/safekeep.ts')).backup(dir, invocation.file);
    case 'restore':
      return (await import('./commands/safekeep.ts')).restore(dir, invocation.file);
    case 'export-promises':
      return (await import('./commands/export-promises.ts')).exportPromises(dir, invocation.out);
    case 'export':
      return (await import('./commands/export.ts')).exportPeople(
        dir,
        invocation.as,
        invocation.where,
        invocation.to,
      );
    case 'import':
      return (await import('./commands/import.ts')).importFile(
        dir,
        resolve(invocation.file),
        invocation,
      );
    case 'help':
      return { ok: true, value: { json: usageWords(), lines: [usageWords()] } };
  }
}
