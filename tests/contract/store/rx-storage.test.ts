// What RxDB's own storage test-suite asks of a storage, asked of ours.

import { blobToString, fillWithDefaultSettings, normalizeMangoQuery, prepareQuery } from 'rxdb';
import type {
  BulkWriteRow,
  EventBulk,
  RxDocumentData,
  RxJsonSchema,
  RxStorageChangeEvent,
  RxStorageInstance,
} from 'rxdb';
import { describe, expect, it } from 'vitest';

import {
  openDatabase,
  type StoreDatabase,
} from '../../../src-main/host/book/sqlite/open-database.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { tempDir, tempStore } from '../../support/store/store-fixtures.ts';

type Doc = { key: string; value?: string };
type Stored = RxDocumentData<Doc>;
type Instance = RxStorageInstance<Doc, unknown, unknown>;
type OpenOptions = Partial<{
  collection: string;
  version: number;
  database: string;
  schema: object;
}>;

const schemaOf = (version = 0, more: object = {}): RxJsonSchema<Stored> =>
  fillWithDefaultSettings<Doc>({
    version,
    type: 'object',
    primaryKey: 'key',
    properties: {
      key: { type: 'string', maxLength: 100 },
      value: { type: 'string', maxLength: 100 },
    },
    indexes: ['value'],
    ...more,
  });

const open = (store: StoreDatabase, options: OpenOptions = {}): Promise<Instance> =>
  getRxStorageSqlite(store).createStorageInstance<Doc>({
    databaseInstanceToken: 'token',
    databaseName: options.database ?? 'db',
    collectionName: options.collection ?? 'docs',
    schema: schemaOf(options.version, options.schema),
    options: {},
    multiInstance: false,
    devMode: false,
  }) as Promise<Instance>;

const doc = (key: string, height = 1, more: Partial<Stored> = {}): Stored => ({
  key,
  value: 'v',
  _deleted: false,
  _attachments: {},
  _rev: `${height}-rev`,
  _meta: { lwt: 1_000 + height },
  ...more,
});
const insert = (...docs: Stored[]): BulkWriteRow<Doc>[] => docs.map((document) => ({ document }));
const change = (previous: Stored, document: Stored): BulkWriteRow<Doc>[] => [
  { previous, document },
];
const write = (instance: Instance, rows: BulkWriteRow<Doc>[]) =>
  instance.bulkWrite(rows, 'context');
const all = (instance: Instance) =>
  instance
    .query(prepareQuery(instance.schema, normalizeMangoQuery<Doc>(instance.schema, {})))
    .then((found) => found.documents);
const changed = (instance: Instance, limit: number, checkpoint?: unknown) => {
  if (instance.getChangedDocumentsSince === undefined) throw new Error('not offered');
  return instance.getChangedDocumentsSince(limit, checkpoint);
};
function watch(instance: Instance) {
  const bulks: EventBulk<RxStorageChangeEvent<Stored>, unknown>[] = [];
  instance.changeStream().subscribe((bulk) => bulks.push(bulk as (typeof bulks)[number]));
  return bulks;
}

describe('creating a storage instance', () => {
  it('refuses schemas that need a wrapper which is not there', async () => {
    const store = tempStore();
    await expect(open(store, { schema: { keyCompression: true } })).rejects.toThrow('UT5');
    await expect(open(store, { schema: { encrypted: ['value'] } })).rejects.toThrow('UT6');
  });

  it('keeps databases, collections and schema versions apart, also by letter case', async () => {
    const store = tempStore();
    const places: OpenOptions[] = [
      {},
      { version: 1 },
      { collection: 'Docs' },
      { database: 'other' },
    ];
    const instances = await Promise.all(places.map((place) => open(store, place)));
    for (const [at, instance] of instances.entries()) await write(instance, insert(doc(`k${at}`)));
    for (const [at, instance] of instances.entries()) {
      expect((await all(instance)).map(({ key }) => key)).toEqual([`k${at}`]);
    }
  });

  it('finds everything again in a new process, and goes on counting changes', async () => {
    const path = `${tempDir()}/book.sqlite`;
    const first = openDatabase(path);
    await write(await open(first), insert(doc('a'), doc('b', 1, { _deleted: true })));
    const { checkpoint } = await changed(await open(first), 10);
    await (await open(first)).cleanup(0);
    await first.close();

    const second = openDatabase(path);
    const instance = await open(second);
    expect(await all(instance)).toEqual([doc('a')]);
    await write(instance, insert(doc('c')));
    expect((await changed(instance, 10, checkpoint)).documents).toEqual([doc('c')]);
    await second.close();
  });

  it('rebuilds its tables when other fields are indexed, and loses nothing', async () => {
    const path = `${tempDir()}/book.sqlite`;
    const first = openDatabase(path);
    await write(await open(first), insert(doc('a'), doc('b', 1, { value: 'w' })));
    const { checkpoint } = await changed(await open(first), 1);
    await first.close();
    const second = openDatabase(path);
    const instance = await open(second, { schema: { indexes: [['value', '_meta.lwt']] } });
    expect((await all(instance)).length).toBe(2);
    expect((await changed(instance, 10, checkpoint)).documents.length).toBeGreaterThan(0);
    await second.close();
  });
});

