// Backups and books put aside from before the book was encrypted: each is encrypted in its
// place, so that nothing plain stays in the profile.

import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { DataKey } from '../../keys/data-key.ts';
import type { KeyFile } from '../../keys/key-file.ts';
import { lookThrough } from '../recovery/file-check.ts';
import { readBookBytes } from '../recovery/header.ts';
import { appendKeys } from './carried-keys.ts';
import { companions, moveIntoPlace, syncFile } from './files.ts';

type Keys = { key: DataKey; wrapped: KeyFile };

/** One that does not pass the check is left as it is. Throws the disk's errors. */
export async function encryptOldBooks(folders: readonly string[], keys: Keys): Promise<void> {
  const plain = folders
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.sqlite') && isPlain(path));
  for (const path of plain) await encryptOne(path, keys);
}

/** With a log beside it, it was put aside because it could not be opened. */
const isPlain = (path: string): boolean =>
  !companions.some((ending) => existsSync(path + ending)) && readBookBytes(path).state === 'whole';

async function encryptOne(path: string, { key, wrapped }: Keys): Promise<void> {
  const part = `${path}.part`;
  const discard = () =>
    ['', ...companions].forEach((ending) => rmSync(part + ending, { force: true }));
  discard();
  try {
    copyFileSync(path, part);
    const { problems } = await lookThrough({ task: 'encrypt', path: part, with: key });
    if (problems.length > 0) return;
    appendKeys(part, wrapped);
    await syncFile(part);
    moveIntoPlace(part, path);
  } finally {
    discard();
  }
}
