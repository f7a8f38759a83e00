// A format says as data how one receiving program wants people: its columns, which
// of a person's several values go into which, and what it refuses.

import type { SetItem } from '../../domain/record.ts';

/** A place for one value of a set. Values go to the first free slot that names their label, then to `any`. */
export type Slot = { labels: readonly string[]; any?: true };

export type SlotSet =
  | 'emails'
  | 'phones'
  | 'addresses'
  | 'links'
  | 'chats'
  | 'relations'
  | 'dates'
  | 'handles';

export type CellSource =
  /** A field of the person. */
  | { field: string }
  /** A field that is a date, where the year is known: YYYY-MM-DD. */
  | { date: string }
  /** A date whose year may be missing: then ` --MM-DD`, the space keeping it from being a formula. */
  | { spaced: string }
  /**
   * given: first and, where the receiver has no place for them, middle names. family:
   * else the whole name as it was written. full: the shown name.
   */
  | { name: 'given-and-middle' | 'family' | 'full' }
  /** Of the most relevant role. */
  | { role: 'organisation' | 'title' | 'department' }
  | { slot: SlotSet; at: number; part?: string }
  /** Tags and buckets, joined; `always` comes first. */
  | { labels: string; always: readonly string[] }
  | { note: true }
  /** A column the receiver knows and we have nothing for. */
  | { none: true };

/** `max` in characters. */
export type Column = { header: string; from: CellSource; max?: number };

/** As many columns as the data needs; `#` in a header is the value's number from 1. */
export type Numbered = {
  /** Sets whose values go here, one after the other. */
  sets: readonly string[];
  headers: readonly string[];
  cells: (item: SetItem, isFirst: boolean) => string[];
};

export type CsvFormat = {
  id: string;
  /** What the receiver is called, the same in every language. */
  name: string;
  /** Ending of the file's name. */
  suffix: string;
  bom: boolean;
  slots: Partial<Record<SlotSet, readonly Slot[]>>;
  columns: readonly Column[];
  numbered?: readonly Numbered[];
  /** Headers of which at least one must be filled, else the receiver rejects the row. */
  required: readonly string[];
  /** Rows and bytes a file may have. */
  limits: { rows?: number; bytes?: number };
};
