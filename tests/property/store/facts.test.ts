// After any history of commands the kept facts are those that the records give when they
// are computed from nothing.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { bookFacts } from '../../../src-main/host/book/facts/facts.ts';
import { readFacts } from '../../../src-main/host/book/facts/rows.ts';
import type { StoreDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import { factsOf, spokenBy } from '../../../src-shared/query/facts-of.ts';
import { keeperOf } from '../../../src-shared/records/merged.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { tempStore } from '../../support/store/store-fixtures.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 2, 12);

const people = ['p0', 'p1', 'p2', 'p3'];
const moments = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'];
const person = fc.constantFrom(...people);
const moment = fc.constantFrom(...moments);
const when = fc.integer({ min: -5, max: 5 }).map((days) => start + days * day);
const withWhom = fc.uniqueArray(person, { maxLength: 3 });
const momentRef = (id: string) => ({ collection: 'moments' as const, id });
const personRef = (id: string) => ({ collection: 'people' as const, id });
const promises = ['w0', 'w1', 'w2'];
const promise = fc.constantFrom(...promises);
const promiseRef = (id: string) => ({ collection: 'work' as const, id });
const either = fc.oneof(person.map(personRef), moment.map(momentRef), promise.map(promiseRef));
const due = fc.constantFrom('2026-03-10', '2026-03', '9999-12-31', '0000-01-01', 'soon');

type Step = Command | 'day';

const edits = <Ref>(of: fc.Arbitrary<Ref>, name: string, value: fc.Arbitrary<unknown>) =>
  fc.tuple(of, value).map(([ref, given]) => ({
    type: 'edit' as const,
    changes: [{ type: 'field' as const, ref, field: name, value: given }],
  }));
const field = (name: string, value: fc.Arbitrary<unknown>) =>
  edits(moment.map(momentRef), name, value);
const ofPromise = (name: string, value: fc.Arbitrary<unknown>) =>
  edits(promise.map(promiseRef), name, value);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        id: moment,
        kind: fc.constantFrom('call', 'meeting', 'message', 'note', 'kept-post'),
        people: withWhom,
        when,
        direction: fc.constantFrom('in', 'out', 'absent', ''),
      })
      .map(({ id, kind, ...fields }) => ({
        type: 'create' as const,
        records: [{ id, kind, fields }],
      })),
  },
  {
    weight: 2,
    arbitrary: person.map((id) => ({
      type: 'create' as const,
      records: [{ id, kind: 'person', fields: { given: id } }],
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        id: promise,
        people: withWhom,
        due,
        by: fc.constantFrom('ours', 'theirs', 'others'),
        state: fc.constantFrom('open', 'open', 'kept'),
        precision: fc.constantFrom('day', 'week'),
      })
      .map(({ id, ...fields }) => ({
        type: 'create' as const,
        records: [{ id, kind: 'promise', fields: { text: id, ...fields } }],
      })),
  },
  { weight: 1, arbitrary: ofPromise('people', withWhom) },
  { weight: 1, arbitrary: ofPromise('due', due) },
  { weight: 1, arbitrary: ofPromise('state', fc.constantFrom('open', 'kept', 'dropped')) },
  { weight: 2, arbitrary: field('people', withWhom) },
  { weight: 2, arbitrary: field('when', when) },
  { weight: 1, arbitrary: field('kind', fc.constantFrom('call', 'note', null)) },
  { weight: 1, arbitrary: field('direction', fc.constantFrom('in', 'absent', null)) },
  { weight: 2, arbitrary: either.map((ref) => ({ type: 'trash' as const, refs: [ref] })) },
  { weight: 1, arbitrary: either.map((ref) => ({ type: 'restore' as const, refs: [ref] })) },
  { weight: 1, arbitrary: either.map((ref) => ({ type: 'erase' as const, refs: [ref] })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(person, person)
      .map(([keep, gone]) => ({ type: 'merge' as const, keep, gone: [gone] })),
  },
  { weight: 1, arbitrary: person.map((gone) => ({ type: 'unmerge' as const, gone })) },
  { weight: 2, arbitrary: fc.constant({ type: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant('day' as const) },
) as fc.Arbitrary<Step>;

/** Two people with calls, and two without. */
const beginning: Step[] = [
  {
    type: 'create',
    records: people.slice(0, 3).map((id) => ({ id, kind: 'person', fields: { given: id } })),
  },
  {
    type: 'create',
    records: [
      { id: 'm0', kind: 'call', fields: { people: ['p0'], when: start - 4 * day } },
      { id: 'm1', kind: 'meeting', fields: { people: ['p1'], when: start + day } },
      {
        id: 'w0',
        kind: 'promise',
        fields: { text: 'Quote', people: ['p0'], by: 'ours', state: 'open', due: '2026-03-09' },
      },
    ],
  },
];

async function all(store: RecordStore, collection: CollectionName): Promise<RecordDoc[]> {
  const docs: RecordDoc[] = [];
  for await (const batch of store.scan(collection)) docs.push(...batch);
  return docs;
}

/** Of everybody, straight from the records. */
async function expected(store: RecordStore, now: number): Promise<Map<string, unknown>> {
  const known = new Map((await all(store, 'people')).map((doc) => [doc.id as string, doc]));
  const find = (id: string) => known.get(id);
  const said = [...(await all(store, 'moments')), ...(await all(store, 'work'))];
  return new Map(
    people.map((id) => {
      const isKeeper = keeperOf(id, find) === id;
      const own = said.filter((doc) =>
        spokenBy(doc, kinds)?.people.some((one) => keeperOf(one, find) === id),
      );
      return [id, factsOf(isKeeper ? own : [], 0, now, kinds)];
    }),
  );
}

const kept = (database: StoreDatabase) =>
  new Map(people.map((id) => [id, readFacts(database.writer, id)]));

it('kept facts are what the records say', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
    let now = start;
    let made = 0;
    const database = tempStore();
    const store = await createSqliteRecordStore(database, undefined, () => now);
    const facts = bookFacts(database, () => now);
    const context = {
      now: () => now,
      newId: () => `id${(made += 1)}` as never,
      userName: 'Ana',
      device: 'd',
      yjsClientId: 7,
      hash: (text: string) => text,
    };
    for (const one of [...beginning, ...steps]) {
      if (one === 'day') {
        now += day;
        await facts.refresh();
      } else await runCommand(store, one, context);
      await facts.refresh();
      expect(kept(database)).toEqual(await expected(store, now));
    }
    const before = kept(database);
    await facts.rebuild();
    expect(kept(database)).toEqual(before);
    await database.close();
  });
  const merge = { type: 'merge' as const, keep: 'p2', gone: ['p0'] };
  const trash = { type: 'trash' as const, refs: [personRef('p0')] };
  // What was merged lay in the trash, and counted for its keeper until all was computed anew.
  const examples: [Step[]][] = [[[merge, trash]]];
  await fc.assert(property, { seed: testSeed, numRuns: testRuns(40), examples });
});
