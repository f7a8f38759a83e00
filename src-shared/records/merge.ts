// The one writer. Every change of a record, typed here, imported, undone or sent by a
// teammate, is a Yjs update that goes through `mergeRecord`. The update is applied to
// a throw-away document first and refused whole if it throws or breaks a limit.

import * as Y from 'yjs';

import { keptOf } from '../domain/kept-here.ts';
import type { RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { contentOf, docOf, headOf } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { withKept } from './kept.ts';
import { isWithinLimits, limits } from './limits.ts';
import { fileLost, otherSide, sideOf } from './lost.ts';
import {
  newState,
  openState,
  readConflicts,
  readContent,
  readHead,
  readStamps,
  stateText,
} from './state.ts';
import { readerOf, type StateReader } from './state-reader.ts';
import { fromBase64 } from './base64.ts';

export type Merged = {
  doc: RecordDoc;
  changed: boolean;
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
  const beforeVector = Y.encodeStateVector(state);
  const sides = doc === undefined ? [] : [sideOf(state), otherSide(state, update)];
  Y.applyUpdate(state, update);
  if (hasGaps(state)) return fail('update-refused');
  fileLost(
    state,
    sides.filter((side) => side !== undefined),
    context,
  );
  const merged = readRecord(id, state, context, doc);
  if (!isAcceptable(merged)) return fail('update-refused');
  const text = merged.state;
  const changed =
    doc === undefined ||
    !sameBytes(beforeVector, Y.encodeStateVector(state)) ||
    doc.state === undefined ||
    doc.state !== text;
  state.destroy();
  return ok({ doc: merged, changed });
}

/**
 * The record whose opened state this laptop has just written to, and nobody else: what
 * merging the same writes would make of it, for half the work. The state is closed.
 */
export function sealRecord(
  doc: RecordDoc,
  state: Y.Doc,
  context: CommandContext,
): Result<RecordDoc> {
  try {
    return sealText(doc, readerOf(state), stateText(state), context);
  } finally {
    state.destroy();
  }
}

/** The same of a state that was read from its bytes; `text` is the whole of it as base64. */
export function sealText(
  doc: RecordDoc,
  state: StateReader,
  text: string,
  context: CommandContext,
): Result<RecordDoc> {
  try {
    const sealed = recordFrom(doc.id, state, text, context, doc);
    return isAcceptable(sealed) ? ok(sealed) : fail('update-refused');
  } catch {
    // A state of the wrong shape stays as it was.
    return fail('update-refused');
  }
}

const isAcceptable = (doc: RecordDoc): boolean =>
  (doc.state ?? '').length * 0.75 <= limits.stateBytes && isWithinLimits(contentOf(doc));

/**
 * Reads a record from its state: what `mergeRecord` stores, and what tests compare with. What it
 * holds for this laptop alone is taken from the row `before`.
 */
export const readRecord = (
  id: string,
  state: Y.Doc,
  context: CommandContext,
  before?: RecordDoc,
): RecordDoc => recordFrom(id, readerOf(state), stateText(state), context, before);

function recordFrom(
  id: string,
  state: StateReader,
  text: string,
  context: CommandContext,
  before?: RecordDoc,
): RecordDoc {
  const kinds = kindsOf(context);
  const head = readHead(state);
  const content = readContent(state, kinds.get(head.kind));
  const kept = before === undefined ? undefined : keptOf(before);
  const { stamps, ...values } = withKept({ ...content, stamps: readStamps(state) }, kept);
  const history = { stamps, conflicts: readConflicts(state), state: text };
  return docOf(id, head, values, history, kinds);
}

export function readStored(doc: RecordDoc, context: CommandContext): RecordDoc {
  if (doc.state === undefined) {
    const { stamps, ...values } = withKept({ ...contentOf(doc), stamps: {} }, keptOf(doc));
    return docOf(
      doc.id,
      headOf(doc),
      values,
      { stamps, conflicts: doc.conflicts },
      kindsOf(context),
    );
  }
  const state = newState();
  Y.applyUpdate(state, fromBase64(doc.state));
  return readRecord(doc.id, state, context, doc);
}

/** Yjs would hold back updates that build on others we do not have; they are fetched again later. */
export function hasGaps(state: Y.Doc): boolean {
  return state.store.pendingStructs !== null || state.store.pendingDs !== null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}
