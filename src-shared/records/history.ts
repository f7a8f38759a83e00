// What this laptop has done: what can be undone or done again, and what an action's log
// holds. `turn.ts` carries it out: an inverse edit goes through the same path as any other
// and is made only where the value is still what the action wrote.

import type { Kind } from '../domain/kind.ts';
import type { CollectionName, JsonValue, RecordDoc } from '../domain/record.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { actionKey, bodyOf, type LoggedCreate, partId, type PartBody } from './action.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { isSameJson } from './same.ts';
import { isItem } from './shape.ts';
import { isTaken } from './taken.ts';
import { type Plan, readWhat, splitWhat, type Written } from './writes.ts';
import { nextActions, noteAction, stackOf, stackOfActions, stackQuestion } from './undo-stack.ts';

export type Direction = 'undo' | 'redo';

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

/** The writes that take `written` back (or do it again) where nobody has changed the value since. */
export function inverse(
  written: readonly Written[],
  direction: Direction,
  context: CommandContext,
  onLeft: (what: string) => void,
): Plan {
  const steps = direction === 'undo' ? [...written].reverse() : written;
  return (state, doc) =>
    steps.flatMap(({ what, before: old, after }) => {
      const kind = kindsOf(context).get(doc.kind);
      const before = old ?? undoneEntry(kind, what, after);
      const [from, to] = direction === 'undo' ? [after, before] : [before, after];
      if (isSameJson(readWhat(state, what, kind), from)) return [{ what, value: to }];
      onLeft(what);
      return [];
    });
}

/** An entry of a log that keeps what is undone, marked as such; null for all else. */
function undoneEntry(kind: Kind | undefined, what: string, entry: JsonValue): JsonValue {
  const [set = '', id] = splitWhat(what);
  const mark = kind?.sets[set]?.undone;
  if (mark === undefined || isTaken({ id }) || !isItem(entry)) return null;
  return { ...entry, more: { ...entry.more, [mark]: 'yes' } };
}

type Part = PartBody & { id: string };

export const partCount = ({ fields }: RecordDoc): number => Number(fields['parts'] ?? 0);

/** Undefined where it is gone. */
export function partOf(tx: RecordTx, action: RecordDoc, part: number): PartBody | undefined {
  const id = partId(action.id, part);
  const doc = tx.get('local', [id]).get(id);
  return doc === undefined ? undefined : bodyOf(doc);
}

export function partsOf(tx: RecordTx, action: RecordDoc): Part[] {
  const ids = Array.from({ length: partCount(action) }, (_, part) => partId(action.id, part));
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

export function labelOf(action: RecordDoc): string {
  const label = action.fields['label'];
  return typeof label === 'string' ? label : '';
}

function byCollection(creates: readonly LoggedCreate[]): Map<CollectionName, string[]> {
  const grouped = new Map<CollectionName, string[]>();
  for (const { collection, id } of creates)
    grouped.set(collection, [...(grouped.get(collection) ?? []), id]);
  return grouped;
}
