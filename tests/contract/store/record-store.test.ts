// One acceptance suite over both record stores.

import { describe, expect, it } from 'vitest';

import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { record, tempStore } from '../../support/store/store-fixtures.ts';

const stores: [string, () => Promise<RecordStore>][] = [
  ['memory', async () => createMemoryRecordStore()],
  ['SQLite', async () => createSqliteRecordStore(tempStore())],
];

async function idsOf(store: RecordStore, status?: 'live' | 'trashed'): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of store.scan('people', status === undefined ? {} : { status })) {
    expect(batch.length).toBeLessThanOrEqual(1_000);
    ids.push(...batch.map((doc) => doc.id));
  }
  return ids;
}

describe.each(stores)('the record store in %s', (_name, open) => {
  it('gives back exactly what was put', async () => {
    const store = await open();
    const alice = record('a', { keys: ['tag:vip'], note: 'lone \ud800 and \u0000', state: 'AAA=' });
    expect(await store.write((tx) => ok(tx.put('people', [alice])))).toEqual({ ok: true });
    expect(await store.get('people', ['a', 'missing'])).toEqual(new Map([['a', alice]]));
  });

  it('replaces whole documents', async () => {
    const store = await open();
    await store.write((tx) => ok(tx.put('people', [record('a', { state: 'AAA=' })])));
    await store.write((tx) => ok(tx.put('people', [record('a', { name: 'Renamed' })])));
    expect((await store.get('people', ['a'])).get('a')).toEqual(record('a', { name: 'Renamed' }));
  });

  it('sees its own writes inside a transaction and nobody else does', async () => {
    const store = await open();
    await store.write(async (tx) => {
      tx.put('people', [record('a', { keys: ['k'] })]);
      expect(tx.get('people', ['a']).size).toBe(1);
      expect(tx.byKeys('people', ['k'])).toEqual(new Map([['k', ['a']]]));
      expect((await store.get('people', ['a'])).size).toBe(0);
      expect(await store.count('people')).toBe(0);
      return ok(null);
    });
    expect(await store.count('people')).toBe(1);
  });

  it('lets other writers in between the pieces of long work', async () => {
    const store = await open();
    let other: Promise<unknown> = Promise.resolve();
    await store.inPieces(async (write) => {
      await write((tx) => ok(tx.put('people', [record('a', { name: 'One' })])));
      other = store.write((tx) => {
        expect(tx.get('people', ['a']).get('a')?.name).toBe('One');
        return ok(tx.put('people', [record('a', { name: 'Two' })]));
      });
      await write((tx) => {
        expect(tx.get('people', ['a']).get('a')?.name).toBe('Two');
        return ok(tx.put('people', [record('b')]));
      });
    });
    await other;
    expect(await idsOf(store)).toEqual(['a', 'b']);
  });

  it('keeps the pieces before one that fails', async () => {
    const store = await open();
    const done = await store.inPieces(async (write) => {
      await write((tx) => ok(tx.put('people', [record('a')])));
      return write((tx) => {
        tx.put('people', [record('b')]);
        return fail('cancelled');
      });
    });
    expect(done).toEqual(fail('cancelled'));
    expect(await idsOf(store)).toEqual(['a']);
  });

  it('keeps nothing of a write that fails or throws', async () => {
    const store = await open();
    const failed = await store.write((tx) => {
      tx.put('people', [record('a')]);
      return fail('cancelled');
    });
    expect(failed).toEqual(fail('cancelled'));
    const thrown = store.write(async (tx) => {
      tx.put('people', [record('b')]);
      throw new Error('bug');
    });
    await expect(thrown).rejects.toThrow('bug');
    expect(await idsOf(store)).toEqual([]);
    await store.write((tx) => ok(tx.put('people', [record('c')])));
    expect(await idsOf(store)).toEqual(['c']);
  });

  it('runs one write at a time, in the order of asking', async () => {
    const store = await open();
    const seen: string[] = [];
    const write = (id: string) =>
      store.write(async (tx) => {
        seen.push(`${id} begins`);
        await Promise.resolve();
        tx.put('people', [record(id)]);
        await Promise.resolve();
        seen.push(`${id} ends`);
        return ok(null);
      });
    await Promise.all([write('a'), write('b')]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('finds records by the keys they carry now', async () => {
    const store = await open();
    await store.write((tx) =>
      ok(tx.put('people', [record('a', { keys: ['x', 'y', 'x'] }), record('b', { keys: ['y'] })])),
    );
    expect(await store.byKeys('people', ['x', 'y', 'z'])).toEqual(
      new Map([
        ['x', ['a']],
        ['y', ['a', 'b']],
      ]),
    );
    await store.write((tx) => ok(tx.put('people', [record('a', { keys: ['z\uFFFF'] })])));
    expect(await store.byKeys('people', ['x', 'y', 'z\uFFFF'])).toEqual(
      new Map([
        ['y', ['b']],
        ['z\uFFFF', ['a']],
      ]),
    );
  });

  it('scans every document in id order, of one status where asked', async () => {
    const store = await open();
    const ids = Array.from({ length: 2_500 }, (_, at) => `p${String(at).padStart(5, '0')}`);
    await store.write((tx) => {
      tx.put(
        'people',
        ids.toReversed().map((id) => record(id)),
      );
      tx.put('people', [record('zz', { status: 'trashed' })]);
      tx.put('groups', [record('g', { kind: 'bucket' })]);
      return ok(null);
    });
    expect(await idsOf(store)).toEqual([...ids, 'zz']);
    expect(await idsOf(store, 'live')).toEqual(ids);
    expect(await idsOf(store, 'trashed')).toEqual(['zz']);
    expect(await store.count('people', { status: 'live' })).toBe(2_500);
    expect(await store.count('groups')).toBe(1);
  });

  it('names the oldest live documents from before a time', async () => {
    const store = await open();
    await store.write((tx) => {
      tx.put('posts', [
        record('c', { kind: 'post', at: 30 }),
        record('a', { kind: 'post', at: -10 }),
        record('b', { kind: 'post', at: 20 }),
        record('t', { kind: 'post', at: 5, status: 'trashed' }),
      ]);
      return ok(null);
    });
    expect(await store.before('posts', 30, 10)).toEqual(['a', 'b']);
    expect(await store.before('posts', 31, 2)).toEqual(['a', 'b']);
    expect(await store.before('posts', -Infinity, 10)).toEqual([]);
  });

  it('purges a record with everything that found it', async () => {
    const store = await open();
    await store.write((tx) => ok(tx.put('people', [record('a', { keys: ['x'] }), record('b')])));
    await store.write((tx) => ok(tx.purge('people', ['a', 'missing'])));
    expect(await store.get('people', ['a'])).toEqual(new Map());
    expect(await store.byKeys('people', ['x'])).toEqual(new Map());
    expect(await idsOf(store)).toEqual(['b']);
  });
});
