// Whatever a view asks, the book answers in SQL what src-shared/query says it means.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { openViews } from '../../../src-main/host/book/query/views.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Facts } from '../../../src-shared/query/facts.ts';
import { factsOf, spokenBy } from '../../../src-shared/query/facts-of.ts';
import { groupsOf } from '../../../src-shared/query/groups.ts';
import { matchesPrepared, type MatchContext } from '../../../src-shared/query/matches.ts';
import { inOrder } from '../../../src-shared/query/order.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { tempStore } from '../../support/store/store-fixtures.ts';
import {
  bookOf,
  heldCollections,
  kinds,
  type SmallBook,
  viewOf,
  whenOf,
} from '../../support/store/view-arbitraries.ts';

const asked = fc.record({
  book: bookOf,
  when: whenOf,
  views: fc.array(fc.constantFrom(...heldCollections).chain(viewOf), {
    minLength: 1,
    maxLength: 8,
  }),
});

function contextOf(
  book: SmallBook,
  when: { zone: string; now: number; weekStart: 1 | 6 | 7 },
): MatchContext {
  const held = book as { [collection: string]: SmallBook['people'] };
  return {
    ...when,
    kinds,
    links: {
      get: (collection, id) => held[collection]?.find((doc) => doc.id === id),
      byKey: (collection, key) => held[collection]?.filter(({ keys }) => keys.includes(key)) ?? [],
    },
  };
}

const spokenOf = (book: SmallBook, id: string) =>
  book.moments.filter((doc) => spokenBy(doc, kinds)?.people.includes(id));

it('answers views as the reference does', async () => {
  const database = tempStore();
  let now = 0;
  const store = await createSqliteRecordStore(database, undefined, () => now);
  let before: SmallBook = { people: [], groups: [], ties: [], moments: [] };
  const property = fc.asyncProperty(asked, async ({ book, when, views }) => {
    now = when.now;
    await store.write((tx) => {
      for (const collection of heldCollections) {
        tx.purge(
          collection,
          before[collection].map(({ id }) => id),
        );
        tx.put(collection, book[collection]);
      }
      before = book;
      return ok(null);
    });
    const context = contextOf(book, when);
    const facts = (id: string): Facts => factsOf(spokenOf(book, id), 0, now, kinds);
    const answers = openViews(database, context);
    for (const view of views) {
      const prepared = prepareView(view, context);
      const found = book[view.of as 'people'].filter((doc) =>
        matchesPrepared(prepared, doc, facts(doc.id), context),
      );
      const ids = inOrder(prepared, found, facts, context).map(({ id }) => id as string);
      expect({ view, ids: answers.ids(view, { offset: 0, limit: 100 }) }).toEqual({ view, ids });
      expect({ view, count: answers.count(view) }).toEqual({ view, count: ids.length });
      expect(answers.ids(view, { offset: 1, limit: 2 })).toEqual(ids.slice(1, 3));
      const [group] = prepared.groups;
      if (group === undefined) continue;
      const counts = new Map<string | null, number>();
      for (const doc of found)
        for (const key of groupsOf(group, doc, facts(doc.id), context))
          counts.set(key, (counts.get(key) ?? 0) + 1);
      const groups = new Map(answers.groups(view).map(({ key, count }) => [key, count]));
      expect({ view, groups }).toEqual({ view, groups: counts });
    }
  });
  await fc.assert(property, { seed: testSeed, numRuns: testRuns(150) });
});
