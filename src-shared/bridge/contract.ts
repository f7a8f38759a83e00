// The one contract between a window and the host: for each request its input
// parser and its output type, for each event its payload. Adding a request means
// one entry here and one handler in src-main/host/services.

import { z } from 'zod';

import { commandSchema, type Done } from '../records/command.ts';
import {
  type ImportFileInfo,
  importOptionsSchema,
  type ImportPreview,
  type ImportReport,
  type PlannedRow,
  rowDecisionSchema,
} from '../transfer/import-types.ts';
import { type ExportCheck, exportRequestSchema } from '../transfer/export-types.ts';
import type {
  BackupInfo,
  CheckReport,
  HostInfo,
  HostSettings,
  SearchAnswer,
  StoreCondition,
} from './host-types.ts';
import { settingsPatchSchema } from './host-types.ts';

const requestOf = <Input extends z.ZodType>(input: Input) => ({
  /** The output is a type only: it travels in no message. */
  to: <Output>() => ({ input, output: undefined as unknown as Output }),
});
const nothing = z.object({}).strict();
const file = z.object({ file: z.string().max(64) });

export const requests = {
  'host.info': requestOf(nothing).to<HostInfo>(),
  'command.run': requestOf(z.object({ command: commandSchema })).to<Done>(),
  'history.peek': requestOf(nothing).to<{ undo: string | null; redo: string | null }>(),
  'search.run': requestOf(
    z.object({
      text: z.string().max(500),
      collections: z.array(z.enum(['people', 'groups', 'ties', 'moments'])).optional(),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
  ).to<SearchAnswer>(),

  // import: a file is handed over in pieces, looked at, then applied as one action
  'import.open': requestOf(
    z.object({ name: z.string().max(1_000), size: z.number().int().min(0) }),
  ).to<{ file: string }>(),
  'import.piece': requestOf(file.extend({ bytes: z.instanceof(Uint8Array) })).to<{
    received: number;
  }>(),
  'import.read': requestOf(file.extend({ options: importOptionsSchema })).to<ImportFileInfo>(),
  'import.plan': requestOf(file.extend({ options: importOptionsSchema })).to<ImportPreview>(),
  'import.rows': requestOf(
    file.extend({
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
      only: z.enum(['create', 'update', 'skip', 'cannot']).optional(),
    }),
  ).to<{ rows: PlannedRow[]; total: number }>(),
  'import.decide': requestOf(
    file.extend({ decisions: z.array(rowDecisionSchema).max(100_000) }),
  ).to<ImportPreview>(),
  'import.apply': requestOf(file).to<ImportReport>(),
  'import.rejected': requestOf(file).to<{ csv: string }>(),
  'import.cancel': requestOf(file).to<null>(),
  'import.close': requestOf(file).to<null>(),

  'export.check': requestOf(exportRequestSchema).to<ExportCheck>(),
  'export.make': requestOf(exportRequestSchema).to<{
    file: string;
    name: string;
    mime: string;
    size: number;
    rows: number;
  }>(),
  'export.piece': requestOf(file.extend({ from: z.number().int().min(0) })).to<{
    bytes: Uint8Array;
    last: boolean;
  }>(),

  'settings.read': requestOf(nothing).to<HostSettings>(),
  'settings.write': requestOf(settingsPatchSchema).to<HostSettings>(),
  'backup.list': requestOf(nothing).to<BackupInfo[]>(),
  'backup.make': requestOf(
    z.object({ passphrase: z.string().min(1).max(1_000).optional() }),
  ).to<BackupInfo>(),
  'backup.restore': requestOf(
    z.object({ name: z.string().max(200), passphrase: z.string().max(1_000).optional() }),
  ).to<null>(),
  'store.check': requestOf(nothing).to<CheckReport>(),
  'sample.load': requestOf(nothing).to<{ count: number }>(),
  'sample.remove': requestOf(nothing).to<{ count: number }>(),
} as const;

/** What the host says unasked. */
export type HostEvents = {
  /** Long work: `done` of `total` in rows; `total` 0 while unknown. */
  progress: {
    file: string;
    phase: 'reading' | 'planning' | 'writing' | 'exporting';
    done: number;
    total: number;
  };
  'store.condition': StoreCondition;
  /** Very much was written at once: open the database anew instead of hearing of each change. */
  'store.many': Record<string, never>;
  /** The database was replaced (a restore): load the page anew. */
  'store.replaced': Record<string, never>;
};

export type RequestName = keyof typeof requests;
export type InputOf<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
export type ParsedInputOf<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type OutputOf<N extends RequestName> = (typeof requests)[N]['output'];
export type EventName = keyof HostEvents;
