// Runs the command line in a process of its own, words and exit code taken back. What `npm run
// rapport` puts around it costs a third of a start, and is gone through by one test.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import { lockProfile } from '../../../src-main/host/profile/lock.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { putAll } from '../store/sample-records.ts';

const root = join(import.meta.dirname, '../../..');
const script = join(root, 'src-main/cli/index.ts');
/** As the script keeps it. */
const compiled = join(root, 'node_modules', '.cache', 'compiled');

export type Ran = { code: number | null; out: string; err: string };

export function rapport(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const cache = process.env['NODE_COMPILE_CACHE'] ?? compiled;
  const env = { NODE_COMPILE_CACHE: cache, ...options.env };
  const asNpm = ['--disable-warning=ExperimentalWarning', script, ...args];
  return runProcess(process.execPath, asNpm, { ...options, env });
}

export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const { INIT_CWD: _, ...inherited } = process.env;
  const child = spawn(command, args, {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Writes records into a profile nobody has open. */
export async function fillProfile(profileDir: string, docs: readonly RecordDoc[]): Promise<void> {
  const lock = lockProfile(profileDir);
  if (!lock.ok) throw new Error(lock.error.code);
  const keeper = await openKeeper(profileDir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  await putAll(book.value.store, docs);
  await keeper.value.close();
  lock.value.release();
}
