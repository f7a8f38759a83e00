// A local edit, written to the record's opened state. What an open editor sends is an
// update like anybody else's and goes through `mergeRecord`. Answers with what was there
// before, for undo.

import * as Y from 'yjs';

import type { Kind } from '../domain/kind.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { contentOf, headOf } from './content.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';
import { type FlatState, openFlat } from './flat-state.ts';
import { isKeptWrite, readerWith, writeKept } from './kept.ts';
import { hasGaps, mergeRecord, sealRecord, sealText } from './merge.ts';
import { appendNoteText, writeNoteText } from './note.ts';
import { ruledField, writeRuled } from './rules.ts';
import { isSameJson } from './same.ts';
import { type Meta, openState } from './state.ts';
import { readerOf } from './state-reader.ts';
import { isTaken } from './taken.ts';
import { placeOf, type Plan, readWhat, splitWhat, type Write, type Written } from './writes.ts';

export type Edited = { doc: RecordDoc; written: Written[] };

export function editRecord(doc: RecordDoc, plan: Plan, context: CommandContext): Result<Edited> {
  if (doc.status === 'erased') return fail('record-erased');
  const flat = openFlat(doc);
  if (flat === undefined) {
    const state = openState(doc, headOf(doc), contentOf(doc));
    const planned = plan(readerWith(readerOf(state), doc), doc);
    return editBoth(planned, context, (writes) => editOpened(doc, state, writes, context));
  }
  const planned = plan(readerWith(flat.reader, doc), doc);
  return editBoth(
    planned,
    context,
    (writes) =>
      editFlat(doc, flat, writes, context) ??
      editOpened(doc, openState(doc, headOf(doc), contentOf(doc)), writes, context),
  );
}

/** What is kept on this laptop alone is written beside the state, all else into it. */
function editBoth(
  planned: readonly Write[],
  context: CommandContext,
  editState: (writes: readonly Write[]) => Result<Edited>,
): Result<Edited> {
  const kept = planned.filter(isKeptWrite);
  if (kept.length === 0) return editState(planned);
  const edited = editState(planned.filter((write) => !isKeptWrite(write)));
  if (!edited.ok) return edited;
  const beside = writeKept(edited.value.doc, kept, context);
  if (!beside.ok) return beside;
  const written = [...edited.value.written, ...beside.value.written];
  return ok({ doc: beside.value.doc, written });
}

function editOpened(
  doc: RecordDoc,
  state: Y.Doc,
  writes: readonly Write[],
  context: CommandContext,
): Result<Edited> {
  state.clientID = context.yjsClientId;
  const kind = kindsOf(context).get(doc.kind);
  if (writes.some((write) => 'update' in write)) return editTyped(doc, state, writes, context);
  const written = applyWrites(state, writes, context, kind);
  if (written.length === 0) {
    state.destroy();
    return ok({ doc, written });
  }
  const sealed = sealRecord(doc, state, context);
  return sealed.ok ? ok({ doc: sealed.value, written }) : sealed;
}

/**
 * Values of fields and entries of sets, which is what most edits of very many records are: the
 * same bytes as `editOpened` would make, without opening a document. Undefined: not that.
 */
function editFlat(
  doc: RecordDoc,
  flat: FlatState,
  writes: readonly Write[],
  context: CommandContext,
): Result<Edited> | undefined {
  const kind = kindsOf(context).get(doc.kind);
  if (!areSimple(writes, kind)) return undefined;
  const written: Written[] = [];
  for (const write of writes) {
    if (!('value' in write) || staysFor(kind, write)) continue;
    const { what, value } = write;
    const [map, key] = placeOf(what);
    const before = flat.reader.map<JsonValue>(map).get(key) ?? null;
    if (isSameJson(before, value)) continue;
    if (isTakenOut(map, value)) flat.remove(map, key);
    else flat.write(context.yjsClientId, map, key, value);
    const known = flat.reader.map<Meta>('meta').get(what);
    const vector = { ...known?.vector, [context.device]: flat.length() + 1 };
    const meta = { stamp: stampNow(context), vector } satisfies Meta;
    flat.write(context.yjsClientId, 'meta', what, meta);
    written.push({ what, before, after: value });
  }
  if (written.length === 0) return ok({ doc, written });
  const sealed = sealText(doc, flat.reader, flat.text(), context);
  return sealed.ok ? ok({ doc: sealed.value, written }) : sealed;
}

/** Values of fields and entries, which no rule of merging governs. */
const areSimple = (writes: readonly Write[], kind: Kind | undefined): boolean =>
  writes.every(
    (write) =>
      'value' in write &&
      write.what !== 'note' &&
      !write.what.startsWith('conflict:') &&
      ruledField(kind, write.what) === undefined,
  );

function editTyped(
  doc: RecordDoc,
  state: Y.Doc,
  writes: readonly Write[],
  context: CommandContext,
): Result<Edited> {
  const seen = Y.encodeStateVector(state);
  const kind = kindsOf(context).get(doc.kind);
  // What is applied inside a transaction makes it a remote one: editors' updates go first.
  for (const write of writes) {
    if ('update' in write && !applyEditorUpdate(state, write.update, context))
      return fail('update-refused');
  }
  const written = applyWrites(state, writes, context, kind);
  if (Y.encodeStateVector(state).join() === seen.join()) return ok({ doc, written });
  const update = Y.encodeStateAsUpdate(state, seen);
  state.destroy();
  const merged = mergeRecord(doc.id, doc, update, context);
  return merged.ok ? ok({ doc: merged.value.doc, written }) : merged;
}

