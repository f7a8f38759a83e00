// Undo and redo of this laptop's actions. An inverse edit goes through the same path
// as any other and is made only where the value is still what the action wrote.

import type { CollectionName, JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type LoggedCreate, type LoggedEdit, partId } from './action.ts';
import type { Done } from './command.ts';
import type { CommandContext } from './context.ts';
import { editRecord, type Plan, readWhat, type Written } from './edit.ts';

type Direction = 'undo' | 'redo';
const chunk = 500;

export async function peekHistory(
  store: RecordStore,
): Promise<{ undo: string | null; redo: string | null }> {
  const ids = (await store.byKeys('local', ['kind:action'])).get('kind:action') ?? [];
  const actions = await store.get('local', ids);
  const [undo, redo] = [newest(actions, 'done'), redoable(actions)];
  return {
    undo: undo === undefined ? null : labelOf(undo),
    redo: redo === undefined ? null : labelOf(redo),
  };
}

/** `id` undefined takes the newest action that has not been undone. */
export async function undoAction(
  tx: RecordTx,
  context: CommandContext,
  id?: string,
): Promise<Result<Done>> {
  const action = id === undefined ? newest(actionsOf(tx), 'done') : tx.get('local', [id]).get(id);
  if (action === undefined || action.kind !== 'action' || action.fields['state'] !== 'done')
    return fail('nothing-to-undo');
  return turn(tx, context, action, 'undo');
}

export async function redoAction(tx: RecordTx, context: CommandContext): Promise<Result<Done>> {
  const action = redoable(actionsOf(tx));
  return action === undefined ? fail('nothing-to-undo') : turn(tx, context, action, 'redo');
}

/** Removes what an action made and every word about it, as if it had never been. */
export function forgetAction(tx: RecordTx, id: string): number {
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
  return count;
}

async function turn(
  tx: RecordTx,
  context: CommandContext,
  action: RecordDoc,
  direction: Direction,
): Promise<Result<Done>> {
  const touched: string[] = [];
  let left = 0;
  const parts = partsOf(tx, action);
  for (const part of direction === 'undo' ? parts.reverse() : parts) {
    const edits = direction === 'undo' ? [...part.edits].reverse() : part.edits;
    for (const steps of chunks(edits)) {
      left += turnEdits(tx, context, steps, direction, touched);
      await context.yieldNow?.();
    }
    for (const steps of chunks(part.creates)) {
      left += turnCreates(tx, context, steps, action.id, direction, touched);
      await context.yieldNow?.();
    }
  }
  const state = direction === 'undo' ? 'undone' : 'done';
  tx.put('local', [{ ...action, fields: { ...action.fields, state } }]);
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
): number {
  let left = 0;
  for (const { collection, id, written } of edits) {
    const doc = tx.get(collection, [id]).get(id);
    if (doc === undefined) {
      left += written.length;
      continue;
    }
    const plan = inverse(written, direction, () => left++);
    const edited = editRecord(doc, plan, context);
    if (!edited.ok) left += written.length;
    else if (edited.value.written.length > 0) {
      tx.put(collection, [edited.value.doc]);
      touched.push(id);
    }
  }
  return left;
}

/** The writes that take `written` back (or do it again) where nobody has changed the value since. */
export function inverse(
  written: readonly Written[],
  direction: Direction,
  onLeft: () => void,
): Plan {
  const steps = direction === 'undo' ? [...written].reverse() : written;
  return (state) =>
    steps.flatMap(({ what, before, after }) => {
      const [from, to] = direction === 'undo' ? [after, before] : [before, after];
      if (sameJson(readWhat(state, what), from)) return [{ what, value: to }];
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
  const plan = inverse([{ what: 'undoneBy', before: from, after: to }], 'redo', () => undefined);
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

export type Part = { id: string; creates: LoggedCreate[]; edits: LoggedEdit[] };

export function partsOf(tx: RecordTx, action: RecordDoc): Part[] {
  const count = Number(action.fields['parts'] ?? 0);
  const ids = Array.from({ length: count }, (_, part) => partId(action.id, part));
  const docs = tx.get('local', ids);
  return ids.flatMap((id) => {
    const body = docs.get(id)?.fields['body'] as unknown as Omit<Part, 'id'> | undefined;
    return body === undefined ? [] : [{ id, ...body }];
  });
}

/** Everything that was done and is still remembered, by id. */
export function actionsOf(tx: RecordTx): Map<string, RecordDoc> {
  return tx.get('local', tx.byKeys('local', ['kind:action']).get('kind:action') ?? []);
}

function labelOf(action: RecordDoc): string {
  const label = action.fields['label'];
  return typeof label === 'string' ? label : '';
}

function newest(actions: ReadonlyMap<string, RecordDoc>, state: string): RecordDoc | undefined {
  return [...actions.values()]
    .filter((action) => action.fields['state'] === state)
    .reduce<RecordDoc | undefined>(
      (top, action) => (top === undefined || action.id > top.id ? action : top),
      undefined,
    );
}

/** The eldest undone action that nothing newer stands on top of. */
function redoable(actions: ReadonlyMap<string, RecordDoc>): RecordDoc | undefined {
  const floor = newest(actions, 'done')?.id ?? '';
  return [...actions.values()]
    .filter((action) => action.fields['state'] === 'undone' && action.id > floor)
    .reduce<RecordDoc | undefined>(
      (top, action) => (top === undefined || action.id < top.id ? action : top),
      undefined,
    );
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
