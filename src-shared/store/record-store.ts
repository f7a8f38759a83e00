// What commands, import and export need from a store. Two implementations: SQLite
// in the host (src-main/host/book/sqlite) and memory (tests). One writer at a time; a
// write is one transaction: all of it is committed and durable, or none of it.

import type { CollectionName, JsonValue, RecordDoc, RecordStatus } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';

/** What an erasure takes out of what is remembered beside the records. */
export type Forgotten = {
  erased: ReadonlySet<string>;
  /** Of records that stay: which of the values written there go. */
  spoken: ReadonlyMap<
    string,
    (written: { what: string; before: JsonValue; after: JsonValue }) => boolean
  >;
  /** What was there of those who are erased. */
  gone: readonly RecordDoc[];
};

export type RecordTx = {
  /** Reads inside the transaction, own writes included. Missing ids are left out. */
  get: (collection: CollectionName, ids: readonly string[]) => Map<string, RecordDoc>;
  /** Ids of records that carry each key. Keys nobody carries are left out. */
  byKeys: (collection: CollectionName, keys: readonly string[]) => Map<string, string[]>;
  /** Inserts or replaces whole documents. */
  put: (collection: CollectionName, docs: readonly RecordDoc[]) => void;
  /** Removes the rows and their index entries for good (secure delete). */
  purge: (collection: CollectionName, ids: readonly string[]) => void;
  /** Takes it out of the history of the records; a store without one has nothing to do. */
  forget: (what: Forgotten) => void;
  /** Of the last document put, in this transaction or before. */
  sequence: (collection: CollectionName) => number;
  /** Whether another writer waits for this transaction to end. */
  isAwaited: () => boolean;
};

/**
 * A document with its place among the collection's writes (strictly increasing, never
 * used twice, whatever the clock does) and its row: a small number that stays its own.
 */
export type Stored = { doc: RecordDoc; sequence: number; row: number };

export type RecordStore = {
  get: (collection: CollectionName, ids: readonly string[]) => Promise<Map<string, RecordDoc>>;
  byKeys: (collection: CollectionName, keys: readonly string[]) => Promise<Map<string, string[]>>;
  /** Every document (of one status), in id order, in batches of at most 1,000. */
  scan: (
    collection: CollectionName,
    options?: { status?: RecordStatus },
  ) => AsyncIterable<RecordDoc[]>;
  /** Ids of live documents from before a time (their `at`, ms since 1970), oldest first. */
  before: (collection: CollectionName, time: number, limit: number) => Promise<string[]>;
  count: (collection: CollectionName, options?: { status?: RecordStatus }) => Promise<number>;
  /** What was written after `sequence`, each document once, in the order of writing. */
  since: (collection: CollectionName, sequence: number, limit: number) => Promise<Stored[]>;
  /** Of the last committed write; 0 before the first. */
  sequence: (collection: CollectionName) => Promise<number>;
  /** Called after each commit. Returns a function that stops listening. */
  onCommit: (listener: () => void) => () => void;
  /**
   * Runs `work` in one transaction. If it returns a failure or throws, nothing is
   * kept. `work` may await (to yield, report progress, notice a cancel); other
   * writers wait meanwhile, readers see the state before.
   */
  write<T>(work: (tx: RecordTx) => Promise<Result<T>> | Result<T>): Promise<Result<T>>;
  /**
   * For work that takes long: each `write` of it is a transaction of its own, other
   * writers come in between, and listeners hear of it once, after the last.
   */
  inPieces<T>(work: (write: RecordStore['write']) => Promise<T>): Promise<T>;
};
