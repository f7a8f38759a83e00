// The file itself: its format, its faults, and that what is erased is gone from it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { openFile } from '../../../src-main/host/book/sqlite/driver.ts';
import { checkStore, isBlankStore } from '../../../src-main/host/book/recovery/check.ts';
import { openDatabase, storeFormat } from '../../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { recordTable } from '../../../src-main/host/book/sqlite/record-table.ts';
import { searchRecords } from '../../../src-main/host/book/search/search.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { record, tempDir, tempStore } from '../../support/store/store-fixtures.ts';

const openBook = async () => {
  const store = tempStore();
  return { store, records: await createSqliteRecordStore(store) };
};

describe('the file of the book', () => {
  it('says whose it is and in which format, and refuses a later one untouched', async () => {
    const path = join(tempDir(), 'rapport.sqlite');
    const store = openDatabase(path);
    await store.close();
    const raw = openFile(path);
    expect(raw.prepare('PRAGMA application_id').get()).toEqual({
      application_id: storeFormat.application,
    });
    raw.exec(`PRAGMA journal_mode = DELETE; PRAGMA user_version = ${storeFormat.version + 1}`);
    raw.close();
    const bytes = readFileSync(path);
    expect(() => openDatabase(path)).toThrow('store-newer');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is blank until a record is written', async () => {
    const { store, records } = await openBook();
    expect(isBlankStore(store)).toBe(true);
    await records.write((tx) => ok(tx.put('groups', [record('g')])));
    expect(isBlankStore(store)).toBe(false);
    await records.write((tx) => ok(tx.purge('groups', ['g'])));
    expect(isBlankStore(store)).toBe(false);
  });

  it('of an earlier version gets the collections that came since, and keeps the rest', async () => {
    const path = join(tempDir(), 'rapport.sqlite');
    const earlier = openDatabase(path);
    const before = await createSqliteRecordStore(earlier);
    await before.write((tx) => ok(tx.put('people', [record('ann')])));
    await earlier.remove(recordTable(earlier, 'setup'));
    await earlier.close();

    const now = openDatabase(path);
    onTestFinished(() => now.close());
    const after = await createSqliteRecordStore(now);
    await after.write((tx) => ok(tx.put('setup', [record('vips', { kind: 'view' })])));
    expect([...(await after.get('people', ['ann'])).keys()]).toEqual(['ann']);
    expect(await after.count('setup')).toBe(1);
    expect(await checkStore(now)).toEqual({ ok: true, records: 2, problems: [] });
  });

  it('holds nothing of a record that was purged or erased', async () => {
    const { store, records } = await openBook();
    const secret = (id: string) =>
      record(id, {
        name: `Xanthippe${id}`,
        fields: { fullName: `Xanthippe${id}` },
        keys: [`name:xanthippe${id}`],
      });
    await records.write((tx) => ok(tx.put('people', [secret('1'), secret('2'), record('3')])));
    const tomb = record('2', { status: 'erased', name: '', sortKey: '', fields: {} });
    await records.write((tx) => ok(tx.purge('people', ['1'])));
    await records.write((tx) => ok(tx.put('people', [tomb])));
    for (const file of [store.path, `${store.path}-wal`]) {
      expect(readFileSync(file).toString('latin1').toLowerCase()).not.toContain('xanthippe');
    }
    expect((await records.get('people', ['2'])).get('2')?.status).toBe('erased');
  });
});

it('a closed book answers writes with a code', async () => {
  const { store, records } = await openBook();
  await store.close();
  const late = await records.write((tx) => ok(tx.put('people', [record('a')])));
  expect(late).toEqual({ ok: false, error: { code: 'store-closed' } });
});

it('what many changes at once left in the index leaves the file with the next erasure', async () => {
  const { store, records } = await openBook();
  const named = (word: string) =>
    Array.from({ length: 300 }, (_, at) =>
      record(`p${at}`, { name: `${word}${at}`, fields: { fullName: `${word}${at}` } }),
    );
  await records.write((tx) => ok(tx.put('people', named('Xanthippe'))));
  await records.write((tx) => ok(tx.put('people', named('Aspasia'))));
  // The history keeps what was there before, which is its own.
  store.writer.raw.exec('DELETE FROM history_rows');
  await records.write((tx) => ok(tx.purge('people', ['p0'])));
  expect(readFileSync(store.path).toString('latin1').toLowerCase()).not.toContain('xanthippe');
  expect(searchRecords(store, { text: 'aspasia', limit: 500 }).hits).toHaveLength(299);
  expect(searchRecords(store, { text: 'xanthippe', limit: 500 }).hits).toEqual([]);
  expect((await checkStore(store)).problems).toEqual([]);
});

describe('a full disk', () => {
  it('is a failure with a code, keeps what was there and ends by itself', async () => {
    const { store, records } = await openBook();
    await records.write((tx) => ok(tx.put('people', [record('a')])));
    store.writer.raw.exec('PRAGMA max_page_count = 1');
    const big = Array.from({ length: 500 }, (_, at) =>
      record(`b${at}`, { note: 'x'.repeat(2_000) }),
    );
    const full = await records.write((tx) => ok(tx.put('people', big)));
    expect(full).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await records.count('people')).toBe(1);
    store.writer.raw.exec('PRAGMA max_page_count = 1000000');
    expect((await records.write((tx) => ok(tx.put('people', big)))).ok).toBe(true);
    expect(await records.count('people')).toBe(501);
  });
});

describe('the check', () => {
  it('finds a sound book sound and counts its records', async () => {
    const { store, records } = await openBook();
    await records.write((tx) => {
      tx.put(
        'people',
        Array.from({ length: 2_100 }, (_, at) => record(`p${at}`)),
      );
      tx.put('groups', [record('g', { kind: 'bucket' })]);
      return ok(null);
    });
    expect(await checkStore(store)).toEqual({ ok: true, records: 2_101, problems: [] });
  });

  it('names rows that hold no JSON and a full-text index that does not fit', async () => {
    const { store, records } = await openBook();
    await records.write((tx) => ok(tx.put('people', [record('a'), record('b')])));
    const table = store.find({ database: 'rapport', collection: 'people', version: 0 });
    store.writer.raw.exec(`UPDATE ${table?.docs} SET data = '{' WHERE id = 'a'`);
    store.writer.raw.unsafeMode(true);
    store.writer.raw.exec(`DELETE FROM ${table?.search}_content WHERE id = 2`);
    const report = await checkStore(store);
    expect(report.ok).toBe(false);
    expect(report.problems.join('\n')).toMatch(/no JSON in rows 1[^]*search_/);
  });
});
