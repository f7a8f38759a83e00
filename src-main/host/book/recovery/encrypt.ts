// Makes a plain book an encrypted one: a copy is encrypted and compared row by row, then
// takes its place. A crash at any point leaves the plain book or the whole encrypted one.
//
//   rapport.sqlite.encrypting   the copy, worth nothing before it is in place
//   rapport.sqlite.plain        the plain book, until the encrypted one has been opened
//   rapport.sqlite.plain.wiping the plain book, while it is overwritten

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { DataKey } from '../../keys/data-key.ts';
import { companions, moveIntoPlace, syncFile, syncFolder, wipeFile } from '../backup/files.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { lookThrough } from './file-check.ts';

const draftOf = (database: string) => `${database}.encrypting`;
const plainOf = (database: string) => `${database}.plain`;
/** Earlier versions gave it a name of its own. */
const wipingOf = (database: string) => [`${database}.wiping`, `${plainOf(database)}.wiping`];

/** SQLite holds the file in memory while it is encrypted for the first time. */
export const fitsIntoMemory = (path: string): boolean => statSync(path).size < totalmem() / 4;

/** Nobody has the book open. The plain book stands whenever this fails. */
export async function encryptBook(
  database: string,
  key: DataKey,
  onProgress: (part: number) => void,
): Promise<Result<null>> {
  const draft = draftOf(database);
  discardDraft(database);
  try {
    const task = { task: 'convert', path: database, to: draft, with: key } as const;
    const { problems } = await lookThrough(task, onProgress);
    if (problems.length > 0) return fail('store-damaged', { reason: problems[0] ?? '' });
    await syncFile(draft);
    renameSync(database, plainOf(database));
    moveIntoPlace(draft, database);
    return ok(null);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  } finally {
    restorePlain(database);
    discardDraft(database);
  }
}

/** At start, before the book is looked at: goes back where the last start was cut off. */
export function finishEncrypting(database: string): void {
  restorePlain(database);
  discardDraft(database);
  for (const path of wipingOf(database)) rmSync(path, { force: true });
}

/** Call once the encrypted book has been opened: the plain one is overwritten and removed. */
export function wipePlain(database: string): void {
  if (existsSync(plainOf(database))) wipeFile(plainOf(database));
}

function restorePlain(database: string): void {
  if (existsSync(database) || !existsSync(plainOf(database))) return;
  renameSync(plainOf(database), database);
  syncFolder(dirname(database));
}

function discardDraft(database: string): void {
  for (const ending of ['', ...companions]) rmSync(draftOf(database) + ending, { force: true });
}
