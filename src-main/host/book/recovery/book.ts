// The book of a profile as recovery and backup see it: where it lies, which version
// this program understands, how it is opened and when it counts as blank.

import { join } from 'node:path';

import { type Backups, createBackups } from '../backup/backup.ts';
import type { Keyring } from '../../keys/keyring.ts';
import { isBlankStore } from './check.ts';
import { openDatabase, type StoreDatabase, storeFormat } from '../sqlite/open-database.ts';
import type { Opening } from './recovery.ts';

export const bookPath = (profileDir: string): string => join(profileDir, 'rapport.sqlite');

/** `now` gives ms since 1970. */
export const bookBackups = (
  profileDir: string,
  keys: Keyring,
  now: () => number = Date.now,
): Backups =>
  createBackups({
    database: bookPath(profileDir),
    profileDir,
    keys,
    newestVersion: storeFormat.version,
    application: storeFormat.application,
    now,
  });

export type BookOpening = Opening<StoreDatabase>;

/** What `openOrRecover` and `noteData` are handed. */
export const bookOpening = (
  profileDir: string,
  keys: Keyring,
  backups: Backups = bookBackups(profileDir, keys),
  now: () => number = Date.now,
): BookOpening => ({
  database: bookPath(profileDir),
  newestVersion: storeFormat.version,
  backups: () => backups.list(),
  now,
  keys,
  open: (path, key) => openDatabase(path, { key }),
  isBlank: isBlankStore,
  checkpoint: ({ writer }) => writer.raw.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
  close: (book) => book.close(),
});