function applyWrites(
  state: Y.Doc,
  writes: readonly Write[],
  context: CommandContext,
  kind: Kind | undefined,
): Written[] {
  const reader = readerOf(state);
  const written = appendNotes(state, writes, context);
  state.transact(() => {
    for (const write of writes) {
      if (!('value' in write)) continue;
      if (staysFor(kind, write)) continue;
      const before = readWhat(reader, write.what, kind);
      if (isSameJson(before, write.value)) continue;
      applyWrite(state, write, context, kind);
      written.push({ what: write.what, before, after: write.value });
    }
  });
  return written;
}

function appendNotes(state: Y.Doc, writes: readonly Write[], context: CommandContext): Written[] {
  const [before, note] = [readerOf(state).note(), state.getXmlFragment('note')];
  const isCleared = writes.some((write) => 'isCleared' in write);
  const stood = note.length;
  // First appended, so that it comes to stand where others append it who clear nothing.
  for (const write of writes)
    if ('append' in write) appendNoteText(state, write.append, write.of, context.hash, isCleared);
  if (isCleared) note.delete(0, stood);
  const after = readerOf(state).note();
  if (after === before) return [];
  stampWhat(state, 'note', context);
  return [{ what: 'note', before, after }];
}

/** What an open editor typed: stamped like an edit, but the editor has an undo of its own. */
function applyEditorUpdate(state: Y.Doc, update: Uint8Array, context: CommandContext): boolean {
  const note = state.getXmlFragment('note');
  const [noteBefore, restBefore] = [note.toJSON(), exceptNote(state)];
  try {
    Y.applyUpdate(state, update);
  } catch {
    // Whatever the bytes do inside Yjs: this document is thrown away and nothing is kept.
    return false;
  }
  if (exceptNote(state) !== restBefore || hasGaps(state)) return false;
  // The XML, not the plain text: taking bold away is a change, too.
  if (note.toJSON() !== noteBefore) stampWhat(state, 'note', context);
  return true;
}

/** An editor may write the note and nothing else. */
function exceptNote(state: Y.Doc): string {
  const names = [...state.share.keys()].filter((name) => name !== 'note').sort();
  return JSON.stringify(
    names.map((name) => [name, state.getMap(name).toJSON()]).filter(hasContent),
  );
}

const hasContent = ([, content]: unknown[]): boolean => Object.keys(content as object).length > 0;

function stampWhat(state: Y.Doc, what: string, context: CommandContext): void {
  const meta = state.getMap<Meta>('meta');
  const vector = { ...meta.get(what)?.vector, [context.device]: lamport(state) };
  meta.set(what, { stamp: stampNow(context), vector });
}

function applyWrite(
  state: Y.Doc,
  { what, value }: { what: string; value: JsonValue },
  context: CommandContext,
  kind: Kind | undefined,
): void {
  const ruled = ruledField(kind, what);
  if (what === 'note')
    writeNoteText(state.getXmlFragment('note'), typeof value === 'string' ? value : '');
  else if (what.startsWith('conflict:'))
    writeConflict(state, what.slice('conflict:'.length), value);
  else if (ruled !== undefined) {
    const stamp = ruled.merge === 'ranked' ? stampNow(context) : undefined;
    writeRuled(state, what, value, context.device, lamport(state), stamp);
  } else writeValue(state, what, value);
  if (!what.startsWith('conflict:')) stampWhat(state, what, context);
}

function writeValue(state: Y.Doc, what: string, value: JsonValue): void {
  const [name, key] = placeOf(what);
  const map = state.getMap<JsonValue>(name);
  if (isTakenOut(name, value)) map.delete(key);
  else map.set(key, value);
}

/** A field is cleared by an edit like any other: of two made apart, value and stamp are then of the same one. */
const isTakenOut = (map: string, value: JsonValue): boolean => value === null && map !== 'fields';

function writeConflict(state: Y.Doc, id: string, value: JsonValue): void {
  const conflicts = state.getMap<JsonValue>('conflicts');
  const decided = state.getMap<boolean>('decided');
  // Kept for good: others may file it without having heard of the decision.
  if (value === null) {
    conflicts.delete(id);
    decided.set(id, true);
  } else {
    conflicts.set(id, value);
    decided.delete(id);
  }
}

/** Grows with every edit this replica has seen, whatever the clock says. */
function lamport(state: Y.Doc): number {
  return [...Y.decodeStateVector(Y.encodeStateVector(state)).values()].reduce(
    (sum, clock) => sum + clock,
    1,
  );
}

/**
 * What is only ever added to loses no entry, whoever asks; what was taken over from somebody
 * who was merged has its place with them and goes when they are taken apart.
 */
function staysFor(
  kind: Kind | undefined,
  { what, value }: Extract<Write, { value: JsonValue }>,
): boolean {
  const [set, id] = splitWhat(what);
  return value === null && kind?.sets[set ?? '']?.merge === 'union' && !isTaken({ id });
}
