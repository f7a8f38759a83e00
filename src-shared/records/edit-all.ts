// Edits of many records as one action. A few are one transaction. Many are one for each
// piece, with room for other people's edits in between: every piece is committed together
// with its part of the undo log, so what a crash leaves undone can be taken back as one.

import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type Action, type ActionLabel, beginAction, noProgress } from './action.ts';
import type { Done, Ref } from './command.ts';
import type { CommandContext } from './context.ts';
import type { Plan } from './edit.ts';
import { forgetAction, undoAction } from './history.ts';

export type Step = { ref: Ref; plan: Plan };

/** Records edited in one transaction: whoever else edits waits some tens of milliseconds. */
const atOnce = 100;

export function editAll(
  store: RecordStore,
  label: ActionLabel,
  steps: readonly Step[],
  context: CommandContext,
): Promise<Result<Done>> {
  if (steps.length <= atOnce)
    return store.write((tx) => editThese(tx, beginAction(tx, context, label), steps));
  return store.inPieces((write) => editInPieces(write, label, steps, context));
}

async function editInPieces(
  write: RecordStore['write'],
  label: ActionLabel,
  steps: readonly Step[],
  context: CommandContext,
): Promise<Result<Done>> {
  const progress = noProgress();
  const id = context.newId();
  let done: Result<Done> = ok({ action: id, label, ids: [], count: 0, left: 0 });
  for (let from = 0; from < steps.length; from += atOnce) {
    const piece = steps.slice(from, from + atOnce);
    done = await write((tx) => editThese(tx, beginAction(tx, context, label, id, progress), piece));
    if (!done.ok) {
      await write((tx) => takeBack(tx, context, id));
      return done;
    }
    await context.yieldNow?.();
  }
  return done;
}

function editThese(tx: RecordTx, action: Action, steps: readonly Step[]): Result<Done> {
  for (const { ref, plan } of steps) {
    const doc = tx.get(ref.collection, [ref.id]).get(ref.id);
    if (doc === undefined) return fail('not-found');
    const edited = action.edit(ref.collection, doc, plan);
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}

/** One record could not be edited: then none is, and nothing is left to undo. */
async function takeBack(
  tx: RecordTx,
  context: CommandContext,
  action: string,
): Promise<Result<null>> {
  const undone = await undoAction(tx, context, action);
  if (!undone.ok && undone.error.code !== 'nothing-to-undo') return undone;
  forgetAction(tx, context, action);
  return ok(null);
}
