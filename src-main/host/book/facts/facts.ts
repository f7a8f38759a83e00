// The facts of an open book: brought up to the minute before a view asks, and rebuilt
// when a check asks for it.

import type { CollectionName } from '../../../../src-shared/domain/record.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';
import type { FactValues } from '../../../../src-shared/query/answers.ts';
import { createFactsLog } from './keep.ts';
import { factsOf } from './read.ts';
import { rebuildFacts, turnedSince } from './rebuild.ts';

export type BookFacts = {
  /** A meeting that lay ahead may have been held by now. */
  refresh: () => Promise<void>;
  rebuild: () => Promise<void>;
  /** What is said of these people; those of whom nothing is said are left out. */
  of: (ids: readonly string[]) => FactValues;
};

export function bookFacts(store: StoreDatabase, now: () => number = Date.now): BookFacts {
  const tableOf = (of: CollectionName) => recordTable(store, of);
  const source = { writer: store.writer, tableOf, now };
  return {
    refresh: async () => {
      const turned = turnedSince(store.reader, now());
      if (turned.length === 0) return;
      await store.transact(() => {
        const log = createFactsLog(source);
        log.touch(turned);
        log.flush();
      });
    },
    rebuild: () => store.transact(() => rebuildFacts(source)),
    of: (ids) => factsOf(store.reader, ids),
  };
}
