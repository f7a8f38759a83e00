// The history of an open book.

import type {
  HistorySize,
  ListThen,
  News,
  NewsOf,
  PastImport,
  RecordHistory,
  RecordThen,
  TheirRecords,
  ToldActions,
  TouchedRecords,
} from '../../../../src-shared/bridge/history-types.ts';
import type { CollectionName } from '../../../../src-shared/domain/record.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { awaySince, lookedAtSince, theirsSince } from './away.ts';
import { completeSince, setState, stateOf } from './begin.ts';
import { changedSince, pastImports } from './imports.ts';
import { actionsBefore, historyOf, touchedBy } from './read.ts';
import { type ListAsked, listThen } from './list-then.ts';
import { recordThen } from './then.ts';
import { countTrim, trimHistory } from './trim.ts';

export type BookHistory = {
  of: (asked: { id: string; before?: number | undefined; limit: number }) => RecordHistory;
  actions: (asked: Parameters<typeof actionsBefore>[1]) => ToldActions;
  touched: (asked: { n: number; offset: number; limit: number }) => TouchedRecords;
  at: (asked: { collection: CollectionName; id: string; at: number }) => RecordThen;
  list: (asked: ListAsked) => Promise<ListThen>;
  imports: () => PastImport[];
  away: (since: number) => { teammates: NewsOf[]; lookedAt?: number };
  theirs: (asked: { since: number; device: string; limit: number }) => TheirRecords;
  since: (n: number) => { made: number; changed: number };
  news: () => News;
  seen: (n: number) => Promise<void>;
  size: () => HistorySize;
  /** `days` are kept whole; 0: all of it. */
  trim: (days: number) => Promise<void>;
  /** How many changes that would take. */
  countTrim: (days: number) => Promise<number>;
};

/** `devices`: this laptop's id, and those it wrote under before. */
export function bookHistory(
  store: StoreDatabase,
  devices: readonly string[],
  now: () => number = Date.now,
): BookHistory {
  const { reader, writer, transact } = store;
  const tableOf = (of: CollectionName) => recordTable(store, of);
  const source = { reader, tableOf, devices, now };
  return {
    of: (asked) => historyOf(source, asked),
    actions: (asked) => actionsBefore(source, asked),
    touched: (asked) => touchedBy(source, asked),
    at: (asked) => recordThen(source, asked),
    list: (asked) => listThen(source, asked),
    imports: () => pastImports(source),
    away: (since) => ({
      teammates: awaySince(source, since),
      ...lookedAtSince(source, since),
    }),
    theirs: (asked) => theirsSince(source, asked),
    since: (n) => changedSince(source, n),
    news: () => newsIn(store, devices),
    seen: (n) =>
      transact(() => {
        if (n < (stateOf(writer, 'seen') ?? 0)) return;
        setState(writer, 'seen', n);
        setState(writer, 'seenAt', now());
      }),
    size: () => sizeOf(store),
    countTrim: async (days) => (days === 0 ? 0 : countTrim({ reader, now }, days)),
    trim: async (days) => {
      if (days === 0) return;
      let after: string | undefined = '';
      while (after !== undefined) {
        const from: string = after;
        after = await transact(() => trimHistory({ writer, tableOf, now }, days, from));
      }
    },
  };
}

/** So many are counted. */
const mostCounted = 1_000;

function newsIn({ reader }: StoreDatabase, devices: readonly string[]): News {
  const seen = stateOf(reader, 'seen') ?? 0;
  const row = reader
    .prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM history_actions
       WHERE n > ? AND device NOT IN (SELECT value FROM json_each(?)) LIMIT ${mostCounted})`,
    )
    .get(seen, JSON.stringify(devices));
  const last = reader.prepare('SELECT max(n) AS n FROM history_actions').get();
  const seenAt = stateOf(reader, 'seenAt');
  return {
    count: Number(row?.['count'] ?? 0),
    seen,
    latest: Number(last?.['n'] ?? 0),
    ...(seenAt === undefined ? {} : { seenAt }),
  };
}

function sizeOf({ reader }: StoreDatabase): HistorySize {
  const row = reader
    .prepare(
      `SELECT (SELECT count(*) FROM history_rows) AS changes,
        (SELECT coalesce(sum(length(changes) + 200), 0) FROM history_rows) +
        (SELECT coalesce(sum(length(ids) + 60), 0) FROM history_made) +
        (SELECT coalesce(sum(length(source) + 200), 0) FROM history_actions) AS bytes`,
    )
    .get();
  return {
    changes: Number(row?.['changes'] ?? 0),
    bytes: Number(row?.['bytes'] ?? 0),
    begins: completeSince(reader),
  };
}
