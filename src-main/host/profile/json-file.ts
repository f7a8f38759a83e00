// A small JSON file that is replaced whole (temp file, fsync, rename), so that a
// crash leaves the old or the new one, never half of either.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

import { basename, join } from 'node:path';

import type { z } from 'zod';

import { parseJson } from '../../../src-shared/values/parse-json.ts';
import { failureOfDisk } from '../book/condition/errors.ts';

/** Missing or unreadable gives what the parser makes of an empty object. */
export function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.output<Schema> {
  const parsed = existsSync(path)
    ? schema.safeParse(parseJson(readFileSync(path, 'utf8')))
    : undefined;
  return parsed?.success === true ? parsed.data : schema.parse({});
}

/**
 * For what cannot be made again: a file that is there and cannot be read is kept in `aside/`
 * of the profile under a name that says when. Answers with where it is now.
 */
export function putAside(profileDir: string, path: string): string {
  const folder = join(profileDir, 'aside');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = join(folder, `${time}-${basename(path)}`);
  renameSync(path, aside);
  return aside;
}

/** For what the next start can work out again: a disk that refuses does not stop this one. */
export function writeIfPossible(path: string, value: unknown): void {
  try {
    writeJsonFile(path, value);
  } catch (error) {
    if (failureOfDisk(error) === undefined) throw error;
  }
}

/** Throws the file system's error (ENOSPC, EROFS) when the disk refuses. */
export function writeJsonFile(path: string, value: unknown): void {
  const draft = `${path}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, path);
}
