// The Yjs document of one record. Layout (all top level, so that two replicas never
// make the same nested type twice): map `head`, map `fields`, one map `set:NAME` per
// set (item id to item), XML fragment `note`, map `meta` (what was edited to its
// stamp and version vector), map `conflicts`, map `decided` (ids of conflicts that were closed).

import * as Y from 'yjs';

import { isKeptHere } from '../domain/kept-here.ts';
import type { Kind, RecordContent } from '../domain/kind.ts';
import type { Conflict, JsonValue, RecordDoc, SetItem, Stamp } from '../domain/record.ts';
import type { RecordHead } from './content.ts';
import { isTime } from '../values/time.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isPlain, limits } from './limits.ts';
import { writeNoteText } from './note.ts';
import { isItem, isStamp, isText } from './shape.ts';
import type { MapReader, StateReader } from './state-reader.ts';
import { readRuled, ruledFields, type Vector } from './rules.ts';

export type Meta = { stamp: Stamp; vector: Vector };

export const genesisClient = 1;
const setPrefix = 'set:';

/** A document whose id nobody needs: making a random one costs more than the document. */
export const newState = (): Y.Doc => new Y.Doc({ guid: 'record' });

/** Opens a record's document; a record that was never edited gets its genesis. */
export function openState(doc: RecordDoc, head: RecordHead, content: RecordContent): Y.Doc {
  if (doc.state === undefined) {
    const made = openGenesis(head, content);
    // A row may hold conflicts whose history it has not: they can be closed like any others.
    for (const conflict of doc.conflicts) made.getMap('conflicts').set(conflict.id, conflict);
    return made;
  }
  const opened = newState();
  Y.applyUpdate(opened, fromBase64(doc.state));
  return opened;
}

/** The bytes of a record's genesis, the same on every replica. */
export function genesisState(head: RecordHead, content: RecordContent): Uint8Array {
  const doc = openGenesis(head, content);
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return bytes;
}

/**
 * What follows from a record's first content: client id 1, keys in sorted order. Whoever
 * writes to it next is somebody else: only the genesis may bear that id.
 */
function openGenesis(head: RecordHead, content: RecordContent): Y.Doc {
  const doc = newState();
  const own = doc.clientID;
  doc.clientID = genesisClient;
  doc.transact(() => {
    for (const [map, key, value] of genesisEntries(head, content)) doc.getMap(map).set(key, value);
    if (content.note !== '') writeNoteText(doc.getXmlFragment('note'), content.note);
  });
  doc.clientID = own;
  return doc;
}

/** The entries of a genesis, each with its map and key, in the order in which they are written. */
export function genesisEntries(
  head: RecordHead,
  content: RecordContent,
): [map: string, key: string, value: JsonValue][] {
  return [
    ['head', 'createdAt', head.createdAt],
    ['head', 'kind', head.kind],
    ['head', 'origin', sortedJson(head.origin)],
    ['head', 'scope', head.scope],
    ...Object.keys(content.fields)
      .sort()
      .map((field): [string, string, JsonValue] => [
        'fields',
        field,
        sortedJson(content.fields[field] ?? null),
      ]),
    ...Object.keys(content.sets)
      .sort()
      .flatMap((name) =>
        (content.sets[name] ?? []).map((item, order): [string, string, JsonValue] => [
          setPrefix + name,
          item.id,
          storedItem(item, order) as unknown as JsonValue,
        ]),
      ),
  ];
}

export const encodeState = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);
export const stateText = (doc: Y.Doc): string => toBase64(encodeState(doc));

/**
 * Throws on a state of the wrong shape: the caller refuses it whole. What is kept on a laptop alone
 * stands in no state; whoever sends it is not listened to.
 */
export function readContent(state: StateReader, kind: Kind | undefined): RecordContent {
  const fields: RecordContent['fields'] = {};
  for (const [field, value] of sortedEntries(state.map<JsonValue>('fields'))) {
    if (value !== null && value !== '' && !isKeptHere(field)) fields[field] = value;
  }
  for (const [field, type] of ruledFields(kind)) {
    const value = readRuled(state, field, type);
    if (value === null || value === '') delete fields[field];
    else if (value !== undefined) fields[field] = value;
  }
  const sets: RecordContent['sets'] = {};
  for (const name of state
    .names()
    .filter((key) => key.startsWith(setPrefix))
    .sort()) {
    const set = name.slice(setPrefix.length);
    if (isKeptHere(set)) continue;
    const items = readSet(state, set, kind?.setKeys[set]);
    if (items.length > 0) sets[set] = items;
  }
  return { fields, sets, note: state.note() };
}

