// What can leave and what the receiving program will say to it.

import { z } from 'zod';

export const exportScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('all') }),
  z.object({ type: z.literal('group'), id: z.string().max(64) }),
  z.object({ type: z.literal('selection'), ids: z.array(z.string().max(64)).max(1_000_000) }),
]);

export const exportRequestSchema = z.object({
  /** One of export/formats.ts: rapport-csv is lossless, the others are for one receiving program. */
  format: z.string().max(60),
  scope: exportScopeSchema,
  /** UTF-8 byte order mark; by default only where the receiver needs it. */
  bom: z.boolean().optional(),
  /** With what private fields hold, which else stays on this laptop. */
  withPrivateFields: z.boolean().optional(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export type ExportIssueCode =
  | 'required-missing'
  | 'value-cut'
  | 'extra-values-left-out'
  | 'row-limit'
  | 'size-limit'
  | 'field-left-out'
  | 'formula-neutralised'
  | 'organisations-left-out';

/** `rows` counts the people (or organisations) concerned; `examples` names at most five people. */
export type ExportIssue = {
  code: ExportIssueCode;
  field: string;
  rows: number;
  limit?: number;
  examples: { id: string; name: string }[];
};
export type ExportCheck = {
  /** People; the organisations in the file come on top. */
  rows: number;
  organisations: number;
  columns: number;
  issues: ExportIssue[];
};
