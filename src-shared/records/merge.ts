// The one writer. Every change of a record, typed here, imported, undone or sent by a
// teammate, is a Yjs update that goes through `mergeRecord`. The update is applied to
// a throw-away document first and refused whole if it throws or breaks a limit.

import * as Y from 'yjs';

import type { Conflict, JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { contentOf, docOf, headOf } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { isWithinLimits, limits } from './limits.ts';
import {
  itemsOf,
  type Meta,
  newState,
  openState,
  readConflicts,
  readContent,
  readHead,
  readMeta,
  readStamps,
  stateText,
} from './state.ts';
import { readerOf, type StateReader } from './state-reader.ts';
import { fromBase64 } from './base64.ts';
import { ruledField } from './rules.ts';

export type Merged = {
  doc: RecordDoc;
  changed: boolean;
  /** Values of this device that were replaced by an edit that had not seen them. */
  lost: Conflict[];
};

/** `doc` undefined: the record is not here yet and `update` is its whole state. */
export function mergeRecord(
  id: string,
  doc: RecordDoc | undefined,
  update: Uint8Array,
  context: CommandContext,
): Result<Merged> {
  if (doc?.status === 'erased') return fail('record-erased');
  if (update.byteLength > limits.stateBytes) return fail('update-refused');
  try {
    return apply(id, doc, update, context);
  } catch {
    // Whatever a stranger's bytes do inside Yjs, the record stays as it was.
    return fail('update-refused');
  }
}

function apply(
  id: string,
  doc: RecordDoc | undefined,
  update: Uint8Array,
  context: CommandContext,
): Result<Merged> {
  const state = doc === undefined ? newState() : openState(doc, headOf(doc), contentOf(doc));
  const before = doc === undefined ? new Map<string, Meta>() : readMeta(readerOf(state));
  const beforeVector = Y.encodeStateVector(state);
  const values = new Map([...before.keys()].map((what) => [what, valueAt(state, what)]));
  Y.applyUpdate(state, update);
  if (hasGaps(state)) return fail('update-refused');
  const lost = doc === undefined ? [] : fileLost(state, before, values, context);
  const merged = readRecord(id, state, context);
  if (!isAcceptable(merged)) return fail('update-refused');
  const text = merged.state;
  const changed =
    doc === undefined ||
    !sameBytes(beforeVector, Y.encodeStateVector(state)) ||
    doc.state === undefined ||
    doc.state !== text;
  state.destroy();
  return ok({ doc: merged, changed, lost });
}

/**
 * The record whose opened state this laptop has just written to, and nobody else: what
 * merging the same writes would make of it, for half the work. The state is closed.
 */
export function sealRecord(id: string, state: Y.Doc, context: CommandContext): Result<RecordDoc> {
  try {
    return sealText(id, readerOf(state), stateText(state), context);
  } finally {
    state.destroy();
  }
}

/** The same of a state that was read from its bytes; `text` is the whole of it as base64. */
export function sealText(
  id: string,
  state: StateReader,
  text: string,
  context: CommandContext,
): Result<RecordDoc> {
  try {
    const sealed = recordFrom(id, state, text, context);
    return isAcceptable(sealed) ? ok(sealed) : fail('update-refused');
  } catch {
    // A state of the wrong shape stays as it was.
    return fail('update-refused');
  }
}

const isAcceptable = (doc: RecordDoc): boolean =>
  (doc.state ?? '').length * 0.75 <= limits.stateBytes && isWithinLimits(contentOf(doc));

/** Reads a record from its state alone: what `mergeRecord` stores, and what tests compare with. */
export const readRecord = (id: string, state: Y.Doc, context: CommandContext): RecordDoc =>
  recordFrom(id, readerOf(state), stateText(state), context);

function recordFrom(
  id: string,
  state: StateReader,
  text: string,
  context: CommandContext,
): RecordDoc {
  const kinds = kindsOf(context);
  const head = readHead(state);
  const history = { stamps: readStamps(state), conflicts: readConflicts(state), state: text };
  return docOf(id, head, readContent(state, kinds.get(head.kind)), history, kinds);
}

export function readStored(doc: RecordDoc, context: CommandContext): RecordDoc {
  if (doc.state === undefined)
    return docOf(
      doc.id,
      headOf(doc),
      contentOf(doc),
      { stamps: {}, conflicts: [] },
      kindsOf(context),
    );
  const state = newState();
  Y.applyUpdate(state, fromBase64(doc.state));
  return readRecord(doc.id, state, context);
}

/** Yjs would hold back updates that build on others we do not have; they are fetched again later. */
export function hasGaps(state: Y.Doc): boolean {
  return state.store.pendingStructs !== null || state.store.pendingDs !== null;
}

function fileLost(
  state: Y.Doc,
  before: ReadonlyMap<string, Meta>,
  values: ReadonlyMap<string, JsonValue>,
  context: CommandContext,
): Conflict[] {
  const after = readMeta(readerOf(state));
  const kind = kindsOf(context).get(readHead(readerOf(state)).kind);
  const lost: Conflict[] = [];
  for (const [what, mine] of before) {
    const now = after.get(what);
    if (ruledField(kind, what) !== undefined) continue;
    const { device } = mine.stamp;
    const wasMine = device === context.device || context.formerDevices?.includes(device) === true;
    if (!wasMine || now === undefined || dominates(now.vector, mine.vector)) continue;
    const old = values.get(what) ?? null;
    if (JSON.stringify(old) === JSON.stringify(valueAt(state, what))) continue;
    const id = `${device}:${mine.vector[device] ?? 0}:${what}`;
    lost.push({ id, field: what, lost: old, lostBy: mine.stamp, wonBy: now.stamp });
  }
  if (lost.length > 0) {
    state.clientID = context.yjsClientId;
    state.transact(() => {
      for (const conflict of lost) state.getMap<Conflict>('conflicts').set(conflict.id, conflict);
    });
  }
  return lost;
}

/** Whether the edit with vector `later` had seen everything in `earlier`. */
function dominates(later: Meta['vector'], earlier: Meta['vector']): boolean {
  return Object.entries(earlier).every(([device, count]) => (later[device] ?? 0) >= count);
}

/** The value a stamp speaks of: a field, or `set/item`. Notes merge letter by letter and have none. */
function valueAt(state: Y.Doc, what: string): JsonValue {
  const slash = what.indexOf('/');
  if (slash === -1) return state.getMap<JsonValue>('fields').get(what) ?? null;
  const item = itemsOf(readerOf(state), what.slice(0, slash)).get(what.slice(slash + 1));
  return item === undefined ? null : { ...item };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}
