// Opens the book, or says why not. The one thing that must never happen is an empty
// book where there was a full one: a missing, empty, blank, cut or broken file next to
// signs of data is `damaged` and left as it is, with the backups that can replace it.

import type { BackupInfo } from '../../../../src-shared/bridge/host-types.ts';
import { ok, type Result } from '../../../../src-shared/domain/result.ts';
import { finishRestore, moveAside } from '../backup/restore.ts';
import { failureOfDisk } from '../condition/errors.ts';
import type { DataKey } from '../../keys/data-key.ts';
import type { Keyring } from '../../keys/keyring.ts';
import { NewerBook } from '../sqlite/open-database.ts';
import { finishEncrypting, wipePlain } from './encrypt.ts';
import { type BookBytes, readBookBytes } from './header.ts';
import { keepReserve, spendReserve } from './reserve.ts';
import { readMarker, writeMarker } from './marker.ts';

export type Opening<Book> = {
  /** The book's file. */
  database: string;
  /** user_version of the newest book this program understands; at least 1. */
  newestVersion: number;
  backups: () => BackupInfo[];
  /** ms since 1970. */
  now: () => number;
  /** Of a book that is to be encrypted. */
  keys?: Keyring | undefined;
  /** Opens the file, making it and its tables when it is not there. May throw SQLite's errors. */
  open(path: string, key: DataKey | undefined): Book;
  /** Whether nothing was ever written to the open book. */
  isBlank(book: Book): boolean;
  /** Brings everything committed from the log into the main file. */
  checkpoint(book: Book): void;
  close(book: Book): void | Promise<void>;
};

/** All but `open` leave the book's files as they are. plain: it is to be encrypted first. locked: a secret is needed first. */
export type Opened<Book> =
  | { state: 'open'; book: Book }
  | { state: 'plain' }
  | { state: 'locked' }
  | { state: 'no-key'; backups: BackupInfo[] }
  | { state: 'damaged'; backups: BackupInfo[]; reason: string }
  | { state: 'newer'; version: number };

/** Fails with `disk-full` or `disk-read-only` where the disk does not even let a book be opened. */
export async function openOrRecover<Book>(opening: Opening<Book>): Promise<Result<Opened<Book>>> {
  const opened = await openOnce(opening);
  if (opened.ok) {
    if (opened.value.state === 'open') keepReserve(opening.database);
    return opened;
  }
  const mayHelp = opened.error.code === 'disk-full' && spendReserve(opening.database);
  return mayHelp ? openOnce(opening) : opened;
}

async function openOnce<Book>(opening: Opening<Book>): Promise<Result<Opened<Book>>> {
  const { database, keys } = opening;
  try {
    finishRestore(database, opening.now());
    finishEncrypting(database);
    if (keys?.standing() === 'locked') return ok({ state: 'locked' });
    const bytes = readBookBytes(database);
    if (bytes.state === 'whole' && bytes.version > opening.newestVersion) {
      return ok({ state: 'newer', version: bytes.version });
    }
    const reason = whyDamaged(bytes, opening);
    if (reason !== undefined) return ok(damaged(opening, reason));
    if (bytes.state === 'whole') return ok(await openPlain(opening));
    if (bytes.state === 'absent') keys?.forNewBook().commit();
    return ok(
      isKeyGone(opening, bytes)
        ? { state: 'no-key', backups: opening.backups() }
        : await openSound(opening, keys?.key()),
    );
  } catch (error) {
    if (error instanceof NewerBook) return ok({ state: 'newer', version: error.version });
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    if (failure.code === 'store-damaged') {
      return ok(damaged(opening, String(failure.detail?.['reason'])));
    }
    return { ok: false, error: failure };
  }
}

const openPlain = <Book>(opening: Opening<Book>): Promise<Opened<Book>> =>
  opening.keys === undefined
    ? openSound(opening, undefined)
    : Promise.resolve({ state: 'plain' } as const);

/** The book was encrypted with a key that is not the one beside it, or there is none. */
function isKeyGone<Book>({ database, keys }: Opening<Book>, bytes: BookBytes): boolean {
  if (keys === undefined || bytes.state !== 'unreadable') return false;
  if (keys.standing() !== 'known') return true;
  const wanted = readMarker(database)?.key;
  return wanted !== undefined && wanted !== keys.key()?.id;
}

/**
 * Call once something has been written to a book that was blank before. A disk that
 * refuses is no failure of that write: the next opening sees the data and marks it.
 */
export function noteData({ database, now }: Pick<Opening<unknown>, 'database' | 'now'>): void {
  try {
    const marker = readMarker(database);
    if (marker?.hasData === true) return;
    writeMarker(database, { ...marker, madeAt: now(), hasData: true });
  } catch (error) {
    if (failureOfDisk(error) === undefined) throw error;
  }
}

/**
 * The owner's own decision to begin with an empty book; the old files are kept in the folder
 * it names. Fails as the disk does and may be called again then.
 */
export function startEmpty(
  { database, keys }: Pick<Opening<unknown>, 'database' | 'keys'>,
  now: number,
): Result<string> {
  try {
    const aside = moveAside(database, now);
    keys?.forNewBook().commit();
    // Says that nothing is missing, also where there are backups.
    writeMarker(database, { madeAt: now, hasData: false });
    return ok(aside);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

async function openSound<Book>(
  opening: Opening<Book>,
  key: DataKey | undefined,
): Promise<Opened<Book>> {
  const marker = readMarker(opening.database);
  const book = opening.open(opening.database, key);
  try {
    const isBlank = opening.isBlank(book);
    if (isBlank && marker?.hasData === true) {
      await opening.close(book);
      return damaged(opening, 'blank');
    }
    if (marker === undefined || marker.hasData === isBlank || marker.key !== key?.id) {
      opening.checkpoint(book);
      const madeAt = marker?.madeAt ?? opening.now();
      writeMarker(opening.database, { madeAt, hasData: !isBlank, key: key?.id });
    }
    wipePlain(opening.database);
    return { state: 'open', book };
  } catch (error) {
    await opening.close(book);
    throw error;
  }
}

function whyDamaged<Book>(bytes: BookBytes, opening: Opening<Book>): string | undefined {
  const marker = () => readMarker(opening.database);
  switch (bytes.state) {
    case 'cut':
      return bytes.state;
    case 'unreadable':
      return isEncrypted(opening) ? undefined : 'not-a-database';
    case 'absent':
      return (marker()?.hasData ?? opening.backups().length > 0) ? 'absent' : undefined;
    case 'whole':
      return bytes.version === 0 && marker() !== undefined ? 'blank' : undefined;
  }
}

/** Where there has never been a key, what cannot be read was never encrypted. */
const isEncrypted = <Book>({ database, keys }: Opening<Book>): boolean =>
  keys !== undefined && (keys.standing() !== 'none' || readMarker(database)?.key !== undefined);

const damaged = <Book>({ backups }: Opening<Book>, reason: string): Opened<Book> => ({
  state: 'damaged',
  backups: backups(),
  reason,
});
