// The book of a profile as recovery and backup see it: where it lies, which version
// this program understands, how it is opened and when it counts as blank.

import { join } from 'node:path';

import { type Backups, createBackups } from '../backup/backup.ts';
import { isBlankStore } from './check.ts';
import { openDatabase, type StoreDatabase, storeFormat } from '../sqlite/open-database.ts';
import type { Opening } from './recovery.ts';

export const bookPath = (profileDir: string): string => join(profileDir, 'rapport.sqlite');

/** `now` gives ms since 1970. */
export const bookBackups = (profileDir: string, now: () => number = Date.now): Backups =>
  createBackups({
    database: bookPath(profileDir),
    profileDir,
    newestVersion: storeFormat.version,
    application: storeFormat.application,
    now,
  });

/** What `openOrRecover` and `noteData` are handed. */
export const bookOpening = (
  profileDir: string,
  backups: Backups = bookBackups(profileDir),
  now: () => number = Date.now,
): Opening<StoreDatabase> => ({
  database: bookPath(profileDir),
  newestVersion: storeFormat.version,
  backups: () => backups.list(),
  now,
  open: (path) => openDatabase(path),
  isBlank: isBlankStore,
  checkpoint: ({ writer }) => writer.raw.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
  close: (book) => book.close(),
});
