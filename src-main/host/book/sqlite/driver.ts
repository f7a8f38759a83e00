// The one SQLite of the program, the same in Node and in Electron.

import Database, { type Statement } from 'better-sqlite3-multiple-ciphers';

export type { Statement };
export type SqlFile = Database;
export type SqlValue = string | number | bigint | null | Uint8Array;

export type OpenOptions = {
  readonly?: boolean;
  /** ms to wait for another process that has the file locked. */
  timeout?: number;
};

/** Makes the file when it is missing. Throws SQLite's errors (see condition/errors.ts). */
export function openFile(path: string, options: OpenOptions = {}): SqlFile {
  const file = new Database(path, { timeout: 5_000, ...options });
  // Sorting and copying must leave nothing in files that nobody looks after.
  file.exec('PRAGMA temp_store = MEMORY');
  return file;
}
