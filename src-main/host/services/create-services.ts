// What answers while the book's key is known, put together from small groups.

import { bulkHandlers } from './bulk-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { calendarHandlers } from './calendar-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import type { ServiceContext } from './context.ts';
import { doublesHandlers } from './doubles-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { eraseHandlers } from './erase-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { feedHandlers } from './feed-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import type { RoomHandlers } from './front-handlers.ts';
import { handoverHandlers } from './handover-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { createImportSessions } from './import-sessions.ts';
import { linkHandlers } from './link-handlers.ts';
import { mailHandlers } from './mail-handlers.ts';
import { noticesHandlers } from './notices-handlers.ts';
import { ownFieldHandlers } from './own-field-handlers.ts';
import { postHandlers } from './post-handlers.ts';
import { roundHandlers } from './round-handlers.ts';
import { sayingOfDisk } from './said-of-disk.ts';
import { sampleHandlers } from './sample-handlers.ts';
import { togetherHandlers } from './together-handlers.ts';
import { todayHandlers } from './today-handlers.ts';
import { viewHandlers } from './view-handlers.ts';
import { teamHandlers } from './team/team-handlers.ts';

export function createServices(context: ServiceContext): RoomHandlers {
  const { written, received } = context;
  const hash = (text: string): string => context.commandContext().hash(text);
  return sayingOfDisk({
    ...commandHandlers(context),
    ...bulkHandlers(context),
    ...handoverHandlers(received, written),
    ...importHandlers(context, createImportSessions(received, hash)),
    ...mailHandlers(context),
    ...calendarHandlers(context),
    ...draftHandlers(),
    ...eraseHandlers(context),
    ...exportHandlers(context, written),
    ...sampleHandlers(context),
    ...teamHandlers(context),
    ...linkHandlers(context),
    ...feedHandlers(context),
    ...ownFieldHandlers(context),
    ...postHandlers(context),
    ...fileHandlers(context, written, received),
    ...bundleHandlers(context, written, received),
    ...viewHandlers(context),
    ...todayHandlers(context),
    ...roundHandlers(context),
    ...historyHandlers(context),
    ...doublesHandlers(context),
    ...togetherHandlers(context),
    ...noticesHandlers(context),
  });
}
