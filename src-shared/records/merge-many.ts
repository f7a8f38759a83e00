// Many who were found twice, merged as one action that one undo takes back. Whoever cannot be
// merged is left as they are and counted; the others are merged all the same.

import { betterNames } from './better-names.ts';
import { mostChosenAmong } from './choices.ts';
import { tellsApart, verdictId } from '../domain/verdict.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type Action, beginAction, noProgress } from './action.ts';
import type { CommandOf, Done } from './command.ts';
import type { CommandContext } from './context.ts';
import { mergeInto, readMergeable } from './merge-people.ts';
import { doPiece, oneAtATime } from './pieces.ts';
import { mayMerge } from './privacy.ts';

type Merging = CommandOf<'merge-many'>['merges'][number];

export function mergeMany(
  store: RecordStore,
  merges: readonly Merging[],
  context: CommandContext,
): Promise<Result<Done>> {
  return oneAtATime(store)(() => store.inPieces((write) => mergeInPieces(write, merges, context)));
}

async function mergeInPieces(
  write: RecordStore['write'],
  merges: readonly Merging[],
  context: CommandContext,
): Promise<Result<Done>> {
  const label = 'merge-many';
  const progress = noProgress();
  const id = context.newId();
  let done: Result<Done> = ok({ action: id, label, ids: [], count: 0, left: 0 });
  const seen = new Set<string>();
  let [count, left] = [0, 0];
  for (let from = 0; from < merges.length;) {
    done = await write(async (tx) => {
      const action = beginAction(tx, context, label, id, progress);
      const reached = await doPiece(tx, context, from, merges.length, (first, end) => {
        for (const merging of merges.slice(first, end)) {
          const isDone = isFree(merging, seen) && mergeThese(tx, action, merging, context);
          if (isDone) count += merging.gone.length;
          else left += merging.gone.length;
        }
        return ok(null);
      });
      if (!reached.ok) return reached;
      from = reached.value;
      return ok(action.finish({ said: count }));
    });
    if (!done.ok) return done;
  }
  return done.ok ? ok({ ...done.value, count, left }) : done;
}

/** Nobody is merged twice, or into somebody who has gone. */
function isFree({ keep, gone }: Merging, seen: Set<string>): boolean {
  const ids = [keep, ...gone];
  if (new Set(ids).size < ids.length || ids.some((id) => seen.has(id))) return false;
  for (const id of ids) seen.add(id);
  return true;
}

function mergeThese(
  tx: RecordTx,
  action: Action,
  { keep, gone }: Merging,
  context: CommandContext,
): boolean {
  const ids = [keep, ...gone];
  const docs = readMergeable(tx, ids);
  if (ids.some((id) => docs.get(id)?.status !== 'live')) return false;
  if ([...docs.values()].some((doc) => !mayMerge(tx, doc, keep))) return false;
  if (isToldApart(tx, ids)) return false;
  const [kept, ...joining] = ids.flatMap((id) => docs.get(id) ?? []);
  const choices = kept && betterNames(kept, joining);
  const isFew = ids.length <= mostChosenAmong;
  return mergeInto(tx, action, keep, gone, context, isFew ? choices : undefined).ok;
}

/** Somebody said of two of these that they are not the same. */
function isToldApart(tx: RecordTx, ids: readonly string[]): boolean {
  const verdicts = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => verdictId(a, b)));
  return [...tx.get('setup', verdicts).values()].some(tellsApart);
}
