// RxDB in the window reads a storage in the host over every Port; all else is refused to a
// window; one that goes leaves nothing open.
import {
  createRxDatabase,
  RXDB_VERSION,
  fillWithDefaultSettings,
  type RxDatabase,
  type RxStorageInstance,
} from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createHostClient, type HostClient } from '../../../src-shared/bridge/client.ts';
import {
  openRemoteStorage,
  serveRemoteStorage,
  StorageAway,
} from '../../../src-shared/bridge/rx-channel.ts';
import { type HostSession, serveHost } from '../../../src-shared/bridge/server.ts';
import { handlersWith } from '../../support/host/handlers.ts';
import { type PortPair, portPairsByName } from '../../support/host/ports.ts';

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, name: { type: 'string', maxLength: 100 } },
  required: ['id', 'name'],
  indexes: ['name'],
} as const;
const filled = fillWithDefaultSettings(schema as never) as never;
const document = {
  id: 'x',
  name: 'Mallory',
  _deleted: false,
  _attachments: {},
  _meta: { lwt: 1 },
  _rev: '1-a',
};
const schemas = new Map([
  ['notes', filled],
  ['people', filled],
]);

describe.each(Object.entries(portPairsByName))('RxDB over %s', (name, open) => {
  // RxDB's memory storage is one world per process: each test gets its own name.
  let databaseName: string;
  let count = 0;
  let pair: PortPair;
  let client: HostClient;
  let session: HostSession;
  let database: RxDatabase | undefined;
  /** The host's, which alone writes. */
  let own: { [collection: string]: RxStorageInstance<unknown, unknown, unknown> };
  let stopServing: () => Promise<void>;
  const storage = getRxStorageMemory();

  beforeEach(async () => {
    databaseName = `book${name.replaceAll(' ', '')}${++count}`;
    pair = await open();
    session = serveHost(pair.host, handlersWith({}), () => undefined);
    client = createHostClient(pair.window);
    stopServing = serveRemoteStorage(session.rx, storage, { databaseName, schemas });
    database = undefined;
    own = Object.fromEntries(
      await Promise.all(
        ['notes', 'people'].map(async (collectionName) => {
          const params = { databaseInstanceToken: 'host', databaseName, collectionName };
          const rest = { schema: filled, options: {}, multiInstance: false, devMode: false };
          return [collectionName, await storage.createStorageInstance({ ...params, ...rest })];
        }),
      ),
    );
  });
  afterEach(async () => {
    await database?.close();
    await closeOwn();
    await stopServing();
    await pair.dispose();
  });
  const closeOwn = async (): Promise<void> => {
    const open = Object.values(own);
    own = {};
    await Promise.all(open.map((instance) => instance.close()));
  };
  const put = (collection: string, docs: readonly { id: string; name: string }[]) =>
    own[collection]?.bulkWrite(
      docs.map((doc) => ({ document: { ...document, ...doc } as never })),
      'host',
    );
  const countOwn = async (collection: string): Promise<unknown> =>
    (await own[collection]?.findDocumentsById(['x', 'a', 'b'], true))?.length;
  const openDatabase = async (): Promise<RxDatabase> => {
    database = await createRxDatabase({
      name: databaseName,
      storage: openRemoteStorage(client),
      multiInstance: false,
    });
    await database.addCollections({ notes: { schema }, people: { schema } });
    return database;
  };

  test('queries, counts and follows changes', async () => {
    const { notes } = (await openDatabase()).collections;
    const seen = new Promise((resolve) =>
      notes?.find({ sort: [{ name: 'asc' }] }).$.subscribe((docs) => {
        if (docs.length === 2) resolve(docs.map((doc) => doc.get('name')));
      }),
    );
    await put('notes', [
      { id: 'b', name: 'Ben' },
      { id: 'a', name: 'Ana' },
    ]);
    expect(await seen).toEqual(['Ana', 'Ben']);
    expect(await notes?.count({ selector: { name: { $gt: 'Ana' } } }).exec()).toBe(1);
    expect((await notes?.findOne('a').exec())?.get('name')).toBe('Ana');
  });

  const answerTo = (
    message: object,
  ): Promise<{ error?: { message: string }; return?: unknown }> => {
    const requestId = `r${++count}`;
    const answer = new Promise<object>((resolve) => {
      client.rx.onMessage((one) => {
        if ((one as { answerTo?: unknown }).answerTo === requestId) resolve(one as object);
      });
    });
    client.rx.send({ connectionId: 'c', version: RXDB_VERSION, ...message, requestId });
    return answer;
  };
  const refused = { error: { message: expect.stringContaining('refused by the host') } };
  const createOf = (collectionName: string, changes: object = {}): object => ({
    method: 'create',
    params: {
      databaseName,
      collectionName,
      databaseInstanceToken: 't',
      schema: filled,
      options: {},
      ...changes,
    },
  });
  const write = { method: 'bulkWrite', params: [[{ document }], 'mallory'] };

  test('a window writes to no collection', async () => {
    const { people } = (await openDatabase()).collections;
    await expect(people?.insert({ id: 'a', name: 'Ana' })).rejects.toThrow(/refused by the host/);
    expect(await people?.count().exec()).toBe(0);
  });

  test('a connection that is opened again stays with its collection', async () => {
    expect(await answerTo(createOf('people'))).toMatchObject({ return: 'ok' });
    expect(await answerTo(createOf('_rxdb_internal'))).toMatchObject(refused);
    expect(await answerTo(write)).toMatchObject(refused);
    const other = { connectionId: 'd' };
    expect(await answerTo({ ...createOf('_rxdb_internal'), ...other })).toMatchObject({
      return: 'ok',
    });
    expect(await answerTo({ ...createOf('people'), ...other })).toMatchObject(refused);
    await answerTo({ ...write, ...other });
    await answerTo({ method: 'close', params: [], ...other });
    expect(await answerTo({ ...createOf('people'), ...other })).toMatchObject(refused);
    expect(await countOwn('people')).toBe(0);
  });

  test('a window’s notes are bounded', async () => {
    const notes = { connectionId: 'n' };
    await answerTo({ ...createOf('_rxdb_internal'), ...notes });
    const long = { ...document, name: 'x'.repeat(300_000) };
    expect(
      await answerTo({ method: 'bulkWrite', params: [[{ document: long }], 'm'], ...notes }),
    ).toMatchObject(refused);
    let last = {};
    for (let times = 0; times < 1_100; times++) last = await answerTo({ ...write, ...notes });
    expect(last).toMatchObject(refused);
  });

  test('thirty invented collections, and another database, are refused', async () => {
    const before = storage.collectionStates.size;
    for (let at = 0; at < 30; at++) {
      const message = { ...createOf(`invented${at}`), connectionId: `i${at}` };
      expect(await answerTo(message)).toMatchObject(refused);
    }
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(await answerTo(createOf(name))).toMatchObject(refused);
    expect(await answerTo(createOf('people', { databaseName: 'other' }))).toMatchObject(refused);
    expect(storage.collectionStates.size).toBe(before);
  });

  test('a collection is opened as the host knows it, whatever the window says of it', async () => {
    const odd = { ...schema, indexes: [], properties: {}, attachments: {}, version: 0 };
    await answerTo(createOf('people', { schema: odd, options: { path: '/' }, password: 'p' }));
    const { people } = (await openDatabase()).collections;
    expect(await people?.count({ selector: { name: 'Ana' } }).exec()).toBe(0);
  });

  test.each(['remove', 'cleanup', 'getChangedDocumentsSince', 'getAttachmentData'])(
    '%s is refused',
    async (method) => {
      await answerTo(createOf('people'));
      expect(await answerTo({ method, params: [1] })).toMatchObject(refused);
    },
  );

  const nested = (depth: number): unknown =>
    JSON.parse('{"$not":'.repeat(depth) + '{}' + '}'.repeat(depth));
  const sort = [{ id: 'asc' }];
  test.each<[string, object]>([
    ['a pattern', { selector: { name: { $regex: '(a+)+$' } } }],
    ['what is not', { selector: { name: { $not: { $eq: 'a' } } } }],
    ['any of several', { selector: { $or: [{ name: { $eq: 'a' } }] } }],
    ['code', { selector: { $where: 'while (true) {}' } }],
    ['an expression', { selector: { $expr: { $eq: ['$name', 'a'] } } }],
    ['a field that nobody has', { selector: { 'name.first': { $eq: 'a' } } }],
    ['a value that is an object', { selector: { name: { $eq: { $gt: '' } } } }],
    ['a text of a megabyte', { selector: { name: { $eq: 'x'.repeat(1_000_000) } } }],
    ['more than thirty thousand', { selector: { name: { $in: Array(30_001).fill('a') } } }],
    ['what no index sorts', { selector: {}, sort: [{ note: 'asc' }] }],
    ['no number of rows', { selector: {}, limit: -1 }],
    ['what is before the beginning', { selector: {}, skip: -5 }],
    ['what is nested', { selector: { name: nested(3) } }],
  ])('a question for %s is refused', async (_, asked) => {
    await answerTo(createOf('people'));
    const query = { selector: {}, sort, skip: 0, ...asked };
    for (const method of ['query', 'count'])
      expect(
        await answerTo({ method, params: [{ query, queryPlan: { index: ['name'] } }] }),
      ).toMatchObject(refused);
  });

  test('what is nested 3,000 deep is dropped', async () => {
    const { people } = (await openDatabase()).collections;
    const query = { selector: nested(3_000), sort, skip: 0 };
    const asked = { method: 'query', params: [{ query }], version: RXDB_VERSION };
    try {
      client.rx.send({ ...asked, connectionId: 'c', requestId: 'q' });
    } catch {
      // Not every Port carries so deep a value.
    }
    expect(await people?.count().exec()).toBe(0);
  });

  test.each([
    ['a name that is too long', { collectionName: 'c'.repeat(101) }],
    ['no schema', { schema: undefined }],
    ['no name', { collectionName: 7 }],
  ])('a collection with %s is refused, not left to wait', async (_, other) => {
    const asked = createOf('people');
    const params = { ...('params' in asked ? (asked.params as object) : {}), ...other };
    expect(await answerTo({ ...asked, params })).toMatchObject(refused);
    expect(await answerTo({ method: 'internals', params: [] })).toMatchObject(refused);
  });

  test('drops messages that are not storage-remote’s', async () => {
    for (const bad of [null, {}, { method: 'constructor' }, { method: 'internals', params: [] }]) {
      client.rx.send(bad);
    }
    const { notes } = (await openDatabase()).collections;
    await put('notes', [{ id: 'a', name: 'Ana' }]);
    expect(await notes?.count().exec()).toBe(1);
  });

  test('a query fails and closing succeeds once the host has gone', async () => {
    const open = await openDatabase();
    const gone = new Promise<void>((resolve) => client.onClose(resolve));
    session.close();
    await gone;
    await expect(open.collections['notes']?.count().exec()).rejects.toThrow(/host-gone/);
    expect(await open.close()).toBe(true);
    database = undefined;
  });

  test('a window that goes leaves no instance open in the host', async () => {
    await openDatabase();
    const refCounts = () => [...storage.collectionStates.values()].map(({ refCount }) => refCount);
    const openBefore = refCounts();
    await closeOwn();
    await stopServing();
    expect(Math.max(...openBefore)).toBeGreaterThan(0);
    const closings = [...storage.collectionStates.entries()].filter(([key]) =>
      key.includes(databaseName),
    );
    expect(closings.every(([, state]) => state.refCount === 0)).toBe(true);
    database = undefined;
  });

  test.each([
    ['away is no trouble', new StorageAway('no book is open'), undefined],
    ['broken is told', new Error('broken'), 'broken'],
  ])('that a storage was %s when a window goes', async (_, refusal, told) => {
    await stopServing();
    stopServing = serveRemoteStorage(
      session.rx,
      { ...storage, createStorageInstance: () => Promise.reject(refusal) },
      { databaseName, schemas },
    );
    await expect(openDatabase()).rejects.toThrow(refusal.message);
    const left = stopServing().catch((error: unknown) => (error as Error).message);
    stopServing = () => Promise.resolve();
    expect(await left).toBe(told);
  });
});
