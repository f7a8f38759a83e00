// One handler for each request of the contract, put together from small groups.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { createImportFiles } from '../handover/received-files.ts';
import { createExportFiles } from '../handover/written-files.ts';
import { backupHandlers } from './backup-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import type { ServiceContext } from './context.ts';
import { exportHandlers } from './export-handlers.ts';
import { feedHandlers } from './feed-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { linkHandlers } from './link-handlers.ts';
import { sampleHandlers } from './sample-handlers.ts';
import { viewHandlers } from './view-handlers.ts';
import { teamHandlers } from './team-handlers.ts';

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
    ...viewHandlers(context),
  };
}
