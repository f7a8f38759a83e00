// A small JSON file that is replaced whole (temp file, fsync, rename), so that a
// crash leaves the old or the new one, never half of either.

import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

import type { z } from 'zod';

import { parseJson } from '../../../src-shared/values/parse-json.ts';

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
