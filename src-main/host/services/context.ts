// What the handlers of requests work with: the book, the team, the feeds, and how to
// reach the windows.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { CurrentBook } from '../book/book.ts';
import type { Feeds } from '../feeds/feeds.ts';
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
  emit: Emit;
};
