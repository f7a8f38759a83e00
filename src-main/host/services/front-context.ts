// What those handlers work with that answer whether the book's key is known or not.

import type { HostInfo, StoreCondition } from '../../../src-shared/bridge/host-types.ts';
import type { Backups, CurrentBook } from '../book/book.ts';
import type { BookLock } from '../book/lock.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';
import type { SettingsFile } from '../profile/settings.ts';

export type FrontContext = {
  profileDir: string;
  shell: HostInfo['shell'];
  version: string;
  databaseName: string;
  book: CurrentBook;
  backups: Backups;
  /** What windows have handed over. */
  received: ReceivedFiles;
  lock: BookLock;
  condition: () => StoreCondition;
  /** Undefined while the key is not known. */
  settings: () => SettingsFile | undefined;
  /** Ends everything that needs the key. */
  closeRooms: () => Promise<void>;
  /** Another book is open now than before, or another key is known. */
  bookReplaced: () => Promise<void>;
};
