// What commands write in the host is what a window sees through RxDB, as it happens.

import { normalizeMangoQuery, prepareQuery } from 'rxdb';
import { firstValueFrom } from 'rxjs';
import { filter, map } from 'rxjs/operators';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { ChangeBulk } from '../../../src-main/host/book/sqlite/collection-table.ts';
import type { StoreDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { openCollections } from '../../../src-shared/schema/collections.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { record, tempStore } from '../../support/store/store-fixtures.ts';

const put = (records: RecordStore, ...docs: ReturnType<typeof record>[]) =>
  records.write((tx) => ok(tx.put('people', docs)));

async function openAll() {
  const store = tempStore();
  const records = await createSqliteRecordStore(store);
  const window = await openCollections(getRxStorageSqlite(store));
  onTestFinished(async () => {
    await window.close();
  });
  return { store, records, window };
}

function watch(store: StoreDatabase): ChangeBulk[] {
  const bulks: ChangeBulk[] = [];
  const table = store.find({ database: 'rapport', collection: 'people', version: 0 });
  table?.changes$.subscribe((bulk) => bulks.push(bulk));
  return bulks;
}

describe('records written by the host', () => {
  it('show in live queries, change there and leave them', async () => {
    const { records, window } = await openAll();
    const vips = window.people.find({
      selector: { status: 'live', keys: { $elemMatch: { $eq: 'tag:vip' } } },
      sort: [{ sortKey: 'asc' }],
    });
    /** The next answer of the live query that is this one. */
    const shown = async (...wanted: string[]) =>
      firstValueFrom(
        vips.$.pipe(
          map((docs) => docs.map((doc) => doc.name)),
          filter((names) => names.join() === wanted.join()),
        ),
      );
    expect(await shown()).toEqual([]);
    const [alice, bob] = ['Alice', 'Bob'].map((name) =>
      record(name, { name, keys: ['tag:vip'] }),
    ) as [RecordDoc, RecordDoc];
    await put(records, bob, alice);
    expect(await shown('Alice', 'Bob')).toHaveLength(2);
    await put(records, { ...bob, name: 'Aaron', sortKey: 'aaron' });
    expect(await shown('Aaron', 'Alice')).toHaveLength(2);
    await put(records, { ...bob, keys: [] });
    expect(await shown('Alice')).toHaveLength(1);
    await records.write((tx) => ok(tx.purge('people', [alice.id])));
    expect(await shown()).toEqual([]);
  });

  it('leave live queries at the end of long work, as they are by then', async () => {
    const { records, window } = await openAll();
    await put(records, record('a', { name: 'Alice' }), record('b', { name: 'Bob' }));
    const living = window.people.find({ selector: { status: 'live' }, sort: [{ id: 'asc' }] });
    const shown = async (...wanted: string[]) =>
      firstValueFrom(
        living.$.pipe(
          map((docs) => docs.map((doc) => doc.name)),
          filter((names) => names.join() === wanted.join()),
        ),
      );
    expect(await shown('Alice', 'Bob')).toHaveLength(2);
    await records.inPieces(async (write) => {
      await write((tx) => ok(tx.put('people', [record('a', { status: 'trashed' })])));
      await write((tx) => ok(tx.put('people', [record('b', { name: 'Bobby' })])));
      await put(records, record('b', { name: 'Robert' }));
    });
    expect(await shown('Robert')).toHaveLength(1);
  });

  it('carry revisions that RxDB can go on from', async () => {
    const { records, window } = await openAll();
    await put(records, record('a'));
    await put(records, record('a', { name: 'Second' }));
    const doc = await window.people.findOne('a').exec();
    expect(doc?._data._rev).toMatch(/^2-/);
    await doc?.incrementalPatch({ note: 'from the window' });
    expect((await records.get('people', ['a'])).get('a')).toEqual(
      record('a', { name: 'Second', note: 'from the window' }),
    );
    await put(records, record('a', { name: 'Fourth' }));
    expect((await window.people.findOne('a').exec())?._data._rev).toMatch(/^4-/);
  });

  it('are known to whoever brings them to teammates before a window draws them', async () => {
    const { store, records } = await openAll();
    const heard: string[] = [];
    const table = store.find({ database: 'rapport', collection: 'people', version: 0 });
    table?.changes$.subscribe(() => heard.push('window'));
    onTestFinished(
      records.onCommit(() => {
        void records.since('people', 0, 10).then((rows) => heard.push(`${rows.length} to send`));
      }),
    );
    await put(records, record('a'));
    expect(heard).toEqual(['1 to send', 'window']);
  });

  it('come back after a window deleted them', async () => {
    const { records, window } = await openAll();
    await put(records, record('a', { keys: ['k'] }));
    await (await window.people.findOne('a').exec())?.remove();
    expect((await records.get('people', ['a'])).size).toBe(0);
    expect(await records.byKeys('people', ['k'])).toEqual(new Map());
    await put(records, record('a', { name: 'Again' }));
    expect((await window.people.findOne('a').exec())?.name).toBe('Again');
  });
});

describe('the changes of one transaction', () => {
  it('are announced before the write is answered, and never when it failed', async () => {
    const { store, records } = await openAll();
    const bulks = watch(store);
    await put(records, record('a'), record('b'));
    expect(bulks.map((bulk) => bulk.events.map((event) => event.operation))).toEqual([
      ['INSERT', 'INSERT'],
    ]);
    await records.write((tx) => {
      tx.put('people', [record('c')]);
      return { ok: false, error: { code: 'cancelled' } };
    });
    expect(bulks.length).toBe(1);
  });

  it('come in pieces of at most 1,000, all of them, in order and before later ones', async () => {
    const { store, records } = await openAll();
    const bulks = watch(store);
    const ids = Array.from({ length: 2_345 }, (_, at) => `p${String(at).padStart(4, '0')}`);
    await records.write((tx) =>
      ok(
        tx.put(
          'people',
          ids.map((id) => record(id)),
        ),
      ),
    );
    await put(records, record('last'));
    expect(Math.max(...bulks.map((bulk) => bulk.events.length))).toBeLessThanOrEqual(1_000);
    expect(bulks.flatMap((bulk) => bulk.events.map((event) => event.documentId))).toEqual([
      ...ids,
      'last',
    ]);
    const documents = bulks.flatMap((bulk) => bulk.events.map((event) => event.documentData));
    expect(
      documents.every((doc) => typeof doc['name'] === 'string' && doc._rev.startsWith('1-')),
    ).toBe(true);
  });
});

it('all collections open within the limit of free RxDB, and none needs dev-mode', async () => {
  const { window } = await openAll();
  expect(Object.keys(window.collections).length).toBeLessThanOrEqual(13);
  await window.local.insert(record('seen', { kind: 'tip' }));
  expect((await window.local.findOne('seen').exec())?.kind).toBe('tip');
  const { schema } = window.people.storageInstance;
  expect(prepareQuery(schema, normalizeMangoQuery(schema, {})).queryPlan.index).toContain('status');
});
