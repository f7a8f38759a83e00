// What the handlers of requests work with: the book, the team, the feeds, and how to
// reach the windows.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { BackupInfo } from '../../../src-shared/bridge/host-types.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { CurrentBook } from '../book/book.ts';
import type { Calendars } from '../calendar/calendars.ts';
import type { Erased } from '../erased.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';
import type { WrittenFiles } from '../handover/written-files.ts';
import type { SettingsFile } from '../profile/settings.ts';
import type { Team } from '../team/team.ts';

export type ServiceContext = {
  profileDir: string;
  settings: SettingsFile;
  book: CurrentBook;
  /** Fresh for each command: user name from the settings, clock, ids. */
  commandContext: () => CommandContext;
  team: Team;
  feeds: Feeds;
  calendars: Calendars;
  /** What windows have handed over. */
  received: ReceivedFiles;
  /** Files made for windows, to be fetched in pieces. */
  written: WrittenFiles;
  erased: Erased;
  /** Those in the profile, the newest first. */
  backups: () => BackupInfo[];
  emit: Emit;
};
