// What the rest of the host has of a book: its records, the search in them, the check of
// its file; and its backups.

import type {
  BackupInfo,
  CheckReport,
  SearchAnswer,
  SearchCounts,
  SearchHit,
} from '../../../src-shared/bridge/host-types.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Kinds } from '../../../src-shared/domain/kinds.ts';
import type { QueryContext } from '../../../src-shared/query/prepare.ts';
import type { SmartBuckets } from '../../../src-shared/query/smart.ts';
import type { ViewCollection } from '../../../src-shared/query/view.ts';
import type { BookFacts } from './facts/facts.ts';
import type { BookHistory } from './history/history.ts';
import type { Views } from './query/views.ts';
import type { SearchQuestion } from './search/search.ts';
import type { Sought } from './search/sought.ts';
import type { BookRounds } from './rounds/read-run.ts';
import type { BookToday } from './today/today.ts';

/** The open database and what can be done with it as a whole. */
export type Book = {
  store: RecordStore;
  search: (question: SearchQuestion) => SearchAnswer;
  /** How many it finds in each collection, `mostCounted` at most. */
  countFound: (text: string) => SearchCounts['counts'];
  /** Ids of those that a search in one collection finds, best first; all without `most`. */
  findIds: (
    collection: ViewCollection,
    text: string,
    most?: number,
    /** Only those found by it: see `alikeFor`. */
    alike?: Sought,
  ) => string[];
  /** What to look for in these beside what was typed, where that finds next to nothing. */
  alikeFor: (
    collections: readonly ViewCollection[],
    text: string,
    isNothing: boolean,
  ) => Sought | undefined;
  /** Where the words stand in some that hold them, by id. */
  hitsOf: (
    collection: ViewCollection,
    ids: readonly string[],
    text: string,
    alike?: Sought,
  ) => ReadonlyMap<string, SearchHit>;
  /** What kinds of record there are, with the fields that the team defined. */
  kinds: () => Promise<Kinds>;
  /** Buckets that hold whom they ask for. */
  smart: () => Promise<SmartBuckets>;
  /** Answers views for a reader there and then. */
  views: (context: QueryContext) => Views;
  facts: BookFacts;
  today: BookToday;
  rounds: BookRounds;
  /** `devices`: this laptop's id, and those it wrote under before. */
  history: (devices: readonly string[]) => BookHistory;
  check: () => Promise<CheckReport>;
};

/**
 * The book as it is now: a restore replaces it, so it is asked for each time. Refuses
 * while the book is damaged, newer, full or being replaced.
 */
export type CurrentBook = () => Result<Book>;

export type Backups = {
  list: () => BackupInfo[];
  make: (passphrase: string | undefined) => Promise<Result<BackupInfo>>;
  /** Puts a damaged book aside and begins an empty one; `aside` is where the old one is kept. */
  startEmpty: () => Promise<Result<{ aside: string }>>;
  /** Replaces the book; windows hear of it by `store.replaced`. */
  restore: (name: string, passphrase: string | undefined) => Promise<Result<null>>;
  /** The same from a file that lies elsewhere, by its bytes. */
  restoreChosen: (
    pieces: readonly Uint8Array[],
    passphrase: string | undefined,
  ) => Promise<Result<null>>;
};

/** The records of the book as it is now. */
export function storeOf(book: CurrentBook): Result<RecordStore> {
  const open = book();
  return open.ok ? ok(open.value.store) : open;
}
