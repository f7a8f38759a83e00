// Whatever a view asks, the book answers in SQL what src-shared/query says it means.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { openViews, type Views } from '../../../src-main/host/book/query/views.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import type { RecordDoc, RecordId } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Foot, GroupKey } from '../../../src-shared/query/answers.ts';
import { dayOfTime } from '../../../src-shared/query/calendar.ts';
import { type Facts, noFacts } from '../../../src-shared/query/facts.ts';
import { factsOf, spokenBy } from '../../../src-shared/query/facts-of.ts';
import { footOf } from '../../../src-shared/query/feet.ts';
import { groupPeopleOf } from '../../../src-shared/query/group-people.ts';
import { groupsOf } from '../../../src-shared/query/groups.ts';
import { matchesPrepared, type MatchContext } from '../../../src-shared/query/matches.ts';
import { inOrder } from '../../../src-shared/query/order.ts';
import { resolveReference } from '../../../src-shared/query/places.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import type { View } from '../../../src-shared/query/view.ts';
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
    maxLength: 5,
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

type Asking = {
  context: MatchContext;
  view: View;
  facts: (id: string) => Facts;
};

/** Who stands in which groups, by their keys as JSON: the whole view, the outer, the inner ones. */
function groupedOf({ context, view, facts }: Asking, found: readonly RecordDoc[]) {
  const [outer, inner] = prepareView(view, context).groups.map(
    (group) => (doc: RecordDoc) => groupsOf(group, doc, facts(doc.id), context),
  );
  const within = new Map<string, RecordDoc[]>([['[]', [...found]]]);
  const put = (keys: GroupKey[], doc: RecordDoc): void => {
    const name = JSON.stringify(keys);
    within.set(name, [...(within.get(name) ?? []), doc]);
  };
  for (const doc of found)
    for (const key of outer?.(doc) ?? []) {
      put([key], doc);
      for (const second of inner?.(doc) ?? []) put([key, second], doc);
    }
  return within;
}

/** Each is a question of its own. */
const mostLookedInto = 4;

const keysIn = (name: string): GroupKey[] => JSON.parse(name) as GroupKey[];

/** Groups, who stands in each, and the feet of the whole view and of every group. */
function expectGroups(asking: Asking, answers: Views, found: readonly RecordDoc[]): void {
  const { context, view, facts } = asking;
  const within = groupedOf(asking, found);
  const counted = answers
    .groups(view)
    .flatMap(({ key, count, inside = [] }) => [
      [JSON.stringify([key]), count] as const,
      ...inside.map((one) => [JSON.stringify([key, one.key]), one.count] as const),
    ]);
  const wanted = new Map([...within].map(([keys, docs]) => [keys, docs.length]));
  wanted.delete('[]');
  expect({ view, groups: new Map(counted) }).toEqual({ view, groups: wanted });
  for (const [name, docs] of [...within].slice(0, mostLookedInto)) {
    const ids = answers.ids(view, { offset: 0, limit: 100 }, keysIn(name));
    const meant = inOrder(prepareView(view, context), docs, facts, context).map(({ id }) => id);
    expect({ view, name, ids }).toEqual({ view, name, ids: meant });
  }
  for (const { field } of view.columns) {
    const column = resolveReference(context.kinds, view.of, field);
    const meant = [...within].flatMap(([name, docs]): Foot[] =>
      column === undefined || docs.length === 0
        ? []
        : [{ group: keysIn(name), ...footOf(column, docs, facts, context) }],
    );
    const feet = answers.feet(view, field) ?? [];
    expect({ view, field, feet: comparable(feet) }).toEqual({
      view,
      field,
      feet: comparable(meant),
    });
  }
}

/** Two laptops put somebody into the same bucket at once: it is one bucket all the same. */
function bucketToldTwice() {
  const now = Date.UTC(2026, 2, 12);
  const common: Omit<RecordDoc, 'id' | 'kind' | 'keys' | 'sets'> = {
    status: 'live',
    scope: 'team',
    name: 'Ana',
    sortKey: 'ana',
    at: now,
    createdAt: now,
    updatedAt: now,
    fields: {},
    note: '',
    origin: { by: 'Ana', device: 'd', at: now, source: { type: 'typed' } },
    stamps: {},
    conflicts: [],
  };
  const buckets = [
    { value: 'g3', id: 'i0' },
    { value: 'g3', id: 'i1' },
  ];
  const book: SmallBook = {
    people: [{ ...common, id: 'p3' as RecordId, kind: 'person', keys: ['g3'], sets: { buckets } }],
    groups: [{ ...common, id: 'g3' as RecordId, kind: 'organisation', keys: [], sets: {} }],
    ties: [],
    moments: [],
  };
  const view: View = {
    of: 'people',
    conditions: { all: [] },
    sorts: [],
    groupBy: [{ field: 'bucket.name' }],
    columns: [{ field: 'bucket.changedAt' }],
    layout: 'table',
  };
  return { book, when: { zone: 'UTC', weekStart: 1, now } as const, views: [view] };
}

/** Of a group only the time counts. */
const contactAt = (at: number): Pick<Facts, 'lastContact'> => ({
  lastContact: { at, moment: '', kind: '', direction: 'both', by: '' },
});

/** Sums of fractions differ by the order in which they are made. */
const comparable = (feet: readonly Foot[]) =>
  new Map(
    feet.map(({ group, numbers, ...foot }) => [
      JSON.stringify(group),
      {
        ...foot,
        numbers: numbers.map((one) => ({
          ...one,
          sum: one.sum === null ? null : Number(one.sum.toFixed(6)) + 0,
          median: one.median === null ? null : Number(one.median.toFixed(6)) + 0,
        })),
      },
    ]),
  );

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
    const ofPerson = (id: string): Facts => factsOf(spokenOf(book, id), 0, now, kinds);
    const ofGroup = (id: string) =>
      groupPeopleOf({ id: id as RecordId, kind: '' }, context.links, ofPerson, today);
    const today = dayOfTime(now, when.zone);
    const facts = (id: string): Facts => {
      if (!book.groups.some((group) => group.id === id)) return ofPerson(id);
      const { count, lastContact } = ofGroup(id);
      return {
        ...noFacts,
        people: count,
        ...(lastContact === undefined ? {} : contactAt(lastContact)),
      };
    };
    const answers = openViews(database, context);
    for (const { id } of book.groups) {
      const { first, ...said } = answers.peopleOf([id])[id] ?? { first: [], count: -1 };
      expect({ id, said, faces: first.length }).toEqual({
        id,
        said: ofGroup(id),
        faces: Math.min(5, said.count),
      });
    }
    for (const view of views) {
      const prepared = prepareView(view, context);
      const found = book[view.of as 'people'].filter((doc) =>
        matchesPrepared(prepared, doc, facts(doc.id), context),
      );
      const ids = inOrder(prepared, found, facts, context).map(({ id }) => id as string);
      expect({ view, ids: answers.ids(view, { offset: 0, limit: 100 }) }).toEqual({ view, ids });
      expect({ view, count: answers.count(view) }).toEqual({ view, count: ids.length });
      expect(answers.ids(view, { offset: 1, limit: 2 })).toEqual(ids.slice(1, 3));
      expectGroups({ context, view, facts }, answers, found);
    }
  });
  await fc.assert(property, {
    seed: testSeed,
    numRuns: testRuns(150),
    examples: [[bucketToldTwice()]],
  });
});
