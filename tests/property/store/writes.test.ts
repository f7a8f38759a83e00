// Random sequences of writes: answers, events, documents and changes are those of the
// memory storage; keys and full text follow; reopening the file changes nothing.

import fc from 'fast-check';
import type {
  BulkWriteRow,
  EventBulk,
  RxDocumentData,
  RxStorage,
  RxStorageChangeEvent,
  RxStorageInstance,
} from 'rxdb';
import { fillWithDefaultSettings } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';

import {
  openDatabase,
  type StoreDatabase,
} from '../../../src-main/host/book/sqlite/open-database.ts';
import { shownText } from '../../../src-main/host/book/search/text.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { schemas } from '../../../src-shared/schema/collections.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { record, tempDir } from '../../support/store/store-fixtures.ts';

type Stored = RxDocumentData<Record<string, unknown>>;
type Instance = RxStorageInstance<Record<string, unknown>, unknown, unknown>;
type Row = BulkWriteRow<Record<string, unknown>>;
/** `isStale`: written over a revision that is not the stored one. */
type Edit = { id: string; word: string; status: string; isDeleted: boolean; isStale: boolean };
type Step = { edits: Edit[] } | 'reopen' | 'cleanup';

const edit: fc.Arbitrary<Edit> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  word: fc.constantFrom('red', 'green', 'blue'),
  status: fc.constantFrom('live', 'live', 'trashed'),
  isDeleted: fc.nat({ max: 4 }).map((n) => n === 0),
  isStale: fc.nat({ max: 5 }).map((n) => n === 0),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      edits: fc.uniqueArray(edit, { selector: ({ id }) => id, minLength: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
  { weight: 1, arbitrary: fc.constant('cleanup' as const) },
);

let count = 0;
const open = (storage: unknown, databaseName: string): Promise<Instance> =>
  (storage as RxStorage<unknown, unknown>).createStorageInstance<Record<string, unknown>>({
    databaseInstanceToken: 'token',
    databaseName,
    collectionName: 'people',
    schema: fillWithDefaultSettings(schemas.people as never) as never,
    options: {},
    multiInstance: false,
    devMode: false,
  });

const openBook = (path: string): StoreDatabase =>
  openDatabase(path, { traits: () => ({ multiValue: 'keys', search: true }) });

it('does what the memory storage does, step by step', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 12 }),
    async (steps) => {
      count += 1;
      const path = `${tempDir()}/book.sqlite`;
      const name = `writes${count}`;
      const theirs = await open(getRxStorageMemory(), name);
      let store = openBook(path);
      let ours = await open(getRxStorageSqlite(store), name);
      let height = 0;
      for (const action of steps) {
        if (action === 'reopen') {
          await store.close();
          store = openBook(path);
          ours = await open(getRxStorageSqlite(store), name);
        } else if (action === 'cleanup') {
          await Promise.all([ours.cleanup(0), theirs.cleanup(0)]);
        } else {
          height += 1;
          await expectSameWrite(ours, theirs, action.edits, height);
        }
        await expectSame(ours, theirs);
        expectIndexes(store, name, await allOf(theirs));
      }
      await Promise.all([store.close(), theirs.remove()]);
    },
  );
  const checked = fc.assert(property, { seed: testSeed, numRuns: testRuns(60) });
  await expect(checked).resolves.toBeUndefined();
});

async function expectSameWrite(ours: Instance, theirs: Instance, edits: Edit[], height: number) {
  const rows = await rowsOf(theirs, edits, height);
  expect(await write(ours, rows)).toEqual(await write(theirs, rows));
}

async function rowsOf(instance: Instance, edits: Edit[], height: number): Promise<Row[]> {
  const stored = new Map((await allOf(instance)).map((doc) => [doc['id'], doc]));
  return edits.map(({ id, word, status, isDeleted, isStale }) => {
    const name = `${word} ${id}`;
    const found = stored.get(id);
    const document = {
      ...record(id, {
        name,
        status: status as 'live',
        fields: { fullName: name },
        keys: [`tag:${word}`, id],
      }),
      _deleted: isDeleted,
      _attachments: {},
      _rev: `${height}-x`,
      _meta: { lwt: height },
    };
    if (found === undefined || (isStale && height % 2 === 0)) return { document };
    return { document, previous: isStale ? { ...found, _rev: '0-stale' } : found };
  });
}

async function write(instance: Instance, rows: Row[]) {
  const bulks: EventBulk<RxStorageChangeEvent<Stored>, unknown>[] = [];
  const watching = instance
    .changeStream()
    .subscribe((bulk) => bulks.push(bulk as (typeof bulks)[number]));
  const { error } = await instance.bulkWrite(structuredClone(rows), 'test');
  watching.unsubscribe();
  return { error, events: bulks.flatMap((bulk) => bulk.events) };
}

const ids = ['a', 'b', 'c', 'd'];
const allOf = async (instance: Instance): Promise<Stored[]> =>
  instance.findDocumentsById(ids, true);

/** Following the changes from any point on leads to the newest documents. */
async function expectSame(ours: Instance, theirs: Instance): Promise<void> {
  const expected = await allOf(theirs);
  expect(await allOf(ours)).toEqual(expected);
  const changed: Stored[] = [];
  let checkpoint: unknown;
  for (;;) {
    const piece = await ours.getChangedDocumentsSince?.(2, checkpoint);
    if (piece === undefined || piece.documents.length === 0) break;
    changed.push(...piece.documents);
    checkpoint = piece.checkpoint;
  }
  expect(changed.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))).toEqual(
    expected,
  );
}

function expectIndexes(store: StoreDatabase, database: string, docs: Stored[]): void {
  const table = store.find({ database, collection: 'people', version: 0 });
  const keys = store.reader.raw.prepare(
    `SELECT id, value FROM ${table?.keys} JOIN ${table?.docs} USING (n)`,
  );
  const pairs = docs.flatMap((doc) =>
    (doc['keys'] as string[]).map((value) => ({ id: doc['id'], value })),
  );
  expect(
    keys
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  ).toEqual(pairs.map((pair) => JSON.stringify(pair)).toSorted());
  const search = store.reader.raw.prepare(
    `SELECT id, ${table?.search}.name AS text FROM ${table?.search} JOIN ${table?.docs} ON n = ${table?.search}.rowid ORDER BY id`,
  );
  const live = docs.filter((doc) => doc['status'] === 'live' && !doc._deleted);
  const found = search.all().map(({ id, text }) => [id, shownText(String(text))]);
  expect(found).toEqual(live.map((doc) => [doc['id'], doc['name']]));
}
