// Backups and books put aside, when what protects the book has changed: plain ones are
// encrypted in their place, and all carry the key as it is wrapped now.

import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { DataKey } from '../../keys/data-key.ts';
import type { KeyFile } from '../../keys/key-file.ts';
import { fitsIntoMemory } from '../recovery/encrypt.ts';
import { lookThrough } from '../recovery/file-check.ts';
import { readBookBytes } from '../recovery/header.ts';
import { appendKeys, takeKeys } from './carried-keys.ts';
import { companions, moveIntoPlace, syncFile } from './files.ts';

type Keys = { key: DataKey; wrapped: KeyFile };

/** Throws the disk's errors. One that is cut off meanwhile is still opened by the profile's key. */
export async function rewrapBooks(folders: readonly string[], wrapped: KeyFile): Promise<void> {
  for (const path of booksIn(folders)) {
    const carried = takeKeys(path);
    if (carried === undefined) continue;
    appendKeys(path, carried.id === wrapped.id ? wrapped : carried);
    await syncFile(path);
  }
}

/** One that does not pass the check is left as it is. Throws the disk's errors. */
export async function encryptOldBooks(folders: readonly string[], keys: Keys): Promise<void> {
  for (const path of booksIn(folders).filter(isPlain).filter(fitsIntoMemory))
    await encryptOne(path, keys);
}

const booksIn = (folders: readonly string[]): string[] =>
  folders
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.sqlite'));

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
