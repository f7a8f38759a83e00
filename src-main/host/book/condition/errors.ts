// Which errors of SQLite and the file system are the disk's (or the file's) doing,
// and the code each has. Anything else is a bug and stays a thrown error.

import type { ErrorCode, Failure } from '../../../../src-shared/domain/result.ts';

/** Primary result codes of https://sqlite.org/rescode.html. */
const bySqlite: { readonly [code: string]: ErrorCode } = {
  SQLITE_BUSY: 'store-locked',
  SQLITE_READONLY: 'disk-read-only',
  // The disk takes no more, for whatever reason.
  SQLITE_IOERR: 'disk-full',
  SQLITE_CORRUPT: 'store-damaged',
  SQLITE_FULL: 'disk-full',
  SQLITE_CANTOPEN: 'disk-read-only',
  SQLITE_NOTADB: 'store-damaged',
};

/** Extended codes that say something else than their primary code: a read that failed. */
const byExtended: { readonly [code: string]: ErrorCode } = {
  SQLITE_IOERR_READ: 'store-damaged',
  SQLITE_IOERR_SHORT_READ: 'store-damaged',
  SQLITE_IOERR_CORRUPTFS: 'store-damaged',
};

const bySystem: { readonly [code: string]: ErrorCode } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EIO: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EPERM: 'disk-read-only',
};

/** Undefined when the error is not about the disk. `detail.reason` is the system's own word. */
export function failureOfDisk(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const named = String('code' in error ? error.code : '');
  const code = byExtended[named] ?? bySqlite[primaryOf(named)] ?? bySystem[named];
  return code === undefined ? undefined : { code, detail: { reason: error.message } };
}

/** Another connection has the file. */
export const isBusy = (error: unknown): boolean => failureOfDisk(error)?.code === 'store-locked';

/** `SQLITE_IOERR_READ` is a case of `SQLITE_IOERR`. */
const primaryOf = (code: string): string => code.split('_').slice(0, 2).join('_');
