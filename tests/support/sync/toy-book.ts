// The smallest book that backup and recovery can look after: one table in WAL mode.
import { join } from 'node:path';

import { openFile, type SqlFile } from '../../../src-main/host/book/sqlite/driver.ts';
import { type Backups, createBackups } from '../../../src-main/host/book/backup/backup.ts';
import type { Opening } from '../../../src-main/host/book/recovery/recovery.ts';

export const toyVersion = 3;
export const toyApplication = 0x52415050;

export function openToy(path: string): SqlFile {
  const book = openFile(path);
  book.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA user_version = ${toyVersion};
    PRAGMA application_id = ${toyApplication};
    CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;`);
  return book;
}

export function addEntries(book: SqlFile, count: number, text = 'x'.repeat(400)): void {
  const insert = book.prepare('INSERT INTO entry (text) VALUES (?)');
  for (let index = 0; index < count; index += 1) insert.run(text);
}

export const countEntries = (book: SqlFile): number =>
  Number(book.prepare('SELECT count(*) AS n FROM entry').get()?.['n']);

export const toyPath = (dir: string): string => join(dir, 'rapport.sqlite');

export const toyBackups = (dir: string, now: () => number = Date.now): Backups =>
  createBackups({
    database: toyPath(dir),
    profileDir: dir,
    newestVersion: toyVersion,
    application: toyApplication,
    now,
  });

export const toyOpening = (dir: string): Opening<SqlFile> => ({
  database: toyPath(dir),
  newestVersion: toyVersion,
  backups: () => toyBackups(dir).list(),
  now: Date.now,
  open: openToy,
  isBlank: (book) => countEntries(book) === 0,
  checkpoint: (book) => book.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
  close: (book) => book.close(),
});
