// Undo and redo of this laptop's actions. An inverse edit goes through the same path
// as any other and is made only where the value is still what the action wrote.

import type { CollectionName, JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import {
  actionKey,
  bodyOf,
  type LoggedCreate,
  type LoggedEdit,
  partId,
  type PartBody,
} from './action.ts';
import type { Done } from './command.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { editRecord } from './edit.ts';
import { type Plan, readWhat, type Written } from './writes.ts';
import { mergedIntoOf, settleMerged } from './merged.ts';
import { openGate } from './privacy.ts';
import {
  nextActions,
  noteAction,
  readStack,
  stackOf,
  stackOfActions,
  stackQuestion,
} from './undo-stack.ts';

type Direction = 'undo' | 'redo';
const chunk = 500;

export async function peekHistory(
  store: RecordStore,
): Promise<{ undo: string | null; redo: string | null }> {
  const kept = (await store.get('local', [stackQuestion.id])).get(stackQuestion.id);
  const { undo, redo } = nextActions(kept === undefined ? await oldStack(store) : stackOf(kept));
  const actions = await store.get(
    'local',
    [undo, redo].filter((id) => id !== undefined),
  );
  const label = (id: string | undefined): string | null => {
    const action = actions.get(id ?? '');
    return action === undefined ? null : labelOf(action);
  };
  return { undo: label(undo), redo: label(redo) };
}

async function oldStack(store: RecordStore) {
  const { oldKey } = stackQuestion;
  const ids = (await store.byKeys('local', [oldKey])).get(oldKey) ?? [];
  const actions = await store.get('local', ids);
  return stackOfActions(() => actions, ids);
}

/** `id` undefined takes the newest action that has not been undone. */
export async function undoAction(
  tx: RecordTx,
  context: CommandContext,
  id?: string,
): Promise<Result<Done>> {
  const wanted = id ?? nextActions(readStack(tx)).undo ?? '';
  const action = tx.get('local', [wanted]).get(wanted);
  if (action === undefined || action.kind !== 'action' || action.fields['state'] !== 'done')
    return fail('nothing-to-undo');
  return turn(tx, context, action, 'undo');
}

export async function redoAction(tx: RecordTx, context: CommandContext): Promise<Result<Done>> {
  const id = nextActions(readStack(tx)).redo ?? '';
  const action = tx.get('local', [id]).get(id);
  return action === undefined ? fail('nothing-to-undo') : turn(tx, context, action, 'redo');
}

/** Removes what an action made and every word about it, as if it had never been. */
export function forgetAction(tx: RecordTx, context: CommandContext, id: string): number {
  const action = tx.get('local', [id]).get(id);
  if (action === undefined) return 0;
  let count = 0;
  for (const part of partsOf(tx, action)) {
    for (const [collection, ids] of byCollection(part.creates)) {
      tx.purge(collection, ids);
      count += ids.length;
    }
    tx.purge('local', [part.id]);
  }
  tx.purge('local', [id]);
  noteAction(tx, context, id, 'forgotten');
  return count;
}

async function turn(
  tx: RecordTx,
  context: CommandContext,
  action: RecordDoc,
  direction: Direction,
): Promise<Result<Done>> {
  const touched: string[] = [];
  const people: string[] = [];
  let left = 0;
  const parts = partsOf(tx, action);
  for (const part of direction === 'undo' ? parts.reverse() : parts) {
    const edits = direction === 'undo' ? [...part.edits].reverse() : part.edits;
    for (const steps of chunks(edits)) {
      left += turnEdits(tx, context, steps, direction, touched, people);
      await context.yieldNow?.();
    }
    for (const steps of chunks(part.creates)) {
      left += turnCreates(tx, context, steps, action.id, direction, touched);
      people.push(...steps.filter(({ collection }) => collection === 'people').map(({ id }) => id));
      await context.yieldNow?.();
    }
  }
  settleMerged(tx, people);
  const state = direction === 'undo' ? 'undone' : 'done';
  tx.put('local', [{ ...action, fields: { ...action.fields, state } }]);
  noteAction(tx, context, action.id, state);
  return ok({
    action: action.id,
    label: labelOf(action),
    ids: touched.slice(0, 10_000),
    count: touched.length,
    left,
  });
}

function turnEdits(
  tx: RecordTx,
  context: CommandContext,
  edits: readonly LoggedEdit[],
  direction: Direction,
  touched: string[],
  merged: string[],
): number {
  const gate = openGate(tx, context);
  let left = 0;
  for (const { collection, id, written } of edits) {
    const doc = tx.get(collection, [id]).get(id);
    if (doc === undefined) {
      left += written.length;
      continue;
    }
    const plan = inverse(written, direction, context, () => left++);
    const edited = editRecord(doc, plan, context);
    if (!edited.ok || !gate.edited(doc, edited.value.doc).ok) left += written.length;
    else if (edited.value.written.length > 0) {
      tx.put(collection, [edited.value.doc]);
      touched.push(id);
      if ([doc, edited.value.doc].some((one) => mergedIntoOf(one) !== undefined)) merged.push(id);
    }
  }
  return left;
}

/** The writes that take `written` back (or do it again) where nobody has changed the value since. */
export function inverse(
  written: readonly Written[],
  direction: Direction,
  context: CommandContext,
  onLeft: () => void,
): Plan {
  const steps = direction === 'undo' ? [...written].reverse() : written;
  return (state, doc) =>
    steps.flatMap(({ what, before, after }) => {
      const [from, to] = direction === 'undo' ? [after, before] : [before, after];
      const kind = kindsOf(context).get(doc.kind);
      if (sameJson(readWhat(state, what, kind), from)) return [{ what, value: to }];
      onLeft();
      return [];
    });
}

function turnCreates(
  tx: RecordTx,
  context: CommandContext,
  creates: readonly LoggedCreate[],
  action: string,
  direction: Direction,
  touched: string[],
): number {
  const [from, to]: [JsonValue, JsonValue] = direction === 'undo' ? [null, action] : [action, null];
  const plan = inverse(
    [{ what: 'undoneBy', before: from, after: to }],
    'redo',
    context,
    () => undefined,
  );
  let left = 0;
  for (const [collection, ids] of byCollection(creates)) {
    const docs = [...tx.get(collection, ids).values()];
    const changed = docs.flatMap((doc) => {
      const edited = editRecord(doc, plan, context);
      return edited.ok && edited.value.written.length > 0 ? [edited.value.doc] : [];
    });
    tx.put(collection, changed);
    touched.push(...changed.map((doc) => doc.id));
    left += ids.length - changed.length;
  }
  return left;
}

type Part = PartBody & { id: string };

export function partsOf(tx: RecordTx, action: RecordDoc): Part[] {
  const count = Number(action.fields['parts'] ?? 0);
  const ids = Array.from({ length: count }, (_, part) => partId(action.id, part));
  const docs = tx.get('local', ids);
  return ids.flatMap((id) => {
    const doc = docs.get(id);
    return doc === undefined ? [] : [{ id, ...bodyOf(doc) }];
  });
}

/** Actions of one label; those of earlier versions are looked through. */
export function actionsOf(tx: RecordTx, label: string): RecordDoc[] {
  const { oldKey } = stackQuestion;
  const ids = [...tx.byKeys('local', [actionKey(label), oldKey]).values()].flat();
  return [...tx.get('local', ids).values()].filter(({ fields }) => fields['label'] === label);
}

function labelOf(action: RecordDoc): string {
  const label = action.fields['label'];
  return typeof label === 'string' ? label : '';
}

function byCollection(creates: readonly LoggedCreate[]): Map<CollectionName, string[]> {
  const grouped = new Map<CollectionName, string[]>();
  for (const { collection, id } of creates)
    grouped.set(collection, [...(grouped.get(collection) ?? []), id]);
  return grouped;
}

function chunks<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += chunk) pieces.push(items.slice(at, at + chunk));
  return pieces;
}

const sameJson = (a: JsonValue, b: JsonValue): boolean => JSON.stringify(a) === JSON.stringify(b);
