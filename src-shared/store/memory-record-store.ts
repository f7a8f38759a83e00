// The record store in memory, for tests: the same contract as the one over SQLite.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { RecordStore, RecordTx } from './record-store.ts';

type Shelf = Map<string, RecordDoc>;
type Shelves = Map<CollectionName, Shelf>;

const scanBatch = 1_000;

export function createMemoryRecordStore(): RecordStore {
  let shelves: Shelves = new Map();
  let last: Promise<unknown> = Promise.resolve();

  return {
    get: async (collection, ids) => getDocs(shelves, collection, ids),
    byKeys: async (collection, keys) => findKeys(shelves, collection, keys),
    async *scan(collection, options) {
      const docs = docsOf(shelves, collection, options?.status);
      for (let at = 0; at < docs.length; at += scanBatch) {
        yield copyAll(docs.slice(at, at + scanBatch));
      }
    },
    count: async (collection, options) => docsOf(shelves, collection, options?.status).length,
    write(work) {
      const turn = last.then(async () => {
        const draft: Shelves = new Map([...shelves].map(([name, shelf]) => [name, new Map(shelf)]));
        const result = await work(txOver(draft));
        if (result.ok) shelves = draft;
        return result;
      });
      last = turn.catch(() => null);
      return turn;
    },
  };
}

function txOver(draft: Shelves): RecordTx {
  return {
    get: (collection, ids) => getDocs(draft, collection, ids),
    byKeys: (collection, keys) => findKeys(draft, collection, keys),
    put(collection, docs) {
      const shelf = draft.get(collection) ?? new Map<string, RecordDoc>();
      draft.set(collection, shelf);
      for (const doc of docs) shelf.set(doc.id, copy(doc));
    },
    purge(collection, ids) {
      for (const id of ids) draft.get(collection)?.delete(id);
    },
  };
}

function getDocs(shelves: Shelves, collection: CollectionName, ids: readonly string[]): Shelf {
  const found: Shelf = new Map();
  for (const id of ids) {
    const doc = shelves.get(collection)?.get(id);
    if (doc !== undefined) found.set(id, copy(doc));
  }
  return found;
}

function findKeys(
  shelves: Shelves,
  collection: CollectionName,
  keys: readonly string[],
): Map<string, string[]> {
  const wanted = new Set(keys);
  const idsByKey = new Map<string, string[]>();
  for (const { id, keys: carried } of shelves.get(collection)?.values() ?? []) {
    for (const key of new Set(carried)) {
      if (!wanted.has(key)) continue;
      idsByKey.set(key, [...(idsByKey.get(key) ?? []), id]);
    }
  }
  return idsByKey;
}

function docsOf(shelves: Shelves, collection: CollectionName, status: string | undefined) {
  return [...(shelves.get(collection)?.values() ?? [])]
    .filter((doc) => status === undefined || doc.status === status)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** As a database would: what was stored is out of the caller's reach. */
const copy = (doc: RecordDoc): RecordDoc => JSON.parse(JSON.stringify(doc)) as RecordDoc;
const copyAll = (docs: RecordDoc[]): RecordDoc[] => docs.map(copy);
