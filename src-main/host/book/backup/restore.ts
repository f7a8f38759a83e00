// Puts a backup in the book's place. The new file is made whole and checked beside
// the old one first; then the old one is moved aside (never deleted) and the new one
// renamed. A crash at any point leaves the old book, or a whole new one that
// `finishRestore` puts in place at the next start.

import {
  constants,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { DataKey } from '../../keys/data-key.ts';
import type { KeyFile } from '../../keys/key-file.ts';
import type { Keyring, NewBookKey } from '../../keys/keyring.ts';
import { openSealed, openUnwrapped } from '../../keys/wrappers.ts';
import { bringFiles } from '../../attachments/bring.ts';
import { takeFiles } from './carried-files.ts';
import { takeKeys } from './carried-keys.ts';
import { companions, moveIntoPlace, syncFile, syncFolder } from './files.ts';
import { heldBy } from './held-files.ts';
import { isSealed, unsealFile } from './seal.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { lookThrough } from '../recovery/file-check.ts';
import { readBookBytes } from '../recovery/header.ts';
import { removeMarker } from '../recovery/marker.ts';

export type RestorePlan = {
  /** The backup's path. */
  from: string;
  /** The book's path. */
  database: string;
  passphrase?: string | undefined;
  /** Of the profile; undefined: the book stays plain. */
  keys?: Keyring | undefined;
  profileDir: string;
  /** user_version of the newest book this program understands, and its application_id. */
  newestVersion: number;
  application: number;
};

const incomingOf = (database: string) => `${database}.restoring`;

/** `commitKey`: call before the new file is put in place. */
type Staged = { commitKey: () => void };

/** Makes and checks the new file; nothing of the present book is touched yet. */
export async function stageRestore(plan: RestorePlan): Promise<Result<Staged>> {
  const part = `${incomingOf(plan.database)}.part`;
  const discard = () => {
    for (const end of ['', ...companions]) rmSync(part + end, { force: true });
    rmSync(filesOf(part), { recursive: true, force: true });
  };
  discard();
  try {
    const unpacked = await unpack(plan, part);
    if (!unpacked.ok) return unpacked;
    const checked = await makeOurs(part, plan);
    if (!checked.ok) return checked;
    await syncFile(part);
    moveIntoPlace(part, incomingOf(plan.database));
    return checked;
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return {
      ok: false,
      error: failure.code === 'store-damaged' ? { ...failure, code: 'not-a-backup' } : failure,
    };
  } finally {
    discard();
  }
}

/** Call with the book closed. The old files are kept in `aside/`. */
export function swapIn(database: string, now: number): void {
  moveAside(database, now);
  moveIntoPlace(incomingOf(database), database);
  // It described the old book; the new one may be empty.
  removeMarker(database);
}

/** At start: completes a swap that was interrupted, or forgets one that had not begun. */
export function finishRestore(database: string, now: number): void {
  if (!existsSync(incomingOf(database))) return;
  if (existsSync(database)) rmSync(incomingOf(database));
  else swapIn(database, now);
}

/** Moves the book and its companions out of the way, under a name that says when; answers with the folder they are in now. */
export function moveAside(database: string, now: number): string {
  const aside = join(dirname(database), 'aside');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const time = new Date(now).toISOString().replace(/[:.]/g, '-');
  for (const ending of ['', ...companions]) {
    if (!existsSync(database + ending)) continue;
    renameSync(database + ending, join(aside, `${time}-${basename(database)}${ending}`));
  }
  syncFolder(aside);
  syncFolder(dirname(database));
  return aside;
}

async function unpack({ from, passphrase }: RestorePlan, to: string): Promise<Result<null>> {
  if (!existsSync(from)) return fail('not-found');
  if (!isSealed(readStart(from))) {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    return ok(null);
  }
  return passphrase === undefined ? fail('wrong-passphrase') : unsealFile(from, to, passphrase);
}

/** Brings it under this profile's key, whatever it is encrypted with, and looks through it. */
async function makeOurs(path: string, plan: RestorePlan): Promise<Result<Staged>> {
  const { keys, newestVersion, application } = plan;
  const carried = takeKeys(path);
  const files = [
    ...(await takeFiles(path, filesOf(path))),
    ...heldBy(dirname(plan.from), basename(plan.from)),
  ];
  const { key, commit: commitKey = () => undefined }: Partial<NewBookKey> =
    keys?.forNewBook(carried) ?? {};
  const isPlain = readBookBytes(path).state === 'whole';
  const before = isPlain ? undefined : await keyOf(carried, key, plan.passphrase);
  if (!isPlain && before === undefined)
    return fail(carried === undefined ? 'not-a-backup' : 'wrong-passphrase');
  const found =
    key === undefined || before?.id === key.id
      ? await lookThrough({ task: 'settle', path, key: before })
      : await lookThrough({ task: 'encrypt', path, key: before, with: key });
  if (found.application !== application) return fail('not-a-backup');
  if (found.version > newestVersion) return fail('store-newer', { version: found.version });
  const [problem] = found.problems;
  if (problem !== undefined) return fail('not-a-backup', { reason: problem });
  const { profileDir } = plan;
  const filesKey = before ?? key;
  if (key !== undefined && filesKey !== undefined)
    await bringFiles(files, filesKey, { profileDir, key });
  return ok({ commitKey });
}

/** Where attached files lie that the backup carried within. */
const filesOf = (part: string): string => `${part}.files`;

/** The profile's own, where it was made here. */
async function keyOf(
  carried: KeyFile | undefined,
  own: DataKey | undefined,
  secret: string | undefined,
): Promise<DataKey | undefined> {
  if (carried === undefined || carried.id === own?.id) return own;
  return openUnwrapped(carried) ?? (secret === undefined ? undefined : openSealed(carried, secret));
}

function readStart(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const start = Buffer.alloc(16);
    return start.subarray(0, readSync(handle, start, 0, start.length, 0));
  } finally {
    closeSync(handle);
  }
}
