// The record store in memory, for tests: the same contract as the one over SQLite.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { createInTurn } from '../pacing/in-turn.ts';
import type { RecordStore, RecordTx, Stored } from './record-store.ts';

/** A document, and as text: who asks gets one of their own. */
type Kept = { doc: RecordDoc; text: string };
type Shelf = Map<string, Kept>;
type Place = { sequence: number; row: number };
type Shelves = Map<CollectionName, Shelf>;
/** By collection: where each document stands among the writes. */
type Places = Map<CollectionName, { last: number; byId: Map<string, Place> }>;

const scanBatch = 1_000;

export function createMemoryRecordStore(): RecordStore {
  let shelves: Shelves = new Map();
  let places: Places = new Map();
  const listeners = new Set<() => void>();
  const inTurn = createInTurn();

  return {
    get: async (collection, ids) => getDocs(shelves, collection, ids),
    byKeys: async (collection, keys) => findKeys(shelves, collection, keys),
    async *scan(collection, options) {
      const docs = docsOf(shelves, collection, options?.status);
      for (let at = 0; at < docs.length; at += scanBatch) {
        yield docs.slice(at, at + scanBatch).map(own);
      }
    },
    before: async (collection, time, limit) =>
      docsOf(shelves, collection, 'live')
        .filter(({ doc }) => doc.at < time)
        .toSorted((a, b) => a.doc.at - b.doc.at)
        .slice(0, limit)
        .map(({ doc }) => doc.id),
    count: async (collection, options) => docsOf(shelves, collection, options?.status).length,
    since: async (collection, sequence, limit) => {
      const shelf = shelves.get(collection);
      const byId = places.get(collection)?.byId ?? new Map<string, Place>();
      const found: { kept: Kept; place: Place }[] = [];
      for (const [id, place] of byId) {
        const kept = shelf?.get(id);
        if (kept !== undefined && place.sequence > sequence) found.push({ kept, place });
      }
      found.sort((a, b) => a.place.sequence - b.place.sequence);
      return found.slice(0, limit).map(({ kept, place }): Stored => ({ ...place, doc: own(kept) }));
    },
    sequence: async (collection) => places.get(collection)?.last ?? 0,
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (work) =>
      inTurn(async () => {
        const draft: Shelves = new Map([...shelves].map(([name, shelf]) => [name, new Map(shelf)]));
        const draftPlaces: Places = new Map(
          [...places].map(([name, one]) => [name, { last: one.last, byId: new Map(one.byId) }]),
        );
        const result = await work(txOver(draft, draftPlaces, inTurn.isAwaited));
        if (!result.ok) return result;
        [shelves, places] = [draft, draftPlaces];
        for (const listener of listeners) listener();
        return result;
      }),
    inPieces(work) {
      return work((piece) => this.write(piece));
    },
  };
}

function txOver(draft: Shelves, places: Places, isAwaited: () => boolean): RecordTx {
  return {
    isAwaited,
    sequence: (collection) => places.get(collection)?.last ?? 0,
    get: (collection, ids) => getDocs(draft, collection, ids),
    byKeys: (collection, keys) => findKeys(draft, collection, keys),
    put(collection, docs) {
      const shelf: Shelf = draft.get(collection) ?? new Map();
      draft.set(collection, shelf);
      const place = places.get(collection) ?? { last: 0, byId: new Map<string, Place>() };
      places.set(collection, place);
      for (const doc of docs) {
        const text = JSON.stringify(doc);
        shelf.set(doc.id, { doc: JSON.parse(text) as RecordDoc, text });
        place.last += 1;
        const row = place.byId.get(doc.id)?.row ?? place.last;
        place.byId.set(doc.id, { sequence: place.last, row });
      }
    },
    forget: () => undefined,
    purge(collection, ids) {
      for (const id of ids) {
        draft.get(collection)?.delete(id);
        places.get(collection)?.byId.delete(id);
      }
    },
  };
}

function getDocs(
  shelves: Shelves,
  collection: CollectionName,
  ids: readonly string[],
): Map<string, RecordDoc> {
  const found = new Map<string, RecordDoc>();
  for (const id of ids) {
    const kept = shelves.get(collection)?.get(id);
    if (kept !== undefined) found.set(id, own(kept));
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
  for (const { doc } of shelves.get(collection)?.values() ?? []) {
    const { id, keys: carried } = doc;
    for (const key of new Set(carried)) {
      if (!wanted.has(key)) continue;
      idsByKey.set(key, [...(idsByKey.get(key) ?? []), id]);
    }
  }
  return idsByKey;
}

function docsOf(shelves: Shelves, collection: CollectionName, status: string | undefined) {
  return [...(shelves.get(collection)?.values() ?? [])]
    .filter(({ doc }) => status === undefined || doc.status === status)
    .toSorted((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
}

/** As a database would: what was stored is out of the caller's reach. */
const own = ({ text }: Kept): RecordDoc => JSON.parse(text) as RecordDoc;
