// Copies the open book into one self-contained file: read on a connection of its own
// in one snapshot (writers go on), checked, synced, then renamed into place. Of an encrypted
// book it is encrypted with the same key, and carries that key as it is wrapped; within a
// seal the key lies open, so that the passphrase of the seal is all it takes.

import { chmodSync, rmSync } from 'node:fs';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { DataKey } from '../../keys/data-key.ts';
import type { KeyFile } from '../../keys/key-file.ts';
import { openKeyFile } from '../../keys/wrappers.ts';
import { appendFiles } from './carried-files.ts';
import { appendKeys } from './carried-keys.ts';
import { companions, moveIntoPlace, syncFile } from './files.ts';
import { sealFile } from './seal.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { lookThrough } from '../recovery/file-check.ts';

export type CopySource = {
  database: string;
  /** Undefined where the book is plain. */
  keys?: { key: DataKey; wrapped: KeyFile } | undefined;
  /** Attached files that it carries within, encrypted with the same key. */
  files?: readonly string[];
};

/** `store-damaged` when the copy does not pass SQLite's quick check: such a copy is not kept. */
export async function copyBook(
  { database, keys, files = [] }: CopySource,
  to: string,
  passphrase?: string,
): Promise<Result<null>> {
  const part = `${to}.part`;
  const sealedPart = `${to}.part.sealed`;
  const drafts = [part, sealedPart, ...companions.map((ending) => part + ending)];
  const discard = () => drafts.forEach((draft) => rmSync(draft, { force: true }));
  discard();
  try {
    const task = { task: 'copy', path: database, key: keys?.key, to: part } as const;
    const { problems } = await lookThrough(task);
    // Wherever it goes, it is for its owner's eyes.
    chmodSync(part, 0o600);
    if (problems.length > 0) return fail('store-damaged', { reason: problems[0] ?? '' });
    if (keys !== undefined && files.length > 0) await appendFiles(part, files);
    if (keys !== undefined)
      appendKeys(part, passphrase === undefined ? keys.wrapped : openKeyFile(keys.key));
    if (passphrase === undefined) {
      await syncFile(part);
      moveIntoPlace(part, to);
    } else {
      await sealFile(part, sealedPart, passphrase);
      moveIntoPlace(sealedPart, to);
    }
    return ok(null);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  } finally {
    discard();
  }
}
