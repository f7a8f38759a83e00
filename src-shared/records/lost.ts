// Values that were replaced by an edit that had not seen them (decision 0003). Whoever merges
// holds both sides and files what neither side may lose in silence, whoever wrote it: the
// conflict's id follows from the lost edit, so every laptop files the same one.

import * as Y from 'yjs';

import { isOfMerge } from '../domain/merging.ts';
import type { Conflict, JsonValue } from '../domain/record.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { lostByRank, ruledField, type Vector } from './rules.ts';
import { genesisClient, itemsOf, type Meta, newState, readHead, readMeta } from './state.ts';
import { readerOf } from './state-reader.ts';

/** What one of two that are merged says. */
export type Side = { meta: ReadonlyMap<string, Meta>; values: ReadonlyMap<string, JsonValue> };

export function sideOf(state: Y.Doc): Side {
  const meta = readMeta(readerOf(state));
  return { meta, values: new Map([...meta.keys()].map((what) => [what, valueAt(state, what)])) };
}

/**
 * The sender's, where each has something that the other has not; `mine` is not merged yet.
 * An update may lack the genesis, which both have.
 */
export function otherSide(mine: Y.Doc, update: Uint8Array): Side | undefined {
  const own = Y.decodeStateVector(Y.encodeStateVector(mine));
  const theirs = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update));
  if (!isBeyond(theirs, own) || !isBeyond(own, theirs)) return undefined;
  const state = newState();
  try {
    own.delete(genesisClient);
    Y.applyUpdate(state, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(own)));
    Y.applyUpdate(state, update);
    // A piece of a history (of an open editor) tells nothing by itself.
    return state.store.pendingStructs === null ? sideOf(state) : undefined;
  } finally {
    state.destroy();
  }
}

const isBeyond = (one: Map<number, number>, other: Map<number, number>): boolean =>
  [...one].some(([client, clock]) => client !== genesisClient && clock > (other.get(client) ?? 0));

/** Files what of these sides is not in the merged state, and closes what was decided elsewhere. */
export function fileLost(state: Y.Doc, sides: readonly Side[], context: CommandContext): void {
  const after = readMeta(readerOf(state));
  const kind = kindsOf(context).get(readHead(readerOf(state)).kind);
  const conflicts = state.getMap<Conflict>('conflicts');
  const decided = state.getMap<boolean>('decided');
  const lost = new Map<string, Conflict>();
  for (const { meta, values } of sides)
    for (const [what, { stamp, vector }] of meta) {
      const now = after.get(what);
      if (now === undefined || hasSeen(now.vector, vector)) continue;
      if (isOfMerge(what) || ruledField(kind, what) !== undefined) continue;
      // Where a role leads follows from the merges, about which there is a conflict.
      if (what === 'to' && values.has('toWas')) continue;
      const old = values.get(what) ?? null;
      if (isSame(what, old, valueAt(state, what))) continue;
      const id = `${stamp.device}:${vector[stamp.device] ?? 0}:${what}`;
      if (decided.has(id) || wasFiled(conflicts, id)) continue;
      lost.set(id, { id, field: what, lost: old, lostBy: stamp, wonBy: now.stamp });
    }
  for (const conflict of lostByRank(readerOf(state), kind))
    if (!decided.has(conflict.id) && !wasFiled(conflicts, conflict.id))
      lost.set(conflict.id, conflict);
  const closed = [...conflicts.keys()].filter((id) => decided.has(id));
  if (lost.size + closed.length > 0) {
    state.clientID = context.yjsClientId;
    state.transact(() => {
      for (const conflict of lost.values()) conflicts.set(conflict.id, conflict);
      for (const id of closed) conflicts.delete(id);
    });
  }
  closeOutdated(state, conflicts);
}

/** Filed before; one that is there no more was closed. */
const wasFiled = (conflicts: Y.Map<Conflict>, id: string): boolean => conflicts._map.has(id);

/** Whoever wrote a value again has replaced what of theirs was lost before. */
function closeOutdated(state: Y.Doc, conflicts: Y.Map<Conflict>): void {
  if (conflicts.size < 2) return;
  const newest = new Map<string, number>();
  const counted = [...conflicts.values()].flatMap(({ id, field, lostBy: { device } }) => {
    const count = Number(id.slice(device.length + 1, -field.length - 1));
    return id === `${device}:${count}:${field}` ? [{ id, of: `${device}:${field}`, count }] : [];
  });
  for (const { of, count } of counted) newest.set(of, Math.max(count, newest.get(of) ?? 0));
  const outdated = counted.filter(({ of, count }) => count < (newest.get(of) ?? 0));
  if (outdated.length === 0) return;
  state.transact(() => {
    for (const { id } of outdated) conflicts.delete(id);
  });
}

/** Whether the edit with vector `later` had seen everything in `earlier`. */
const hasSeen = (later: Vector, earlier: Vector): boolean =>
  Object.entries(earlier).every(([device, count]) => (later[device] ?? 0) >= count);

/** An entry's place in its list is nobody's loss, nor which of two put a record into the trash. */
function isSame(what: string, one: JsonValue, other: JsonValue): boolean {
  if ((what === 'trashedAt' || what === 'undoneBy') && one !== null && other !== null) return true;
  return JSON.stringify(withoutOrder(one)) === JSON.stringify(withoutOrder(other));
}

function withoutOrder(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { order: _order, ...rest } = value;
  return rest;
}

/** The value a stamp speaks of: a field, or `set/item`. Notes merge letter by letter and have none. */
function valueAt(state: Y.Doc, what: string): JsonValue {
  const slash = what.indexOf('/');
  if (slash === -1) return state.getMap<JsonValue>('fields').get(what) ?? null;
  const item = itemsOf(readerOf(state), what.slice(0, slash)).get(what.slice(slash + 1));
  return item === undefined ? null : { ...item };
}
