// Edits of many records as one action. A few are one transaction. Many are cut into pieces:
// one ends early as soon as somebody else waits to edit. Every piece is committed together
// with its part of the undo log, so what a crash leaves undone can be taken back as one.

import type { RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type Action, type ActionLabel, beginAction, noProgress } from './action.ts';
import type { Done, Ref } from './command.ts';
import type { CommandContext } from './context.ts';
import type { Plan } from './writes.ts';
import { forgetAction } from './history.ts';
import { doPiece, few, oneAtATime } from './pieces.ts';
import { turnInPieces } from './turn.ts';

export type Step = {
  ref: Ref;
  plan: Plan;
  /** What is edited where nothing of that id is here; undo leaves it as this. */
  otherwise?: RecordDoc;
};

/** `made`: what comes into being with them, before the first is edited. */
export function editAll(
  store: RecordStore,
  label: ActionLabel,
  steps: readonly Step[],
  context: CommandContext,
  made: readonly RecordDoc[] = [],
): Promise<Result<Done>> {
  if (steps.length <= few)
    return store.write((tx) => {
      const action = beginAction(tx, context, label);
      action.create(made);
      const edited = editThese(tx, action, steps);
      return edited.ok ? ok(action.finish()) : edited;
    });
  return oneAtATime(store)(() =>
    store.inPieces((write) => editInPieces(write, label, steps, context, made)),
  );
}

async function editInPieces(
  write: RecordStore['write'],
  label: ActionLabel,
  steps: readonly Step[],
  context: CommandContext,
  made: readonly RecordDoc[],
): Promise<Result<Done>> {
  const progress = noProgress();
  const id = context.newId();
  let done: Result<Done> = ok({ action: id, label, ids: [], count: 0, left: 0 });
  for (let from = 0; from < steps.length;) {
    done = await write(async (tx) => {
      const action = beginAction(tx, context, label, id, progress);
      if (from === 0) action.create(made);
      const reached = await doPiece(tx, context, from, steps.length, (first, end) =>
        editThese(tx, action, steps.slice(first, end)),
      );
      if (!reached.ok) return reached;
      from = reached.value;
      return ok(action.finish());
    });
    if (!done.ok) {
      await takeBack(write, context, id);
      return done;
    }
  }
  return done;
}

function editThese(tx: RecordTx, action: Action, steps: readonly Step[]): Result<null> {
  for (const { ref, plan, otherwise } of steps) {
    const doc = tx.get(ref.collection, [ref.id]).get(ref.id) ?? otherwise;
    if (doc === undefined) return fail('not-found');
    const edited = action.edit(ref.collection, doc, plan);
    if (!edited.ok) return edited;
  }
  return ok(null);
}

/** One record could not be edited: then none is, and nothing is left to undo. */
async function takeBack(
  write: RecordStore['write'],
  context: CommandContext,
  action: string,
): Promise<void> {
  const undone = await turnInPieces(write, context, 'undo', action);
  if (!undone.ok && undone.error.code !== 'nothing-to-undo') return;
  await write((tx) => {
    forgetAction(tx, context, action);
    return ok(null);
  });
}
