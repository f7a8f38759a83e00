// A local edit, written to the record's opened state. What an open editor sends is an
// update like anybody else's and goes through `mergeRecord`. Answers with what was there
// before, for undo.

import * as Y from 'yjs';

import type { Kind } from '../domain/kind.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Change } from './command.ts';
import { fromBase64 } from './base64.ts';
import { contentOf, headOf } from './content.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';
import { hasGaps, mergeRecord, sealRecord } from './merge.ts';
import { writeNoteText, noteText } from './note.ts';
import { readRuled, ruledField, writeRuled } from './rules.ts';
import { type Meta, openState, setMap, type StoredItem, storedItem } from './state.ts';

/** `what` is a field's name, `set/itemId`, or `note`; null means absent. */
export type Write = { what: string; value: JsonValue } | { what: 'note'; update: Uint8Array };
export type Written = { what: string; before: JsonValue; after: JsonValue };
export type Edited = { doc: RecordDoc; written: Written[] };

/** Makes the writes of a list of changes of one record. */
export type Plan = (state: Y.Doc, doc: RecordDoc) => Write[];

export function editRecord(doc: RecordDoc, plan: Plan, context: CommandContext): Result<Edited> {
  if (doc.status === 'erased') return fail('record-erased');
  const state = openState(doc, headOf(doc), contentOf(doc));
  state.clientID = context.yjsClientId;
  const kind = kindsOf(context).get(doc.kind);
  const writes = plan(state, doc);
  if (writes.some((write) => 'update' in write)) return editTyped(doc, state, writes, context);
  const written = applyWrites(state, writes, context, kind);
  if (written.length === 0) {
    state.destroy();
    return ok({ doc, written });
  }
  const sealed = sealRecord(doc.id, state, context);
  return sealed.ok ? ok({ doc: sealed.value, written }) : sealed;
}

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
  const written: Written[] = [];
  state.transact(() => {
    for (const write of writes) {
      if ('update' in write) continue;
      if (staysFor(kind, write)) continue;
      const before = readWhat(state, write.what, kind);
      if (JSON.stringify(before) === JSON.stringify(write.value)) continue;
      applyWrite(state, write, context, kind);
      written.push({ what: write.what, before, after: write.value });
    }
  });
  return written;
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
  if (what === 'note')
    writeNoteText(state.getXmlFragment('note'), typeof value === 'string' ? value : '');
  else if (what.startsWith('conflict:'))
    writeConflict(state, what.slice('conflict:'.length), value);
  else if (ruledField(kind, what) !== undefined)
    writeRuled(state, what, value, context.device, lamport(state));
  else writeValue(state, what, value);
  if (!what.startsWith('conflict:')) stampWhat(state, what, context);
}

