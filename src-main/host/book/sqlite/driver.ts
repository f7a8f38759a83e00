// The one SQLite of the program, the same in Node and in Electron.

import Database, { type Statement } from 'better-sqlite3-multiple-ciphers';

import type { DataKey } from '../../keys/data-key.ts';

export type { Statement };
export type SqlFile = Database;
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Authenticated: a page that somebody changed is damage. */
const cipher = `PRAGMA cipher = 'aegis'; PRAGMA algorithm = 'aegis-256'`;

export type OpenOptions = {
  readonly?: boolean;
  /** ms to wait for another process that has the file locked. */
  timeout?: number;
  /** What the file is encrypted with; a plain file without. */
  key?: DataKey | undefined;
};

/** Makes the file when it is missing. Throws SQLite's errors (see condition/errors.ts). */
export function openFile(path: string, options: OpenOptions = {}): SqlFile {
  const { key, readonly = false, timeout = 5_000 } = options;
  const file = new Database(path, { readonly, timeout });
  if (key !== undefined) file.exec(`${cipher}; PRAGMA key = "raw:${key.hex}"`);
  // Sorting and copying must leave nothing in files that nobody looks after.
  file.exec('PRAGMA temp_store = MEMORY');
  return file;
}

/** Encrypts a file that is only a draft, whatever it was encrypted with before. */
export function encryptFile(path: string, key: DataKey, before?: DataKey): void {
  const file = openFile(path, { key: before });
  try {
    file.exec('PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF');
    file.exec(`${cipher}; PRAGMA rekey = "raw:${key.hex}"`);
  } finally {
    file.close();
  }
}
