// Copies the open book into one self-contained file: read on a connection of its own
// in one snapshot (writers go on), checked, synced, then renamed into place.

import { chmodSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import { companions, moveIntoPlace, syncFile } from './files.ts';
import { sealFile } from './seal.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { settleCopy } from '../recovery/file-check.ts';

/** All pages in one step: a snapshot that no writer makes SQLite begin again. */
const everyPage = 0x7fff_ffff;

/** `store-damaged` when the copy does not pass SQLite's quick check: such a copy is not kept. */
export async function copyBook(
  database: string,
  to: string,
  passphrase?: string,
): Promise<Result<null>> {
  const part = `${to}.part`;
  const sealedPart = `${to}.part.sealed`;
  const drafts = [part, sealedPart, ...companions.map((ending) => part + ending)];
  const discard = () => drafts.forEach((draft) => rmSync(draft, { force: true }));
  discard();
  try {
    await snapshot(database, part);
    // Wherever it goes, it is for its owner's eyes.
    chmodSync(part, 0o600);
    const problems = await settleCopy(part);
    if (problems.length > 0) return fail('store-damaged', { reason: problems[0] ?? '' });
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

async function snapshot(database: string, to: string): Promise<void> {
  const source = new DatabaseSync(database, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to, { rate: everyPage });
  } finally {
    source.close();
  }
}
