// One process per profile. The lock is SQLite's exclusive lock on a small file: the
// operating system lets go of it when the process dies, however it dies, so there is
// no stale lock to guess about. Who holds it is written beside it, for words only.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { fail, type Failure, ok, type Result } from '../../../src-shared/domain/result.ts';
import { failureOfDisk, isBusy } from '../book/condition/errors.ts';
import { openFile, type SqlFile } from '../book/sqlite/driver.ts';

export type ProfileLock = {
  /** Tells others where this process can be reached (the loopback port). */
  announce: (port: number) => void;
  release: () => void;
};

const holderSchema = z.object({
  pid: z.number().int(),
  since: z.number(),
  port: z.number().int().optional(),
});
type Holder = z.infer<typeof holderSchema>;

/**
 * Makes the folder when it is missing. `store-locked` names the holder where it is
 * known: pid, since (ms since 1970), port.
 */
export function lockProfile(dir: string, now: () => number = Date.now): Result<ProfileLock> {
  try {
    if (!madeFolder(dir)) return fail('not-a-folder', { path: dir });
    const held = holdFile(join(dir, 'lock.sqlite'));
    return held === undefined
      ? fail('store-locked', readHolder(dir))
      : ok(lockOf(dir, held, now()));
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** Whether it is there now; not where a file stands in its place, or in that of a folder above it. */
function madeFolder(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** Undefined when another process (or another lock of this one) has it. */
function holdFile(path: string): SqlFile | undefined {
  const file = openFile(path, { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
    return file;
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

function lockOf(dir: string, held: SqlFile, since: number): ProfileLock {
  const path = holderPath(dir);
  const holder: Holder = { pid: process.pid, since };
  writeHolder(path, holder);
  let isHeld = true;
  return {
    announce: (port) => writeHolder(path, { ...holder, port }),
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      rmSync(path, { force: true });
      held.close();
    },
  };
}

const holderPath = (dir: string) => join(dir, 'lock.json');

/** A full disk must not keep anyone from reading their book: the words are left out then. */
function writeHolder(path: string, holder: Holder): void {
  try {
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  } catch (error) {
    if (failureOfDisk(error) === undefined) throw error;
  }
}

function readHolder(dir: string): Failure['detail'] {
  try {
    const { pid, since, port } = holderSchema.parse(
      JSON.parse(readFileSync(holderPath(dir), 'utf8')),
    );
    return port === undefined ? { pid, since } : { pid, since, port };
  } catch {
    return {};
  }
}
