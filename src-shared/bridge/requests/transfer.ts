// What files are for: imports, exports, the team's records as a file, attached files.
// Their bytes travel by `handover.*`.

import { z } from 'zod';

import {
  type ExportCheck,
  exportRequestSchema,
  exportScopeSchema,
} from '../../transfer/export-types.ts';
import { type CalendarCounts, calendarOptions } from '../../transfer/export/calendar/asked.ts';
import {
  type ImportFileInfo,
  importOptionsSchema,
  type ImportPreview,
  type ImportReport,
  type PlannedRow,
  type RowFacts,
  rowDecisionSchema,
  rowsWantedSchema,
} from '../../transfer/import-types.ts';
import type { FileState } from '../host-types.ts';
import type { Space } from '../space-types.ts';
import { file, nothing, requestOf } from './request-of.ts';
import { whichPeople } from './which.ts';

/** `size` in bytes; fetched by handover.get. */
type MadeFile = { file: string; name: string; mime: string; size: number; rows: number };
const hash = z.string().regex(/^[\da-f]{64}$/);

/** A view is found by the host; whom it names is exported in the view's order. */
const whoAsked = z.discriminatedUnion('type', [
  ...exportScopeSchema.options,
  z.object({ type: z.literal('view'), ...whichPeople }),
]);
const exportAskedSchema = exportRequestSchema.extend({ scope: whoAsked });
export type ExportAsked = z.infer<typeof exportAskedSchema>;

const calendarAskedSchema = z.object({ ...calendarOptions, scope: whoAsked });
export type CalendarOutAsked = z.infer<typeof calendarAskedSchema>;

export const transferRequests = {
  // import: a file that was handed over is looked at, then applied as one action
  'import.read': requestOf(file.extend({ options: importOptionsSchema })).to<ImportFileInfo>(),
  'import.plan': requestOf(file.extend({ options: importOptionsSchema })).to<ImportPreview>(),
  'import.rows': requestOf(
    file.extend({
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
      only: rowsWantedSchema.optional(),
    }),
  ).to<{ rows: PlannedRow[]; total: number }>(),
  /** A whole row, and whom of the book it stands beside. */
  'import.look': requestOf(
    file.extend({
      row: z.number().int().min(0),
      beside: z
        .object({ collection: z.enum(['people', 'groups']), id: z.string().max(64) })
        .optional(),
    }),
  ).to<{ row: RowFacts; here?: RowFacts | undefined }>(),
  'import.decide': requestOf(
    file.extend({ decisions: z.array(rowDecisionSchema).max(100_000) }),
  ).to<ImportPreview>(),
  'import.apply': requestOf(file).to<ImportReport>(),
  'import.rejected': requestOf(file).to<{ csv: string }>(),
  'import.cancel': requestOf(file).to<null>(),
  'import.close': requestOf(file).to<null>(),

  'export.check': requestOf(exportAskedSchema).to<ExportCheck>(),
  'export.make': requestOf(exportAskedSchema).to<
    MadeFile & { files: number; organisations: { written: number; leftOut: number } }
  >(),

  // birthdays, promises due and reminders as a calendar file
  'export.countCalendar': requestOf(calendarAskedSchema).to<CalendarCounts>(),
  'export.makeCalendar': requestOf(calendarAskedSchema).to<MadeFile>(),

  // the team's records as a file
  'bundle.make': requestOf(z.object({ isNews: z.boolean() })).to<MadeFile>(),
  'bundle.read': requestOf(file).to<{ received: number; written: number; refused: number }>(),

  // attached files
  'files.keep': requestOf(file).to<{ hash: string; size: number }>(),
  'files.states': requestOf(z.object({ hashes: z.array(hash).max(1_000) })).to<FileState[]>(),
  'files.want': requestOf(z.object({ hash })).to<FileState>(),
  /** What takes how much room on this laptop. */
  'files.space': requestOf(nothing).to<Space>(),
  /** Those of these that nothing keeps go at once, not to come back by undo. */
  'files.free': requestOf(z.object({ hashes: z.array(hash).max(10_000) })).to<{
    count: number;
    bytes: number;
  }>(),
  'files.take': requestOf(z.object({ hash })).to<{ file: string; size: number }>(),
};
