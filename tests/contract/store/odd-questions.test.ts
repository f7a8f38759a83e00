// Questions and documents at the edges of what SQLite takes: the answer is that of RxDB's own
// matcher all the same, and nothing is stored that could not be read again.

import { fillWithDefaultSettings, getQueryMatcher, normalizeMangoQuery, prepareQuery } from 'rxdb';
import type { MangoQuerySelector, PreparedQuery, RxDocumentData, RxJsonSchema } from 'rxdb';
import { describe, expect, it, vi } from 'vitest';

import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { record, tempStore } from '../../support/store/store-fixtures.ts';

type Doc = { key: string; value?: string | number; deep?: unknown };
type Stored = RxDocumentData<Doc>;

const schema: RxJsonSchema<Stored> = fillWithDefaultSettings<Doc>({
  version: 0,
  type: 'object',
  primaryKey: 'key',
  properties: {
    key: { type: 'string', maxLength: 100 },
    value: { type: 'string', maxLength: 100 },
    deep: { type: 'object' },
  },
  indexes: ['value'],
});
const doc = (key: string, more: Partial<Doc> = {}): Stored => ({
  key,
  value: `v${key}`,
  ...more,
  _deleted: false,
  _attachments: {},
  _rev: '1-x',
  _meta: { lwt: 1_000 },
});
const docs = ['1', '2', '007', 'true', 'null', 'a', '-Inf'].map((key) => doc(key));

async function opened(...stored: Stored[]) {
  const instance = await getRxStorageSqlite(tempStore()).createStorageInstance<Doc>({
    databaseInstanceToken: 't',
    databaseName: 'db',
    collectionName: 'docs',
    schema,
    options: {},
    multiInstance: false,
    devMode: false,
  });
  const put = (document: Stored) => instance.bulkWrite([{ document }], 'test');
  for (const document of stored) await put(document);
  const ask = async (prepared: PreparedQuery<Doc>) => {
    const { documents } = await instance.query(prepared);
    const { count } = await instance.count(prepared);
    return { keys: documents.map(({ key }) => key).sort(), count };
  };
  return { instance, put, ask };
}

const preparedOf = (selector: object): PreparedQuery<Doc> =>
  prepareQuery<Doc>(
    schema,
    normalizeMangoQuery(schema, { selector: selector as MangoQuerySelector<Doc> }) as never,
  );
const matching = (prepared: PreparedQuery<Doc>): string[] => {
  const matches = getQueryMatcher(schema, prepared.query);
  return docs
    .filter(matches)
    .map(({ key }) => key)
    .sort();
};

describe('a query that was prepared by hand', () => {
  it.each([{}, { limit: 2 }, { limit: undefined, skip: undefined }])('%j', async (about) => {
    const { ask } = await opened(...docs);
    const { query, queryPlan } = preparedOf({});
    const { skip: _skip, limit: _limit, ...bare } = query;
    const asked = { query: { ...bare, ...about }, queryPlan } as PreparedQuery<Doc>;
    const count = about.limit ?? docs.length;
    expect(await ask(asked)).toMatchObject({ count });
    expect((await ask(asked)).keys).toHaveLength(count);
  });
});

describe('a primary key', () => {
  it.each([
    { key: 1 },
    { key: { $eq: 7 } },
    { key: { $ne: 1 } },
    { key: { $in: [1, '2', true, null] } },
    { key: { $nin: [1, '2', null] } },
    { key: { $gt: 0 } },
    { key: { $lte: 5 } },
    { key: { $eq: true } },
    { key: { $gte: null } },
    { key: null },
    { $or: [{ key: 1 }, { key: 'a' }] },
    { $nor: [{ key: 1 }, { key: { $lt: 9 } }] },
    { key: { $not: { $eq: 2 } } },
    { key: { $type: 'number' } },
    { value: { $gt: 0 } },
  ])('is text, and no number: %j', async (selector) => {
    const { ask } = await opened(...docs);
    const prepared = preparedOf(selector);
    const keys = matching(prepared);
    expect(await ask(prepared)).toEqual({ keys, count: keys.length });
  });
});

describe('a question too large for one statement', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `x${at}`);
  it.each<[string, object]>([
    [
      'two lists of 20,000',
      { key: { $in: [...many(20_000), 'a', '1'] }, value: { $nin: many(20_000) } },
    ],
    ['one list of 40,000', { key: { $in: [...many(40_000), '007'] } }],
    ['1,001 branches', { $or: [...many(1_001), 'a'].map((key) => ({ key })) }],
    [
      '5,000 branches of an other field',
      { $or: [...many(5_000), 'va'].map((value) => ({ value })) },
    ],
    ['1,500 conditions', { $and: many(1_500).map((key) => ({ key: { $ne: key } })) }],
    [
      '30 branches of 2,000',
      { $or: many(30).map(() => ({ key: { $in: [...many(2_000), '2'] } })) },
    ],
    [
      'conditions 300 deep',
      many(300).reduce<object>((inner) => ({ $and: [{ $or: [inner, { key: 'zz' }] }] }), {
        key: 'a',
      }),
    ],
    ['none of 1,200', { $nor: [...many(1_200), 'null'].map((key) => ({ key })) }],
  ])('%s', async (_, selector) => {
    const { ask } = await opened(...docs);
    const prepared = preparedOf(selector);
    const keys = matching(prepared);
    expect(keys.length).toBeGreaterThan(0);
    expect(await ask(prepared)).toEqual({ keys, count: keys.length });
  });
});

describe('a document', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 'end';
    for (let at = 0; at < depth; at++) value = at % 2 === 0 ? { in: value } : [value];
    return value;
  };
  it('nested as deep as SQLite reads is found, and deeper ones are refused whole', async () => {
    const { instance, put, ask } = await opened(doc('a', { deep: { in: nested(880) } }));
    for (const depth of [1_001, 1_500, 4_000])
      await expect(put(doc(`d${depth}`, { deep: { in: nested(depth) } }))).rejects.toThrow(/deep/);
    expect(await ask(preparedOf({ 'deep.in': { $exists: true } }))).toMatchObject({
      keys: ['a'],
    });
    expect((await instance.findDocumentsById(['d1001'], true)).length).toBe(0);
  });
});

describe('a listener of commits that throws', () => {
  it('takes nothing back, and everybody else hears of it', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = tempStore();
    const records = await createSqliteRecordStore(store);
    let heard = 0;
    records.onCommit(() => {
      throw new Error('broken listener');
    });
    records.onCommit(() => (heard += 1));
    const changes: unknown[] = [];
    const table = store.find({ database: 'rapport', collection: 'people', version: 0 });
    table?.changes$.subscribe((bulk) => changes.push(bulk));
    const written = await records.write((tx) => ok(tx.put('people', [record('a')])));
    expect([written.ok, heard, changes.length]).toEqual([true, 1, 1]);
    expect((await records.get('people', ['a'])).size).toBe(1);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});
