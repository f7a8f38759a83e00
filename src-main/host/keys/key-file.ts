// `keys.json` beside the book: its data key, wrapped in each of the ways in which it can be
// had again. A copy of it is kept, since without it the book is lost.

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { parseJson } from '../../../src-shared/values/parse-json.ts';
import { moveIntoPlace, writeSynced } from '../book/backup/files.ts';

const keyFileSchema = z.object({
  format: z.literal(1),
  /** Of the data key. */
  id: z.string(),
  /** Those of a later version are kept as they are. */
  wrappers: z.array(z.looseObject({ kind: z.string() })),
});
export type KeyFile = z.infer<typeof keyFileSchema>;
export type Wrapper = KeyFile['wrappers'][number];

const mainName = 'keys.json';
const copyName = 'keys.copy.json';
export const keyFileNames: readonly string[] = [mainName, copyName];

export const parseKeyFile = (text: string): KeyFile | undefined =>
  keyFileSchema.safeParse(parseJson(text)).data;

/** What cannot be read in one file is taken from the other. */
export function readKeyFile(dir: string): KeyFile | 'absent' | 'unreadable' {
  const paths = keyFileNames.map((name) => join(dir, name)).filter(existsSync);
  if (paths.length === 0) return 'absent';
  const whole = paths.map(readOne).find((file) => file !== undefined);
  return whole ?? 'unreadable';
}

/** Whether one of the two has to be made again from the other. */
export const isKeyFileKeptTwice = (dir: string): boolean => {
  const [main, copy] = keyFileNames.map((name) => readOne(join(dir, name)));
  return main !== undefined && JSON.stringify(main) === JSON.stringify(copy);
};

function readOne(path: string): KeyFile | undefined {
  try {
    return parseKeyFile(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Durable when this returns. Throws the file system's error; the old files stand then. */
export function writeKeyFile(dir: string, file: KeyFile): void {
  for (const name of keyFileNames) {
    const path = join(dir, name);
    keepUnreadable(path);
    writeSynced(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`);
    moveIntoPlace(`${path}.new`, path);
  }
}

/** A file that cannot be read may yet be mended by somebody. */
function keepUnreadable(path: string): void {
  if (existsSync(path) && readOne(path) === undefined) renameSync(path, `${path}.unreadable`);
}
