// What a dry run says of one row: a value that is cut, neutralised or left out.

import type { ExportIssueCode } from '../export-types.ts';

/** `field`: a field or set of ours, or a column of theirs; `limit` in characters. */
export type RowIssue = {
  code: ExportIssueCode;
  field: string;
  limit?: number;
  /** See `ExportIssue`. */
  ours?: readonly string[];
  canBeEmpty?: boolean;
  isFillable?: boolean;
};

export const extraValues = (field: string): RowIssue => ({
  code: 'extra-values-left-out',
  field,
  ours: [field],
});
