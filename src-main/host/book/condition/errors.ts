// Which errors of SQLite and the file system are the disk's (or the file's) doing,
// and the code each has. Anything else is a bug and stays a thrown error.

import type { ErrorCode, Failure } from '../../../../src-shared/domain/result.ts';

/** Primary result codes of https://sqlite.org/rescode.html. */
const bySqlite: { readonly [code: number]: ErrorCode } = {
  5: 'store-locked', // BUSY
  8: 'disk-read-only', // READONLY
  10: 'disk-full', // IOERR: the disk takes no more, for whatever reason
  11: 'store-damaged', // CORRUPT
  13: 'disk-full', // FULL
  14: 'disk-read-only', // CANTOPEN
  26: 'store-damaged', // NOTADB
};

/** Extended codes that say something else than their primary code: a read that failed. */
const byExtended: { readonly [code: number]: ErrorCode } = {
  266: 'store-damaged', // IOERR_READ
  522: 'store-damaged', // IOERR_SHORT_READ
  8458: 'store-damaged', // IOERR_CORRUPTFS
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
  const detail = { reason: error.message };
  if ('errcode' in error) {
    const extended = Number(error.errcode);
    const code = byExtended[extended] ?? bySqlite[extended & 0xff];
    return code === undefined ? undefined : { code, detail };
  }
  const code = 'code' in error ? bySystem[String(error.code)] : undefined;
  return code === undefined ? undefined : { code, detail };
}
