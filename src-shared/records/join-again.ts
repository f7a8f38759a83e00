// Undoing that two people were taken apart, and merging them again: not where it would give
// away, or hide, one of them.

import type { RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { ActionLabel } from './action.ts';
import type { CommandContext } from './context.ts';
import { type Direction, labelOf, partsOf } from './history.ts';
import { mayMerge } from './privacy.ts';
import { noteAction } from './undo-stack.ts';

/** What cannot be turned is no obstacle: the next time it is the turn of what was done before. */
export function passOver(
  tx: RecordTx,
  context: CommandContext,
  id: string,
  direction: Direction,
): Result<null> {
  const action = tx.get('local', [id]).get(id);
  if (action === undefined) return fail('nothing-to-undo');
  const state = direction === 'redo' ? 'done' : 'undone';
  tx.put('local', [{ ...action, fields: { ...action.fields, state } }]);
  noteAction(tx, context, id, state);
  return ok(null);
}

/**
 * Two that were one are not made one again when one of them was shared meanwhile: what the
 * other has would go to the team, or the shared one be lost to it.
 */
export function mayJoinAgain(tx: RecordTx, action: RecordDoc, direction: Direction): boolean {
  if (!joins(action)) return true;
  const edits = partsOf(tx, action).flatMap((part) => part.edits);
  return edits.every(({ collection, id, written }) => {
    const keeper = written.find(({ what }) => what === 'mergedInto')?.[
      direction === 'undo' ? 'before' : 'after'
    ];
    if (typeof keeper !== 'string') return true;
    const doc = tx.get(collection, [id]).get(id);
    return doc === undefined || mayMerge(tx, doc, keeper);
  });
}

/** Whether it made people one, or took them apart. */
export const joins = (action: RecordDoc): boolean => joining.has(labelOf(action));

const joining: ReadonlySet<string> = new Set([
  'merge',
  'merge-many',
  'unmerge',
] satisfies ActionLabel[]);
