// What a kind of record must say about itself. A new kind is one file that exports
// a KindDefinition and one line in kinds.ts; the core never names a kind.

import type { CollectionName, JsonValue, SetItem } from './record.ts';

/** The content of a record, apart from its history. */
export type RecordContent = {
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
  note: string;
};

/** Values the store keeps beside the content so that it can sort, filter and find. */
export type Derived = { name: string; keys: string[]; at?: number; search: SearchText };

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
};