/** In the order people gave them; what counts as the same is shown once, the oldest first. */
export function readSet(
  state: StateReader,
  set: string,
  keyOf: Kind['setKeys'][string] | undefined,
): SetItem[] {
  const items = sortedEntries(state.map<StoredItem>(setPrefix + set)).map(([id, item]) => ({
    id,
    item: checkedItem(item),
  }));
  items.sort((a, b) => a.item.order - b.item.order || (a.id < b.id ? -1 : 1));
  const seen = new Set<string>();
  return items.flatMap(({ id, item: { order: _order, ...shown } }) => {
    const key = keyOf === undefined ? id : keyOf(shown);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...shown, id }];
  });
}

export function readHead(state: StateReader): RecordHead {
  const head = state.map<JsonValue>('head');
  const [kind, scope, createdAt, origin] = ['kind', 'scope', 'createdAt', 'origin'].map((key) =>
    head.get(key),
  );
  if (typeof kind !== 'string' || !isTime(createdAt)) throw new Error('state has no head');
  if (scope !== 'team' && scope !== 'private') throw new Error('state has no scope');
  return { kind, scope, createdAt, origin: checkedStamp(origin) };
}

export function readMeta(state: StateReader): Map<string, Meta> {
  const entries = sortedEntries(state.map<Meta>('meta'));
  for (const [, { stamp, vector }] of entries) {
    checkedStamp(stamp);
    if (typeof vector !== 'object' || vector === null) throw new Error('meta has no vector');
  }
  return new Map(entries);
}

/** What is shown of where a value came from must be there, whoever wrote it. */
function checkedStamp(stamp: unknown): Stamp {
  if (!isStamp(stamp)) throw new Error('stamp of another shape');
  return stamp;
}

export function readStamps(state: StateReader): { [what: string]: Stamp } {
  const stamps: { [what: string]: Stamp } = {};
  for (const [what, { stamp }] of readMeta(state)) if (!isKeptHere(what)) stamps[what] = stamp;
  return stamps;
}

export const readConflicts = (state: StateReader): Conflict[] =>
  sortedEntries(state.map<Conflict>('conflicts')).map(([, conflict]) => {
    checkedStamp(conflict.lostBy);
    checkedStamp(conflict.wonBy);
    const { id, field, lost, from } = conflict;
    if (
      !isText(id, 1_000) ||
      !isText(field, 1_000) ||
      !isPlain(lost, limits.depth) ||
      (from !== undefined && !isText(from, 1_000))
    )
      throw new Error('conflict of another shape');
    return conflict;
  });

export type StoredItem = Omit<SetItem, 'id'> & { order: number };

export function storedItem(item: Omit<SetItem, 'id'>, order: number): StoredItem {
  return {
    value: item.value,
    ...(item.label === undefined ? {} : { label: item.label }),
    ...(item.more === undefined
      ? {}
      : { more: sortedJson(item.more) as { [key: string]: string } }),
    order,
  };
}

function checkedItem(item: unknown): StoredItem {
  const { order } = item as StoredItem;
  if (!isItem(item) || !Number.isFinite(order)) throw new Error('set item of another shape');
  return item as StoredItem;
}

export const itemsOf = (state: StateReader, set: string): MapReader<StoredItem> =>
  state.map<StoredItem>(setPrefix + set);

function sortedEntries<T>(map: MapReader<T>): [string, T][] {
  const entries = [...map.entries()];
  // Those of a genesis are.
  const isSorted = entries.every(([key], at) => at === 0 || (entries[at - 1]?.[0] ?? '') < key);
  return isSorted ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same value with object keys in sorted order: Yjs writes them as they come. */
function sortedJson(value: JsonValue | Stamp): JsonValue {
  if (Array.isArray(value)) return value.map(sortedJson);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedJson(inner as JsonValue)]));
}

/** Which edits a state holds: how far of each Yjs client, as text that compares. */
export function stateVectorText(state: Uint8Array): string {
  const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
  return [...vector.entries()]
    .sort(([a], [b]) => a - b)
    .map(([client, clock]) => `${client}:${clock}`)
    .join();
}

/** Everything in a state beyond its genesis: what a replica that has the record lacks at most. */
export function beyondGenesis(state: Uint8Array): Uint8Array {
  const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
  const genesis = new Map([[genesisClient, vector.get(genesisClient) ?? 0]]);
  return Y.diffUpdate(state, Y.encodeStateVector(genesis));
}
