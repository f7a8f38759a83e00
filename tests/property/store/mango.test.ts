// Whatever is asked, the SQLite storage answers as RxDB's own code does.

import fc from 'fast-check';
import { getQueryMatcher, getSortComparator, normalizeMangoQuery, prepareQuery } from 'rxdb';
import type { MangoQuery, RxDocumentData, RxStorage, RxStorageInstance } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';

import type { StoreDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import {
  docsOf,
  type MangoDoc,
  mangoSchema,
  queryOf,
} from '../../support/store/mango-arbitraries.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { tempStore } from '../../support/store/store-fixtures.ts';

type Stored = RxDocumentData<MangoDoc>;
type Instance = RxStorageInstance<MangoDoc, unknown, unknown>;

let opened = 0;
async function openWith(storage: unknown, docs: Stored[]): Promise<Instance> {
  opened += 1;
  const instance = await (storage as RxStorage<unknown, unknown>).createStorageInstance<MangoDoc>({
    databaseInstanceToken: `t${opened}`,
    databaseName: `db${opened}`,
    collectionName: 'docs',
    schema: mangoSchema,
    options: {},
    multiInstance: false,
    devMode: false,
  });
  await instance.bulkWrite(
    docs.map((document) => ({ document })),
    'test',
  );
  return instance;
}

const stored = (doc: MangoDoc, at: number): Stored => ({
  ...doc,
  _deleted: at % 9 === 8,
  _attachments: {},
  _rev: '1-x',
  _meta: { lwt: 1_000 + at },
});

const openStore = (): StoreDatabase => tempStore({ traits: () => ({ multiValue: 'keys' }) });
const prepared = (query: MangoQuery<MangoDoc>) =>
  prepareQuery<MangoDoc>(mangoSchema, normalizeMangoQuery(mangoSchema as never, query) as never);
const runs = { seed: testSeed, numRuns: testRuns(300) };

async function answer(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch {
    return 'refused';
  }
}

it('answers as the memory storage does', async () => {
  const sqlite = getRxStorageSqlite(openStore());
  const queries = fc.array(queryOf(true), { minLength: 1, maxLength: 12 });
  const property = fc.asyncProperty(docsOf(true), queries, async (docs, asked) => {
    const rows = docs.map(stored);
    const instances = [await openWith(sqlite, rows), await openWith(getRxStorageMemory(), rows)];
    for (const query of asked) {
      const [ours, theirs] = await Promise.all(
        instances.map((instance) => answer(() => instance.query(prepared(query)))),
      );
      expect({ query, answer: ours }).toEqual({ query, answer: theirs });
      const { skip: _skip, limit: _limit, ...whole } = query;
      const [ourCount, theirCount] = await Promise.all(
        instances.map((instance) => answer(() => instance.count(prepared(whole)))),
      );
      expect({ whole, count: ourCount }).toEqual({ whole, count: theirCount });
    }
    await Promise.all(instances.map((instance) => instance.remove()));
  });
  await fc.assert(property, runs);
});

it('answers as the matcher and the comparator do, also where documents break their schema', async () => {
  const sqlite = getRxStorageSqlite(openStore());
  const queries = fc.array(queryOf(false), { minLength: 1, maxLength: 12 });
  const property = fc.asyncProperty(docsOf(false), queries, async (docs, asked) => {
    const rows = docs.map(stored);
    const ours = await openWith(sqlite, rows);
    for (const query of asked) {
      const { query: filled, ...plan } = prepared(query);
      const expected = await answer(() => {
        const matches = getQueryMatcher(mangoSchema as never, filled as never);
        return rows
          .filter((doc) => matches(doc as never))
          .map((doc) => doc.id)
          .toSorted();
      });
      const { skip: _skip, limit: _limit, ...whole } = filled;
      const found = await answer(async () => {
        const { documents } = await ours.query({ ...plan, query: { ...whole, skip: 0 } });
        expectSorted(documents, filled);
        return documents.map((doc) => doc.id).toSorted();
      });
      expect({ query, found }).toEqual({ query, found: expected });
    }
    await ours.remove();
  });
  await fc.assert(property, runs);
});

function expectSorted(docs: Stored[], query: unknown): void {
  const compare = getSortComparator(mangoSchema as never, query as never);
  for (let at = 1; at < docs.length; at += 1) {
    expect(compare(docs[at - 1] as never, docs[at] as never) ?? 0).toBeLessThanOrEqual(0);
  }
}
