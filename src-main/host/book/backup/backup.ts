// Backups of one profile: one a day (14 kept), others by hand, sealed with a
// passphrase if wanted, and the way back. The book stays open and writable meanwhile,
// except for the moment in which a restored one takes its place.

import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { BackupInfo } from '../../../../src-shared/bridge/host-types.ts';
import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import { putPieces } from './files.ts';
import { createInTurn } from '../../../../src-shared/pacing/in-turn.ts';
import { copyBook, type CopySource } from './copy.ts';
import { attachedIn, dropUnheld, holdAttached } from './held-files.ts';
import { encryptOldBooks, rewrapBooks } from './encrypt-old.ts';
import { backupName, isDailyDue, listBackups, prepareBackupFolder, surplusDaily } from './names.ts';
import { finishRestore, stageRestore, swapIn } from './restore.ts';
import { failureOfDisk } from '../condition/errors.ts';
import { readBookBytes } from '../recovery/header.ts';
import type { Keyring } from '../../keys/keyring.ts';

export type BackupPlace = {
  /** The book's file; backups live in `backups/` of the same profile folder. */
  database: string;
  profileDir: string;
  /** user_version of the newest book this program understands, and its application_id. */
  newestVersion: number;
  application: number;
  /** ms since 1970. */
  now: () => number;
  /** Of a book that is to be encrypted. */
  keys?: Keyring | undefined;
};

/** The running book, as far as a restore must know it. */
export type Swappable = { close: () => void | Promise<void>; reopen: () => Promise<Result<null>> };

export type Backups = {
  /** Newest first. */
  list: () => BackupInfo[];
  /** Makes today's backup unless it is there (then null) and removes surplus ones. */
  makeDaily: () => Promise<Result<BackupInfo | null>>;
  make: (passphrase?: string) => Promise<Result<BackupInfo>>;
  /** Encrypts what is still plain in the profile beside the book. */
  encryptOld: () => Promise<Result<null>>;
  /** Lets the backups in the profile carry the key as it is wrapped now. */
  rewrap: () => Promise<Result<null>>;
  /** Writes a backup to a path outside the profile; an existing file is replaced at the end. */
  makeFile(path: string, passphrase?: string): Promise<Result<{ size: number }>>;
  /** `from` is a name of the list. */
  restore: (from: string, book: Swappable, passphrase?: string) => Promise<Result<null>>;
  /** `path` is a backup file anywhere. */
  restoreFile: (path: string, book: Swappable, passphrase?: string) => Promise<Result<null>>;
  /** A backup file from elsewhere, by its bytes. */
  restoreBytes: (
    pieces: readonly Uint8Array[],
    book: Swappable,
    passphrase?: string,
  ) => Promise<Result<null>>;
};

export function createBackups(place: BackupPlace): Backups {
  const folder = join(place.profileDir, 'backups');
  const list = () => listBackups(folder);
  // One backup at a time: they tidy up after each other in one folder.
  const inTurn = createInTurn();
  const makeNamed = async (
    kind: BackupInfo['kind'],
    passphrase?: string,
  ): Promise<Result<BackupInfo>> => {
    const prepared = await onDisk(() => prepareBackupFolder(folder));
    if (!prepared.ok) return prepared;
    const name = backupName(kind, place.now(), passphrase !== undefined);
    // Before, so that a backup never stands without them; and what was attached meanwhile.
    const hold = () => onDisk(() => holdAttached(place.profileDir, folder, name));
    const held = await hold();
    if (!held.ok) return held;
    // With a passphrase it may leave the profile: nothing may be left behind.
    const source = passphrase === undefined ? sourceOf(place) : sourceWithFiles(place);
    const copied = await copyBook(source, join(folder, name), passphrase);
    if (!copied.ok) return copied;
    const heldToo = await hold();
    if (!heldToo.ok) return heldToo;
    const made = list().find((backup) => backup.name === name);
    return made === undefined ? fail('not-found') : ok(made);
  };
  const withOld = (work: typeof encryptOldBooks): Promise<Result<null>> =>
    inTurn(async () => {
      const { keys } = sourceOf(place);
      const folders = [folder, join(place.profileDir, 'aside')];
      return keys === undefined ? ok(null) : onDisk(() => work(folders, keys));
    });
  const restoreFile: Backups['restoreFile'] = async (path, book, passphrase) => {
    const staged = await stageRestore({ ...place, passphrase, from: path });
    return staged.ok ? exchange(place, book, staged.value.commitKey) : staged;
  };
  return {
    list,
    make: (passphrase) => inTurn(() => makeNamed('manual', passphrase)),
    makeDaily: () =>
      inTurn(async () => {
        if (!isDailyDue(list(), place.now())) return ok(null);
        const made = await makeNamed('daily');
        if (!made.ok) return made;
        const surplus = surplusDaily(list(), place.now()).filter(
          (name) => name !== made.value.name,
        );
        for (const name of surplus) rmSync(join(folder, name), { force: true });
        dropUnheld(folder);
        return made;
      }),
    encryptOld: () => withOld(encryptOldBooks),
    rewrap: () => withOld((folders, { wrapped }) => rewrapBooks(folders, wrapped)),
    makeFile: async (path, passphrase) => {
      const target = resolve(path);
      const copied = await copyBook(sourceWithFiles(place), target, passphrase);
      return copied.ok ? ok({ size: statSync(target).size }) : copied;
    },
    restore: (name, book, passphrase) =>
      list().some((backup) => backup.name === name)
        ? restoreFile(join(folder, name), book, passphrase)
        : Promise.resolve(fail('not-found')),
    restoreFile,
    restoreBytes: async (pieces, book, passphrase) => {
      // As it lay where it was chosen: sealed or encrypted, unless it was plain there, too.
      const path = join(place.profileDir, 'chosen-backup.part');
      try {
        const put = await onDisk(() => putPieces(path, pieces));
        return put.ok ? await restoreFile(path, book, passphrase) : put;
      } finally {
        rmSync(path, { force: true });
      }
    },
  };
}

/** A book that stayed plain (its disk had no room for the encrypted one) has plain backups. */
function sourceOf({ database, keys }: BackupPlace): CopySource {
  const key = keys?.key();
  const wrapped = keys?.wrapped();
  const isEncrypted = readBookBytes(database).state !== 'whole';
  return key === undefined || wrapped === undefined || !isEncrypted
    ? { database }
    : { database, keys: { key, wrapped } };
}

const sourceWithFiles = (place: BackupPlace): CopySource => ({
  ...sourceOf(place),
  files: attachedIn(place.profileDir),
});

/** Whatever happens in between, the book is opened again. */
async function exchange(
  { database, now }: BackupPlace,
  book: Swappable,
  commitKey: () => void,
): Promise<Result<null>> {
  await book.close();
  const swapped = await onDisk(() => {
    commitKey();
    swapIn(database, now());
  });
  if (!swapped.ok) await onDisk(() => finishRestore(database, now()));
  const reopened = await book.reopen();
  return swapped.ok ? reopened : swapped;
}

async function onDisk(work: () => void | Promise<void>): Promise<Result<null>> {
  try {
    await work();
    return ok(null);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}