describe('bulkWrite', () => {
  it('stores documents exactly, whatever their text', async () => {
    const instance = await open(tempStore());
    const wild = doc('\uD800 \0 \uFFFF \u{1F600}', 1, { value: '\uDC00\0"\\' });
    expect(await write(instance, insert(wild))).toEqual({ error: [] });
    expect(await instance.findDocumentsById([wild.key], false)).toEqual([wild]);
  });

  it('answers a conflict with the document as it is stored', async () => {
    const instance = await open(tempStore());
    await write(instance, insert(doc('a')));
    const again = doc('a', 1, { value: 'other' });
    const { error } = await write(instance, insert(again, doc('b')));
    expect(error).toEqual([
      expect.objectContaining({
        status: 409,
        isError: true,
        documentId: 'a',
        documentInDb: doc('a'),
        writeRow: { document: again },
      }),
    ]);
    expect(await all(instance)).toEqual([doc('a'), doc('b')]);
    const stale = await write(instance, change(doc('a', 9), doc('a', 10)));
    expect(stale.error[0]?.status).toBe(409);
  });

  it('lets the first of two writes at the same time win', async () => {
    const instance = await open(tempStore());
    const [first, second] = await Promise.all([
      write(instance, insert(doc('a'))),
      write(instance, insert(doc('a'))),
    ]);
    expect([first.error.length, second.error.length]).toEqual([0, 1]);
  });

  it('jumps revisions, removes fields, deletes and brings back', async () => {
    const instance = await open(tempStore());
    const { value: _value, ...bare } = doc('a', 4);
    const gone = doc('a', 5, { _deleted: true });
    const back = doc('a', 6, { value: 'back' });
    await write(instance, insert(doc('a')));
    expect(await write(instance, change(doc('a'), bare))).toEqual({ error: [] });
    expect(await instance.findDocumentsById(['a'], false)).toEqual([bare]);
    await write(instance, change(bare, gone));
    expect(await instance.findDocumentsById(['a'], false)).toEqual([]);
    expect(await instance.findDocumentsById(['a', 'missing'], true)).toEqual([gone]);
    expect((await write(instance, insert(back))).error.length).toBe(1);
    expect(await write(instance, change(gone, back))).toEqual({ error: [] });
    expect(await all(instance)).toEqual([back]);
  });

  it('keeps nothing of a write that cannot be stored', async () => {
    const instance = await open(tempStore());
    const circular = doc('b') as Stored & { self?: unknown };
    circular.self = circular;
    await expect(write(instance, insert(doc('a'), circular))).rejects.toThrow('nested too deeply');
    expect(await all(instance)).toEqual([]);
    expect(await write(instance, insert(doc('a')))).toEqual({ error: [] });
  });
});

