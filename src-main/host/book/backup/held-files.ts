// The attached files of backups. They lie in `backups/files/`, encrypted as they are in the
// profile, each once however many backups hold it: a hard link where the disk has such, else a
// copy. Beside a backup, `NAME.files` names those it holds.

import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';

import { moveIntoPlace, writeSynced } from './files.ts';

const poolOf = (folder: string): string => join(folder, 'files');
const ending = '.files';
const isAttached = (name: string): boolean => name.endsWith('.sealed');

/** Paths of the attached files that are whole in the profile. */
export function attachedIn(profileDir: string): string[] {
  const folder = join(profileDir, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isAttached)
    .map((name) => join(folder, name));
}

/** Lets the backup hold what is attached in the profile now, beside what it holds already. */
export function holdAttached(profileDir: string, folder: string, backup: string): void {
  const names = attachedIn(profileDir).map((path) => basename(path));
  if (names.length === 0) return;
  const pool = poolOf(folder);
  mkdirSync(pool, { recursive: true, mode: 0o700 });
  for (const name of names) linkOrCopy(join(profileDir, 'files', name), join(pool, name));
  const held = new Set([...namesHeld(folder, backup), ...names]);
  const list = join(folder, backup + ending);
  writeSynced(`${list}.part`, [...held].join('\n'));
  moveIntoPlace(`${list}.part`, list);
}

/** Paths of the attached files that a backup holds, as far as they are there. */
export const heldBy = (folder: string, backup: string): string[] =>
  namesHeld(folder, backup)
    .map((name) => join(poolOf(folder), name))
    .filter((path) => existsSync(path));

/** How many attached files a backup was made with. */
export const countHeld = (folder: string, backup: string): number =>
  namesHeld(folder, backup).length;

/** Forgets what no backup holds any more. */
export function dropUnheld(folder: string): void {
  const lists = readdirSync(folder).filter((name) => name.endsWith(ending));
  const held = new Set<string>();
  for (const list of lists) {
    const backup = list.slice(0, -ending.length);
    if (!existsSync(join(folder, backup))) rmSync(join(folder, list), { force: true });
    else for (const name of namesHeld(folder, backup)) held.add(name);
  }
  const pool = poolOf(folder);
  if (!existsSync(pool)) return;
  for (const name of readdirSync(pool))
    if (!held.has(name)) rmSync(join(pool, name), { force: true });
}

export function linkOrCopy(from: string, to: string): void {
  if (existsSync(to)) return;
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, `${to}.part`, constants.COPYFILE_FICLONE);
    moveIntoPlace(`${to}.part`, to);
  }
}

function namesHeld(folder: string, backup: string): string[] {
  const list = join(folder, backup + ending);
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8').split('\n').filter(isAttached);
}
