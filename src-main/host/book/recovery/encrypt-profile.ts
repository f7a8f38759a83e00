// What an earlier version left for everybody to read: the book, and the files beside it.

import { fail, type Result } from '../../../../src-shared/domain/result.ts';
import type { Keyring } from '../../keys/keyring.ts';
import { openVault } from '../../keys/vault.ts';
import { plainFilesIn, sealPlainFiles } from '../../profile/seal-plain.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { encryptBook, fitsIntoMemory } from './encrypt.ts';

export async function encryptPlain(
  database: string,
  keys: Keyring,
  onProgress: (part: number) => void,
): Promise<Result<null>> {
  onProgress(0);
  try {
    const { key, commit } = keys.forNewBook();
    // Before anything is encrypted with it.
    commit();
    if (!fitsIntoMemory(database)) return fail('store-closed');
    return await encryptBook(database, key, onProgress);
  } catch (error) {
    // Whatever it was, the plain book is there and can be worked with.
    return { ok: false, error: failureOfDisk(error) ?? { code: 'internal' } };
  }
}

/** Whether all files beside the book are sealed now. */
export async function sealPlain(
  profileDir: string,
  keys: Keyring,
  onProgress: (part: number) => void,
): Promise<boolean> {
  const key = keys.key();
  if (key === undefined) return !hasPlain(profileDir);
  return (await sealPlainFiles(profileDir, openVault(key), onProgress)).ok;
}
export const hasPlain = (profileDir: string): boolean => plainFilesIn(profileDir).length > 0;
