// What can be undone next, and what done again: two short lists of action ids in one
// document of this laptop, so that neither question reads the whole log.

import type { RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, stampNow } from './context.ts';
import { localDoc } from './local-doc.ts';

/** Ids in the order of doing; of more than `longest` the oldest are only undone by name. */
type Stack = { done: readonly string[]; undone: readonly string[] };

const stackId = 'undo-stack';
const longest = 200;
/** Finds actions of the versions that had no stack. */
const oldKey = 'kind:action';

type Load = (ids: readonly string[]) => ReadonlyMap<string, RecordDoc>;

export function readStack(tx: Pick<RecordTx, 'get' | 'byKeys'>): Stack {
  const kept = tx.get('local', [stackId]).get(stackId);
  if (kept !== undefined) return stackOf(kept);
  const ids = tx.byKeys('local', [oldKey]).get(oldKey) ?? [];
  return stackOfActions((some) => tx.get('local', some), ids);
}

/** What a store knows before it was asked inside a transaction. */
export const stackQuestion = { id: stackId, oldKey } as const;

export function stackOf({ fields }: RecordDoc): Stack {
  return { done: textsIn(fields['done']), undone: textsIn(fields['undone']) };
}

export function stackOfActions(load: Load, ids: readonly string[]): Stack {
  const actions = [...load(ids).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const inState = (state: string): string[] =>
    actions
      .filter(({ fields }) => fields['state'] === state)
      .map(({ id }) => id as string)
      .slice(-longest);
  return { done: inState('done'), undone: inState('undone') };
}

/** A new action stands on top; an undone or repeated one changes sides. */
export function noteAction(
  tx: RecordTx,
  context: CommandContext,
  id: string,
  state: 'done' | 'undone' | 'forgotten',
): void {
  const { done, undone } = readStack(tx);
  const without = (ids: readonly string[]): string[] => ids.filter((one) => one !== id);
  const withIt = (ids: readonly string[]): string[] => [...without(ids), id].sort().slice(-longest);
  const fields = {
    done: state === 'done' ? withIt(done) : without(done),
    undone: state === 'undone' ? withIt(undone) : without(undone),
  };
  tx.put('local', [localDoc(stackId, 'undo-stack', fields, stampNow(context))]);
}

/** The newest that is done; the oldest undone one that nothing newer stands on top of. */
export function nextActions({ done, undone }: Stack): { undo?: string; redo?: string } {
  const undo = done.at(-1);
  const redo = undone.find((id) => id > (undo ?? ''));
  return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
