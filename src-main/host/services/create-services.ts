// One handler for each request of the contract, put together from small groups.
// `book` is read anew for each request, because a restore replaces it.

import { type Handlers } from '../../../src-shared/bridge/server.ts';
import type {
  BackupInfo,
  CheckReport,
  HostInfo,
  SearchAnswer,
  StoreCondition,
} from '../../../src-shared/bridge/host-types.ts';
import type { EventName, HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { backupHandlers } from './backup-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import { createExportFiles } from '../handover/written-files.ts';
import { exportHandlers } from './export-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { createImportFiles } from '../handover/received-files.ts';
import { sampleHandlers } from './sample-handlers.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { Team } from '../team/team.ts';
import { feedHandlers } from './feed-handlers.ts';
import type { SettingsFile } from '../profile/settings.ts';
import { linkHandlers } from './link-handlers.ts';
import { teamHandlers } from './team-handlers.ts';

export type SearchInput = {
  text: string;
  collections?: ('people' | 'groups' | 'ties' | 'moments' | 'posts')[] | undefined;
  limit: number;
};

/** The open database and what can be done with it as a whole. */
export type Book = {
  store: RecordStore;
  search: (input: SearchInput) => Promise<SearchAnswer> | SearchAnswer;
  check: () => Promise<CheckReport>;
};

export type Backups = {
  list: () => BackupInfo[] | Promise<BackupInfo[]>;
  make: (passphrase: string | undefined) => Promise<Result<BackupInfo>>;
  /** Puts a damaged book aside and begins an empty one; `aside` is where the old one is kept. */
  startAnew: () => Promise<Result<{ aside: string }>>;
  /** Replaces the book; the windows are told by `store.replaced`. */
  restore: (name: string, passphrase: string | undefined) => Promise<Result<null>>;
};

export type ServiceContext = {
  profileDir: string;
  shell: HostInfo['shell'];
  version: string;
  databaseName: string;
  settings: SettingsFile;
  /** Refuses while the book is damaged, newer, full or being replaced. */
  book: () => Result<Book>;
  backups: Backups;
  condition: () => StoreCondition;
  /** Fresh for each command: user name from the settings, clock, ids. */
  commandContext: () => CommandContext;
  team: Team;
  feeds: Feeds;
  emit: <N extends EventName>(name: N, payload: HostEvents[N]) => void;
};

export function createServices(context: ServiceContext): Handlers {
  const outgoing = createExportFiles(context.profileDir);
  const incoming = createImportFiles((text) => context.commandContext().hash(text));
  return {
    ...commandHandlers(context),
    ...importHandlers(context, incoming),
    ...exportHandlers(context, outgoing),
    ...backupHandlers(context),
    ...sampleHandlers(context),
    ...teamHandlers(context),
    ...linkHandlers(context),
    ...feedHandlers(context),
    ...fileHandlers(context, outgoing, incoming),
    ...bundleHandlers(context, outgoing, incoming),
  };
}
