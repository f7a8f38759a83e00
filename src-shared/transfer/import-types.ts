// What an import says of itself before and after. Rows are numbered as a person
// sees them in the file: `line` is the first line of the row, from 1.

import { z } from 'zod';

import type { OwnFieldType } from '../domain/own-field.ts';

/** How to read a file; everything left out is detected. */
export const importOptionsSchema = z.object({
  format: z.string().max(60).optional(),
  charset: z.string().max(40).optional(),
  delimiter: z.string().min(1).max(2).optional(),
  /** Column header (or #index) to target path; overrides the format. '' drops the column. */
  mapping: z.record(z.string(), z.string()).optional(),
  /** ISO 3166-1 alpha-2 for phone numbers without a country. */
  country: z.string().length(2).optional(),
  /** Order of ambiguous dates such as 03/04/2021. */
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export type ImportColumn = {
  /** Position from 0; headers may repeat. */
  index: number;
  header: string;
  /** Target path, such as `given`, `email:work`, `org.name`; '' when not taken over. */
  target: string;
  /** format: known header. guess: our guess. user: chosen, now or for
   * an earlier file with the same columns. */
  by: 'format' | 'guess' | 'user' | 'none';
  samples: string[];
  /** What a field of the team's own would hold that was made of it. */
  own?: { type: OwnFieldType; currency: string };
};

export type ImportFileInfo = {
  file: string;
  name: string;
  /** Id of the recognised format, e.g. google-csv; `unknown` when mapped by guesses. */
  format: string;
  /** What its program is called, the same in every language; '' when it is not known. */
  program: string;
  charset: string;
  /** Some words with more than ASCII's letters, where the character set is a guess. */
  letters: string[];
  delimiter?: string;
  /** Line of the header, from 1 (CSV). */
  headerLine?: number;
  columns: ImportColumn[];
  rows: number;
  /** Whole-file remarks by code. */
  remarks: ImportRemark[];
  /** Of which country its phone numbers seem to be; known once it was read. */
  country?: CountryEvidence;
};
/** ISO 3166-1 alpha-2, the likeliest first. */
export type CountryEvidence = { codes: readonly string[]; because: 'addresses' | 'words' };
export type ImportRemark = {
  code: RowReason;
  line?: number;
  detail?: Record<string, string | number>;
};

export type RowReason =
  | 'same-id'
  | 'same-card'
  | 'same-email'
  | 'same-phone-and-name'
  | 'same-phone'
  | 'same-name'
  | 'same-name-and-company'
  | 'same-organisation'
  | 'only-a-company'
  | 'same-row-in-file'
  | 'nothing-new'
  | 'blank-row'
  | 'no-name-or-address'
  | 'unbalanced-quote'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'cell-too-large'
  | 'not-a-card'
  | 'card-unreadable'
  | 'card-without-end'
  | 'line-cut-off'
  | 'card-is-a-list'
  | 'list-without-people'
  | 'was-erased'
  | 'objected'
  | 'private-onto-shared'
  | 'date-not-understood'
  | 'phone-not-understood'
  | 'value-not-understood'
  | 'phone-shortened'
  | 'email-in-name'
  | 'email-not-understood'
  | 'photo-too-large'
  | 'photo-left-out'
  | 'detail-left-out'
  | 'mixed-encoding'
  | 'file-truncated'
  | 'user-choice';

export type PlannedRow = {
  /** Position in the plan, from 0. */
  row: number;
  line: number;
  action: 'create' | 'update' | 'skip' | 'cannot';
  /** What the row is about. */
  kind: 'person' | 'organisation';
  /** Shown name of who or what comes in. */
  name: string;
  /** Short plain summary of what comes in (e-mail, company). */
  summary: string;
  reasons: RowReason[];
  /** The person or organisation already here that this row is taken for, and others it could be. */
  match?: { id: string; name: string; because: RowReason };
  /** The row of the file that this one is joined to, and why. */
  joined?: { line: number; because: RowReason };
  candidates: { id: string; name: string; because: RowReason }[];
  /**
   * For update: what would change, old to new, as plain text, and the labels of entries of a
   * set. `name`: of a field of the team's own.
   */
  changes: {
    field: string;
    name?: string;
    old: string;
    new: string;
    oldLabel?: string;
    newLabel?: string;
  }[];
};

/** What a row or a record says of one field, each value with its label. */
export type RowFact = { field: string; values: { value: string; label?: string }[] };
export type RowFacts = { facts: RowFact[] };

/** Rows of one action, or those of new people who may be somebody who is here. */
export const rowsWantedSchema = z.enum(['create', 'update', 'skip', 'cannot', 'perhaps']);
export type RowsWanted = z.infer<typeof rowsWantedSchema>;

export const rowDecisionSchema = z.object({
  row: z.number().int().min(0),
  action: z.enum(['create', 'update', 'skip', 'auto']),
  /** Person or organisation to update, for update. */
  match: z.string().max(64).optional(),
});
export type RowDecision = z.infer<typeof rowDecisionSchema>;

/** A field of the team's own that takes values of the file in. */
export type ImportField = {
  label: string;
  type: OwnFieldType;
  /** Made by the import. */
  isNew: boolean;
  /** Rows with a value that fits, and those whose value stays another detail. */
  fits: number;
  misfits: number;
  /** Some of what does not fit. */
  examples: string[];
};

export type ImportPreview = {
  info: ImportFileInfo;
  counts: { create: number; update: number; skip: number; cannot: number };
  /** How many of those that are skipped are in all the same, joined to another row. */
  joined: number;
  /** Rows of new people who may be somebody who is here, and how many are not decided yet. */
  perhaps: { rows: number; open: number };
  /** New organisations and roles the rows bring along. */
  organisations: number;
  roles: number;
  /** The team's own fields that it fills. */
  fields: ImportField[];
};

export type ImportReport = {
  action: string;
  /** Rows of which a record was made; `people` of them are people. */
  created: number;
  people: number;
  /** Made of rows of their own, and for people who work there. */
  organisations: number;
  updated: number;
  skipped: number;
  /** How many of the skipped ones were joined to another row. */
  joined: number;
  rejected: number;
};
