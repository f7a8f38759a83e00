// Opens the book, or says why not. The one thing that must never happen is an empty
// book where there was a full one: a missing, empty, blank, cut or broken file next to
// signs of data is `damaged` and left as it is, with the backups that can replace it.

import type { BackupInfo } from '../../../../src-shared/bridge/host-types.ts';
import { ok, type Result } from '../../../../src-shared/domain/result.ts';
import { finishRestore, moveAside } from '../backup/restore.ts';
import { failureOfDisk } from '../condition/errors.ts';
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
  /** Opens the file, making it and its tables when it is not there. May throw SQLite's errors. */
  open(path: string): Book;
  /** Whether nothing was ever written to the open book. */
  isBlank(book: Book): boolean;
  /** Brings everything committed from the log into the main file. */
  checkpoint(book: Book): void;
  close(book: Book): void | Promise<void>;
};

/** `damaged` and `newer` leave the book's files as they are. */
export type Opened<Book> =
  | { state: 'open'; book: Book }
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
  try {
    finishRestore(opening.database, opening.now());
    const bytes = readBookBytes(opening.database);
    if (bytes.state === 'whole' && bytes.version > opening.newestVersion) {
      return ok({ state: 'newer', version: bytes.version });
    }
    const reason = whyDamaged(bytes, opening);
    return ok(reason === undefined ? await openSound(opening) : damaged(opening, reason));
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    if (failure.code === 'store-damaged') {
      return ok(damaged(opening, String(failure.detail?.['reason'])));
    }
    return { ok: false, error: failure };
  }
}

/**
 * Call once something has been written to a book that was blank before. A disk that
 * refuses is no failure of that write: the next opening sees the data and marks it.
 */
export function noteData({ database, now }: Pick<Opening<unknown>, 'database' | 'now'>): void {
  try {
    if (readMarker(database)?.hasData === true) return;
    writeMarker(database, { madeAt: now(), hasData: true });
  } catch (error) {
    if (failureOfDisk(error) === undefined) throw error;
  }
}

/**
 * The owner's own decision to begin with an empty book; the old files are kept in the folder
 * it names. Fails as the disk does and may be called again then.
 */
export function startEmpty(database: string, now: number): Result<string> {
  try {
    const aside = moveAside(database, now);
    // Says that nothing is missing, also where there are backups.
    writeMarker(database, { madeAt: now, hasData: false });
    return ok(aside);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

async function openSound<Book>(opening: Opening<Book>): Promise<Opened<Book>> {
  const marker = readMarker(opening.database);
  const book = opening.open(opening.database);
  try {
    const isBlank = opening.isBlank(book);
    if (isBlank && marker?.hasData === true) {
      await opening.close(book);
      return damaged(opening, 'blank');
    }
    if (marker === undefined || marker.hasData === isBlank) {
      opening.checkpoint(book);
      writeMarker(opening.database, { madeAt: marker?.madeAt ?? opening.now(), hasData: !isBlank });
    }
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
    case 'not-a-database':
      return bytes.state;
    case 'absent':
      return (marker()?.hasData ?? opening.backups().length > 0) ? 'absent' : undefined;
    case 'whole':
      return bytes.version === 0 && marker() !== undefined ? 'blank' : undefined;
  }
}

const damaged = <Book>({ backups }: Opening<Book>, reason: string): Opened<Book> => ({
  state: 'damaged',
  backups: backups(),
  reason,
});