describe('changes', () => {
  it('reach every instance of the collection before the write returns', async () => {
    const store = tempStore();
    const [a, b, other] = [await open(store), await open(store), await open(store, { version: 1 })];
    const [seenA, seenB, seenOther] = [watch(a), watch(b), watch(other)];
    await write(a, insert(doc('a')));
    await write(a, change(doc('a'), doc('a', 2)));
    await write(a, change(doc('a', 2), doc('a', 3, { _deleted: true })));
    const events = seenB.flatMap((bulk) => bulk.events);
    expect(events.map((event) => event.operation)).toEqual(['INSERT', 'UPDATE', 'DELETE']);
    expect(events.map((event) => event.previousDocumentData?._rev)).toEqual([
      undefined,
      '1-rev',
      '2-rev',
    ]);
    expect(seenB.map((bulk) => bulk.context)).toEqual(['context', 'context', 'context']);
    expect(new Set(seenB.map((bulk) => bulk.id)).size).toBe(3);
    expect(seenA).toEqual(seenB);
    expect(seenOther).toEqual([]);
  });

  it('are not announced when every row was refused', async () => {
    const instance = await open(tempStore());
    await write(instance, insert(doc('a')));
    const seen = watch(instance);
    await write(instance, insert(doc('a')));
    expect(seen).toEqual([]);
  });

  it('are found again from the checkpoint of an event or of an earlier answer', async () => {
    const instance = await open(tempStore());
    expect(await changed(instance, 10)).toEqual({ documents: [], checkpoint: expect.anything() });
    const seen = watch(instance);
    await write(instance, insert(doc('a'), doc('b'), doc('c')));
    const first = await changed(instance, 2);
    expect(first.documents).toEqual([doc('a'), doc('b')]);
    // A clock set back does not hide a change.
    await write(instance, change(doc('a'), doc('a', 2, { _meta: { lwt: 1 } })));
    const second = await changed(instance, 10, first.checkpoint);
    expect(second.documents.map(({ key, _rev }) => [key, _rev])).toEqual([
      ['c', '1-rev'],
      ['a', '2-rev'],
    ]);
    expect(await changed(instance, 10, second.checkpoint)).toEqual({
      documents: [],
      checkpoint: second.checkpoint,
    });
    expect((await changed(instance, 10, seen.at(-1)?.checkpoint)).documents).toEqual([]);
  });
});

describe('attachments', () => {
  const data = (text: string) => new Blob([text], { type: 'text/plain' });
  const attachment = (text: string) => ({
    digest: `d-${text}`,
    length: text.length,
    type: 'text/plain',
    data: data(text),
  });
  const openWith = () => open(tempStore(), { schema: { attachments: {} } });
  const read = async (instance: Instance, id: string, digest: string) =>
    blobToString(await instance.getAttachmentData('a', id, digest));

  it('are stored beside documents, replaced, kept by stubs and removed', async () => {
    const instance = await openWith();
    const first = doc('a', 1, { _attachments: { one: attachment('1'), two: attachment('2') } });
    expect(await write(instance, insert(first))).toEqual({ error: [] });
    const [stored] = await instance.findDocumentsById(['a'], false);
    expect(stored?._attachments['one']).toEqual({ digest: 'd-1', length: 1, type: 'text/plain' });
    expect(await read(instance, 'one', 'd-1')).toBe('1');
    if (stored === undefined) return;

    const stubs = stored._attachments;
    const second = doc('a', 2, { _attachments: { ...stubs, two: attachment('22') } });
    await write(instance, change(stored, second));
    expect(await read(instance, 'one', 'd-1')).toBe('1');
    expect(await read(instance, 'two', 'd-22')).toBe('22');
    await expect(read(instance, 'two', 'd-2')).rejects.toThrow('does not exist');
    await write(instance, change(second, doc('a', 3, { _deleted: true })));
    await expect(read(instance, 'one', 'd-1')).rejects.toThrow('does not exist');
  });

  it('are refused without their data', async () => {
    const instance = await openWith();
    const stub = { digest: 'd', length: 1, type: 'text/plain' };
    const { error } = await write(instance, insert(doc('a', 1, { _attachments: { one: stub } })));
    expect(error[0]?.status).toBe(510);
    expect(await all(instance)).toEqual([]);
  });
});

describe('the end of documents and instances', () => {
  it('cleans up what was deleted long enough ago', async () => {
    const instance = await open(tempStore());
    await write(
      instance,
      insert(doc('a'), doc('b', 1, { _deleted: true, _meta: { lwt: Date.now() } })),
    );
    expect(await instance.cleanup(3_600_000)).toBe(true);
    expect((await instance.findDocumentsById(['b'], true)).length).toBe(1);
    expect(await instance.cleanup(-1_000)).toBe(true);
    expect((await instance.findDocumentsById(['a', 'b'], true)).map(({ key }) => key)).toEqual([
      'a',
    ]);
  });

  it('removes a collection with all its data', async () => {
    const store = tempStore();
    const instance = await open(store);
    await write(instance, insert(doc('a')));
    await instance.remove();
    await expect(write(instance, insert(doc('b')))).rejects.toThrow('closed');
    expect(await all(await open(store))).toEqual([]);
  });

  it('closes one instance without disturbing another', async () => {
    const store = tempStore();
    const [a, b] = [await open(store), await open(store)];
    const writing = write(a, insert(doc('a')));
    await a.close();
    await a.close();
    await writing;
    await expect(all(a)).rejects.toThrow('closed');
    expect((await all(b)).length).toBe(1);
  });
});
