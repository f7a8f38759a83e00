// What the handlers of requests work with: the book, the team, the feeds, and how to
// reach the windows.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { HostInfo, StoreCondition } from '../../../src-shared/bridge/host-types.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { BookLock } from '../book/lock.ts';
import type { Backups, CurrentBook } from '../book/book.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { SettingsFile } from '../profile/settings.ts';
import type { Team } from '../team/team.ts';

export type ServiceContext = {
  profileDir: string;
  shell: HostInfo['shell'];
  version: string;
  databaseName: string;
  settings: SettingsFile;
  book: CurrentBook;
  backups: Backups;
  lock: BookLock;
  condition: () => StoreCondition;
  /** Fresh for each command: user name from the settings, clock, ids. */
  commandContext: () => CommandContext;
  team: Team;
  feeds: Feeds;
  emit: Emit;
  /** Another book is open now than before. */
  bookReplaced: () => void;
};
