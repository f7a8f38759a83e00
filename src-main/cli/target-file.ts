// Where a file is to be written or read, looked at before the work begins, so that what is
// amiss with the place is said of that place.

import { accessSync, constants, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

import { fail, ok, type Result } from '../../src-shared/domain/result.ts';

/** `folder-missing`, `not-a-folder`, `file-is-folder` or `file-unwritable`, with the path. */
export function writableAt(path: string): Result<null> {
  const folder = dirname(path);
  const there = statsOf(folder);
  if (there === undefined) return fail('folder-missing', { path: folder });
  if (!there.isDirectory()) return fail('not-a-folder', { path: folder });
  const known = statsOf(path);
  if (known?.isDirectory() === true) return fail('file-is-folder', { path });
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return fail('file-unwritable', { path });
  }
  return ok(null);
}

/** `file-missing` or `file-is-folder`, with the path. */
export function readableAt(path: string): Result<Stats> {
  const there = statsOf(path);
  if (there === undefined) return fail('file-missing', { path });
  return there.isDirectory() ? fail('file-is-folder', { path }) : ok(there);
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A file where a folder should be, or a folder nobody may look into.
    return undefined;
  }
}
