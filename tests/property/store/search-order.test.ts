// A search asks the index as seldom as it can. What it finds, and in which order, is what asking
// every question one after the other finds.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findIds } from '../../../src-main/host/book/search/search.ts';
import { matchOf, soughtIn, writtenOtherwise } from '../../../src-main/host/book/search/sought.ts';
import type { StoreDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { databaseName, schemas } from '../../../src-shared/schema/collections.ts';
import { testRuns } from '../../support/seeded.ts';
import { bookOf, items, person } from '../../support/store/search-book.ts';
import { record } from '../../support/store/store-fixtures.ts';

const word = fc.constantFrom('ana', 'anna', 'annamaria', 'maria', 'mar', 'roe', 'rose', 'berlin');
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const someone = fc.record({
  name: text,
  email: fc.option(fc.tuple(word, word)),
  tag: fc.option(text),
  spokenAt: fc.option(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_009 })),
});
const typed = fc
  .tuple(text, fc.integer({ min: 1, max: 4 }))
  .map(([words, cut]) => words.slice(0, Math.max(2, words.length - cut + 1)));

const idOf = (at: number): string => `p${String(at).padStart(3, '0')}`;

function docsOf(people: readonly (typeof someone extends fc.Arbitrary<infer T> ? T : never)[]) {
  const persons = people.map(({ name, email, tag }, at) =>
    person(idOf(at), name, {
      sets: {
        ...(email === null ? {} : { emails: items(`${email[0]}@${email[1]}.example`) }),
        ...(tag === null ? {} : { tags: items(tag) }),
      },
    }),
  );
  const calls = people.flatMap(({ spokenAt }, at): RecordDoc[] =>
    spokenAt === null
      ? []
      : [
          record(`c${at}`, {
            kind: 'call',
            fields: { when: spokenAt, people: [idOf(at)], direction: 'out' },
            keys: [idOf(at)],
          }),
        ],
  );
  return { persons, calls };
}

/** Every question in its turn, none left out. */
function oneByOne({ reader, find }: StoreDatabase, asked: string, most: number): string[] {
  const { version } = schemas.people;
  const { search, docs } = find({ database: databaseName, collection: 'people', version })!;
  const sought = soughtIn(asked);
  const [whole, begun] = [matchOf(sought, ''), matchOf(sought, '*')];
  const rows = (match: string): number[] =>
    reader
      .prepare(`SELECT rowid AS n FROM ${search} WHERE ${search} MATCH ? LIMIT ?`)
      .all(match, most + 1)
      .map(({ n }) => Number(n));
  const contactAt = new Map(
    reader
      .prepare('SELECT n, contact_at FROM facts WHERE contact_at IS NOT NULL')
      .all()
      .map((row) => [Number(row['n']), Number(row['contact_at'])]),
  );
  const latestFirst = (some: readonly number[]): number[] =>
    some.toSorted((a, b) => (contactAt.get(b) ?? 0) - (contactAt.get(a) ?? 0) || a - b);
  const dealtWith = (match: string): number[] =>
    latestFirst(
      reader
        .prepare(`SELECT rowid AS n FROM ${search} WHERE ${search} MATCH ?`)
        .all(match)
        .map(({ n }) => Number(n))
        .filter((n) => contactAt.has(n)),
    ).slice(0, most + 1);
  const otherwise = writtenOtherwise(sought);
  const found = new Set([
    ...dealtWith(`name : (${whole})`),
    ...rows(`name : (${whole})`),
    ...dealtWith(`name : (${begun})`),
    ...rows(`name : (${begun})`),
    ...(otherwise === undefined ? [] : latestFirst(rows(`name : (${otherwise})`))),
    ...latestFirst(rows(`{name contact} : (${begun})`)),
    ...latestFirst(rows(begun)),
  ]);
  const idOfRow = reader.prepare(`SELECT id FROM ${docs} WHERE n = ?`);
  return [...found].slice(0, most).map((n) => String(idOfRow.get(n)?.['id']));
}

test('finds what every question would, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 1, maxLength: 30 }),
      fc.array(fc.tuple(typed, fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 8 }),
      async (people, questions) => {
        const { persons, calls } = docsOf(people);
        const { store, records } = await bookOf(...persons);
        await records.write((tx) => ok(tx.put('moments', calls)));
        for (const [asked, most] of questions) {
          const expected = oneByOne(store, asked, most);
          // Where nothing is found, other ways are gone.
          if (expected.length === 0) continue;
          expect([asked, most, findIds(store, 'people', asked, most)]).toEqual([
            asked,
            most,
            expected,
          ]);
        }
        await store.close();
      },
    ),
    { numRuns: testRuns(15) },
  );
});