function writeValue(state: Y.Doc, what: string, value: JsonValue): void {
  const [set, item] = splitWhat(what);
  const map = state.getMap<JsonValue>(set === undefined ? 'fields' : `set:${set}`);
  const key = set === undefined ? what : item;
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function writeConflict(state: Y.Doc, id: string, value: JsonValue): void {
  const conflicts = state.getMap<JsonValue>('conflicts');
  if (value === null) conflicts.delete(id);
  else conflicts.set(id, value);
}

/** Grows with every edit this replica has seen, whatever the clock says. */
function lamport(state: Y.Doc): number {
  return [...Y.decodeStateVector(Y.encodeStateVector(state)).values()].reduce(
    (sum, clock) => sum + clock,
    1,
  );
}

export function readWhat(state: Y.Doc, what: string, kind: Kind | undefined): JsonValue {
  const ruled = ruledField(kind, what);
  const shown = ruled === undefined ? undefined : readRuled(state, what, ruled);
  if (shown !== undefined) return shown;
  if (what === 'note') return noteText(state.getXmlFragment('note'));
  if (what.startsWith('conflict:'))
    return state.getMap<JsonValue>('conflicts').get(what.slice('conflict:'.length)) ?? null;
  const [set, item] = splitWhat(what);
  const value =
    set === undefined ? state.getMap<JsonValue>('fields').get(what) : setMap(state, set).get(item);
  return value === undefined ? null : (value as JsonValue);
}

/** What is only ever added to loses no entry, whoever asks. */
const staysFor = (
  kind: Kind | undefined,
  { what, value }: Exclude<Write, { update: Uint8Array }>,
): boolean => value === null && kind?.sets[splitWhat(what)[0] ?? '']?.merge === 'union';

function splitWhat(what: string): [set: string | undefined, item: string] {
  const slash = what.indexOf('/');
  return slash === -1 ? [undefined, ''] : [what.slice(0, slash), what.slice(slash + 1)];
}

/** Turns changes as people make them into writes. */
export function planChanges(changes: readonly Change[], context: CommandContext): Plan {
  return (state, doc) => changes.flatMap((change) => writesOf(change, state, doc, context));
}

function writesOf(change: Change, state: Y.Doc, doc: RecordDoc, context: CommandContext): Write[] {
  const kind = kindsOf(context).get(doc.kind);
  const keys = kind?.setKeys ?? {};
  switch (change.type) {
    case 'field':
      return [
        { what: change.field, value: change.value === '' ? null : (change.value as JsonValue) },
      ];
    case 'note':
      return [{ what: 'note', value: change.text }];
    case 'note-update':
      return [{ what: 'note', update: fromBase64(change.update) }];
    case 'set-put': {
      const { id, ...item } = change.item;
      const map = setMap(state, change.set);
      const same = [...map.entries()].find(
        ([, other]) => keys[change.set]?.(other) === keys[change.set]?.(item),
      );
      if (kind?.sets[change.set]?.merge === 'add-wins')
        return putAgain(map, change.set, cleanItem(item), keys[change.set], context);
      const known = id ?? (keys[change.set] === undefined ? undefined : same?.[0]);
      const order = (known === undefined ? undefined : map.get(known)?.order) ?? nextOrder(map);
      return [
        {
          what: `${change.set}/${known ?? context.newId()}`,
          value: storedItem(cleanItem(item), order) as unknown as JsonValue,
        },
      ];
    }
    case 'set-order': {
      const map = setMap(state, change.set);
      return change.ids.flatMap((id, order) => {
        const item = map.get(id);
        if (item === undefined || item.order === order) return [];
        const value = { ...item, order } as unknown as JsonValue;
        return [{ what: `${change.set}/${id}`, value }];
      });
    }
    case 'set-remove': {
      const map = setMap(state, change.set);
      const gone = map.get(change.itemId);
      if (gone === undefined) return [];
      const keyOf = keys[change.set];
      const all = [...map.entries()].filter(
        ([itemId, item]) =>
          itemId === change.itemId || (keyOf !== undefined && keyOf(item) === keyOf(gone)),
      );
      return all.map(([itemId]) => ({ what: `${change.set}/${itemId}`, value: null }));
    }
  }
}

/**
 * The entry once more, under an id of its own, in place of those that are the same: who takes it
 * out elsewhere has not seen this one.
 */
function putAgain(
  map: Y.Map<StoredItem>,
  set: string,
  item: ReturnType<typeof cleanItem>,
  keyOf: ((item: LooseItem) => string) | undefined,
  context: CommandContext,
): Write[] {
  const same = [...map.entries()].filter(([, other]) => keyOf?.(other) === keyOf?.(item));
  const order = same[0]?.[1].order ?? nextOrder(map);
  return [
    ...same.map(([id]): Write => ({ what: `${set}/${id}`, value: null })),
    { what: `${set}/${context.newId()}`, value: storedItem(item, order) as unknown as JsonValue },
  ];
}

type LooseItem = {
  value: string;
  label?: string | undefined;
  more?: { [key: string]: string } | undefined;
};

const cleanItem = ({ value, label, more }: LooseItem) => ({
  value,
  ...(label === undefined || label === '' ? {} : { label }),
  ...(more === undefined ? {} : { more }),
});

function nextOrder(map: Y.Map<StoredItem>): number {
  return [...map.values()].reduce((top, item) => Math.max(top, item.order + 1), 0);
}
