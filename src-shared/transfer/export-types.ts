// What can leave and what the receiving program will say to it.

import { z } from 'zod';

export const exportScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('all') }),
  z.object({ type: z.literal('group'), id: z.string().max(64) }),
  z.object({ type: z.literal('selection'), ids: z.array(z.string().max(64)).max(1_000_000) }),
]);

export const exportIssueCodes = [
  'required-missing',
  'row-limit',
  'size-limit',
  'value-cut',
  'extra-values-left-out',
  'field-left-out',
  'organisations-left-out',
  'private-left-out',
  'first-role-shown',
  'formula-neutralised',
] as const;
export type ExportIssueCode = (typeof exportIssueCodes)[number];

const remedyText = z.string().max(200);
/** What is done in the file about what the dry run said; the book stays as it is. */
const remediesSchema = z.object({
  /** People of whom this was said are left out. */
  leave: z
    .array(z.object({ code: z.enum(exportIssueCodes), field: remedyText }))
    .max(500)
    .optional(),
  /** Columns of theirs that stay empty. */
  empty: z.array(remedyText).max(500).optional(),
  /** Where a required column would be empty, the name that we show goes into it. */
  fill: z.boolean().optional(),
  /** Which of several files, from 0, where one would be too large; left out: one file. */
  part: z.number().int().min(0).max(10_000).optional(),
});
export type ExportRemedies = z.infer<typeof remediesSchema>;

export const exportRequestSchema = z.object({
  ...remediesSchema.shape,
  /** One of export/formats.ts: rapport-csv is lossless, the others are for one receiving program. */
  format: z.string().max(60),
  scope: exportScopeSchema,
  /** UTF-8 byte order mark; by default only where the receiver needs it. */
  bom: z.boolean().optional(),
  /** With what private fields hold, which else stays on this laptop. */
  withPrivateFields: z.boolean().optional(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Whether the other program refuses the person, gets less or something else, or needs to know nothing. */
export type ExportSeverity = 'refused' | 'changed' | 'remark';

export const severityOf: { readonly [code in ExportIssueCode]: ExportSeverity } = {
  'required-missing': 'refused',
  'row-limit': 'refused',
  'size-limit': 'refused',
  'value-cut': 'changed',
  'extra-values-left-out': 'changed',
  'field-left-out': 'changed',
  'organisations-left-out': 'changed',
  'private-left-out': 'remark',
  'first-role-shown': 'remark',
  'formula-neutralised': 'remark',
};

/** `rows` counts the people (or organisations, of private fields both) concerned; `examples` names at most fifty people. */
export type ExportIssue = {
  code: ExportIssueCode;
  field: string;
  rows: number;
  limit?: number;
  /** The fields and sets of a person where it can be mended; absent where there is nothing to mend. */
  ours?: readonly string[];
  /** It is said of a column that can stay empty. */
  canBeEmpty?: boolean;
  /** The name we show can stand there for that many of them. */
  fillable?: number;
  examples: { id: string; name: string }[];
};
export type ExportCheck = {
  /** People; the organisations in the file come on top. */
  rows: number;
  organisations: number;
  columns: number;
  /** How many files hold them all: more than one only when several were asked for. */
  files: number;
  /** What they refuse first, then what they get less of, then remarks; the most people first. */
  issues: ExportIssue[];
  /** Who was left out as asked, for what; who for several counts for the first. */
  left: { code: ExportIssueCode; field: string; rows: number }[];
};
