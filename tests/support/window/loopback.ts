// Starts the built browser shell as a process of its own on a fresh profile.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { passOverFirstRun } from '../host/begun.ts';
import { hostFlags } from '../../../build/host-flags.mjs';

/** As `npm start` gives them to Node. */
export const programArgs = [
  ...hostFlags,
  join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'loopback.js'),
];

export type Shell = {
  child: ChildProcess;
  profileDir: string;
  /** As printed: `http://127.0.0.1:PORT/#token=TOKEN`. */
  address: string;
  origin: string;
  token: string;
  output(): string;
  /** Resolves with the exit code, or the signal's name. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
};

/** A folder that is not there yet, in one of its own. */
export const newProfile = (): string => join(mkdtempSync(join(tmpdir(), 'rapport-shell-')), 'book');

export const removeProfile = (profileDir: string): void =>
  rmSync(dirname(profileDir), { recursive: true, force: true });

/**
 * Rejects where the shell ends before it is ready. `program`: another than the built shell.
 * `isNew`: with the questions of the first start.
 */
export async function startShell(
  profileDir: string = newProfile(),
  args: readonly string[] = [],
  program?: string,
  isNew = false,
): Promise<Shell> {
  if (!isNew) passOverFirstRun(profileDir);
  const run = program === undefined ? programArgs : [...hostFlags, program];
  const child = spawn(process.execPath, [...run, `--profile=${profileDir}`, '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (text) => (output += text));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output += text;
      const found = /^Rapport ready: (\S+)\n/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  const { origin, hash } = new URL(address);
  return {
    child,
    profileDir,
    address,
    origin,
    token: hash.replace('#token=', ''),
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null)
        return child.exitCode ?? child.signalCode ?? '';
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by;
    },
  };
}
