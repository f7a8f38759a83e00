// What a window is told of the history of the book.

import type { CollectionName, JsonValue, RecordDoc, Source } from '../domain/record.ts';

/** What somebody did at one time, here or on a teammate's laptop. */
export type HistoryAction = {
  /** Its place: what came later stands higher, whatever a clock said. */
  n: number;
  /** By which this laptop undoes it; null for what others did. */
  action: string | null;
  /** The label of what was done, or `undo`, `redo`; of these two, `of` is what was turned. */
  verb: string;
  of: string | null;
  by: string;
  device: string;
  at: number;
  source: Source;
  /** When this laptop wrote or received it. */
  arrived: number;
  /** A clock was wrong: its time says nothing. */
  isUnsure: boolean;
  made: number;
  changed: number;
  /** How many records that was, as it is told where it is done. */
  count: number;
  /** Of this laptop's own: whether it stands. */
  isUndone: boolean;
  isOwn: boolean;
};

export type HistoryChange = { what: string; before: JsonValue; after: JsonValue };

export type HistoryLine = {
  n: number;
  action: HistoryAction;
  /** Of an imported file. */
  row: number | null;
  changes: HistoryChange[];
};

/** `begins`: from when on every change is known, ms since 1970; 0: always. */
export type RecordHistory = { lines: HistoryLine[]; isMore: boolean; begins: number };

export type TouchedRecord = {
  collection: CollectionName;
  id: string;
  kind: string;
  name: string;
  status: RecordDoc['status'] | 'gone';
  isMade: boolean;
  /** What was changed in it. */
  whats: string[];
};
export type TouchedRecords = { records: TouchedRecord[]; total: number };

/** The action with some of what it touched, people and groups first. */
export type ToldAction = HistoryAction & { some: TouchedRecord[] };
export type ToldActions = { actions: ToldAction[]; isMore: boolean };

/** What others did since somebody looked last; `seenAt`: when that was, ms since 1970. */
export type News = { count: number; seen: number; latest: number; seenAt?: number };

/** How many records of each kind a teammate made and changed. */
export type NewsOf = {
  device: string;
  by: string;
  kinds: { kind: string; made: number; changed: number }[];
};

/**
 * `times`: how often it was changed; that it was added is none of them. `on`: what it is shown
 * with, where it has no page of its own.
 */
export type TheirRecord = Omit<TouchedRecord, 'whats'> & {
  times: number;
  on?: { collection: string; id: string };
};
export type TheirRecords = { records: TheirRecord[]; total: number };

/** A record on a day. Null: it was not here then. */
export type RecordThen = {
  doc: Pick<RecordDoc, 'fields' | 'sets' | 'note'> | null;
  /** From when on every change is known. */
  completeSince: number;
};

/** `isOther`: it was called something else. `status`: what it is now. */
export type RowThen = { id: string; name: string; isOther: boolean; status: RecordDoc['status'] };

/** Everybody on a day, by name; `total` of all, also where fewer are told. */
export type ListThen = { rows: RowThen[]; total: number; completeSince: number };

export type PastImport = HistoryAction & {
  file: string;
  skipped: number | null;
  rejected: number | null;
};

export type HistorySize = { changes: number; bytes: number; begins: number };
