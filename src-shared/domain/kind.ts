// What a kind of record must say about itself. A new kind is one file that exports
// a KindDefinition and one line in kinds.ts; the core never names a kind.

import type { CollectionName, JsonValue, SetItem, Stamp } from './record.ts';

/** The content of a record, apart from its history. */
export type RecordContent = {
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
  note: string;
};

/** Values the store keeps beside the content so that it can sort, filter and find. */
export type Derived = {
  name: string;
  /** What it is sorted by, where that is not its name. */
  sortName?: string;
  keys: string[];
  at?: number;
  search: SearchText;
};

/** Text for the full-text index: `name` weighs most, then `contact`, then `body`. */
export type SearchText = { name: string; contact: string; body: string };

export type KindDefinition = {
  kind: string;
  collection: CollectionName;
  /** Field names this version shows; others survive untouched. */
  fields: readonly string[];
  /** Set name to the function that gives the key under which two items are the same. */
  sets: { readonly [set: string]: (item: { value: string; label?: string | undefined }) => string };
  derive(content: RecordContent): Derived;
  /** The record that this one belongs to: when that is erased, this goes, too. */
  owner?: (content: RecordContent) => string | undefined;
  /**
   * For what nobody edits: the one row that two rows of the same id make. Commutative,
   * associative and idempotent, so replicas agree in whatever order they hear.
   */
  combine?: (mine: RecordRow, theirs: RecordRow) => RecordRow;
};

/** A record that has no history but its origin. */
export type RecordRow = RecordContent & { createdAt: number; origin: Stamp };
