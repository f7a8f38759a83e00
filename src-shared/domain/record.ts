// The one shape every shared record has, whatever its kind. Everything except
// `state` can be read from `state` again; the top-level values exist so that the
// store can sort, filter and search without opening a Yjs document.

/** uuid v7 in lower case, 36 characters. */
export type RecordId = string & { readonly __brand: 'RecordId' };

/** `setup`: what the team defines for itself, such as saved views. `local` never leaves. */
export type CollectionName =
  | 'people'
  | 'groups'
  | 'ties'
  | 'moments'
  | 'work'
  | 'posts'
  | 'setup'
  | 'local';

/** Those whose records people change. Posts are only fetched; `local` is this laptop's own. */
export const editedCollections = [
  'people',
  'groups',
  'ties',
  'moments',
  'work',
  'setup',
] as const satisfies readonly CollectionName[];

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** Where a value came from. */
export type Source =
  | { type: 'typed' }
  | { type: 'import'; action: string; file: string; row: number }
  | { type: 'feed'; feed: string }
  | { type: 'teammate' }
  | { type: 'sample' };

/** Who set a value, on which device, when (ms since 1970, label only) and from where. */
export type Stamp = {
  by: string;
  device: string;
  at: number;
  source: Source;
};

/** One entry of a multi-value set: `value` is what it is matched by. */
export type SetItem = {
  id: string;
  value: string;
  /** Free or well-known label such as work, home, mobile. */
  label?: string;
  /** Whatever else the set's entries carry (address parts, the text as typed). */
  more?: { [key: string]: string };
};

/** A concurrent edit that lost: kept until a person has looked at it. */
export type Conflict = {
  id: string;
  field: string;
  lost: JsonValue;
  lostBy: Stamp;
  wonBy: Stamp;
  /** The id of who was merged into this person, where it was written to them meanwhile. */
  from?: string;
};

/**
 * live: shown. merged: reads resolve to `fields.mergedInto`. trashed: in the trash.
 * undone: its creation was undone. erased: a tombstone, content gone.
 */
export type RecordStatus = 'live' | 'merged' | 'trashed' | 'undone' | 'erased';

export type RecordDoc = {
  id: RecordId;
  kind: string;
  status: RecordStatus;
  scope: 'team' | 'private';
  /** Display name, derived. At most 300 characters. */
  name: string;
  /** Folded name for sorting, derived. At most 120 characters. */
  sortKey: string;
  /**
   * Derived values a record is found by without full text: ids of records it
   * points to, `tag:vip`, `email:a@b.example`, `phone:+49301234`, `name:jane roe`.
   */
  keys: string[];
  /** ms since 1970. Moments: when it happened. Ties: from. Else when it was made. */
  at: number;
  createdAt: number;
  updatedAt: number;
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
  /** The note as plain text; the rich form is in `state` or, before any edit, this text. */
  note: string;
  /** Provenance of everything that no later stamp covers. */
  origin: Stamp;
  /** Provenance of each value edited since: by field name, or `set/itemId`, or `note`. */
  stamps: { [what: string]: Stamp };
  conflicts: Conflict[];
  /** base64 Yjs update (v1); absent while the record is as it was made (genesis). */
  state?: string;
};

/** What a record is made from. */
export type NewRecord = {
  id?: RecordId;
  kind: string;
  scope?: 'team' | 'private';
  fields?: { [field: string]: JsonValue };
  /** Item ids may be left out: they are given by position. */
  sets?: { [set: string]: (Omit<SetItem, 'id'> & { id?: string })[] };
  note?: string;
};
