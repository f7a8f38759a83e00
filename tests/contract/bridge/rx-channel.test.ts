// RxDB in the window reads a storage in the host over every Port; what a window
// may not do is refused; a window that goes leaves nothing open.
import { createRxDatabase, type RxDatabase } from 'rxdb';
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

describe.each(Object.entries(portPairsByName))('RxDB over %s', (name, open) => {
  // RxDB's memory storage is one world per process: each test gets its own name.
  let databaseName: string;
  let count = 0;
  let pair: PortPair;
  let client: HostClient;
  let session: HostSession;
  let database: RxDatabase | undefined;
  let stopServing: () => Promise<void>;
  const storage = getRxStorageMemory();

  beforeEach(async () => {
    databaseName = `book${name.replaceAll(' ', '')}${++count}`;
    pair = await open();
    session = serveHost(pair.host, handlersWith({}), () => undefined);
    client = createHostClient(pair.window);
    stopServing = serveRemoteStorage(session.rx, storage, {
      databaseName,
      writable: new Set(['_rxdb_internal', 'notes']),
    });
    database = undefined;
  });
  afterEach(async () => {
    await database?.close();
    await stopServing();
    await pair.dispose();
  });
  const openDatabase = async (): Promise<RxDatabase> => {
    database = await createRxDatabase({
      name: databaseName,
      storage: openRemoteStorage(client),
      multiInstance: false,
    });
    await database.addCollections({ notes: { schema }, people: { schema } });
    return database;
  };

  test('writes, queries, counts and follows changes', async () => {
    const { notes } = (await openDatabase()).collections;
    const seen = new Promise((resolve) =>
      notes?.find({ sort: [{ name: 'asc' }] }).$.subscribe((docs) => {
        if (docs.length === 2) resolve(docs.map((doc) => doc.get('name')));
      }),
    );
    await notes?.bulkInsert([
      { id: 'b', name: 'Ben' },
      { id: 'a', name: 'Ana' },
    ]);
    expect(await seen).toEqual(['Ana', 'Ben']);
    expect(await notes?.count({ selector: { name: { $gt: 'Ana' } } }).exec()).toBe(1);
    expect((await notes?.findOne('a').exec())?.get('name')).toBe('Ana');
  });

  test('refuses a window’s write to a collection that only the host writes', async () => {
    const { people } = (await openDatabase()).collections;
    await expect(people?.insert({ id: 'a', name: 'Ana' })).rejects.toThrow(/refused by the host/);
    expect(await people?.count().exec()).toBe(0);
  });

  test('refuses the removal of a collection and another database', async () => {
    const answers = new Promise((resolve) => {
      const errors: unknown[] = [];
      client.rx.onMessage((message) => {
        if (errors.push((message as { error?: unknown }).error) === 2) resolve(errors);
      });
    });
    const base = { connectionId: 'c', requestId: 'r', version: '17.6.0' };
    client.rx.send({ ...base, method: 'remove', params: [] });
    const params = { databaseName: 'other', collectionName: 'people', schema: { version: 0 } };
    client.rx.send({ ...base, method: 'create', params });
    for (const error of (await answers) as unknown[]) {
      expect(error).toMatchObject({ message: expect.stringContaining('refused') });
    }
  });

  test('drops messages that are not storage-remote’s', async () => {
    for (const bad of [null, {}, { method: 'constructor' }, { method: 'internals', params: [] }]) {
      client.rx.send(bad);
    }
    const { notes } = (await openDatabase()).collections;
    await notes?.insert({ id: 'a', name: 'Ana' });
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
    const openBefore = storage.collectionStates.size;
    await stopServing();
    expect(openBefore).toBeGreaterThan(0);
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
      { databaseName, writable: new Set() },
    );
    await expect(openDatabase()).rejects.toThrow(refusal.message);
    const left = stopServing().catch((error: unknown) => (error as Error).message);
    stopServing = () => Promise.resolve();
    expect(await left).toBe(told);
  });
});
