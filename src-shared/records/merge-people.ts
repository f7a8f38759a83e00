// Two records that are one person, or one organisation: the merged one points to the one that stays, which
// takes over what it lacks. Ties and moments are not rewritten, so taking them apart
// again, weeks later too, gives back exactly what there was.

import { keptByField, keptOf } from '../domain/kept-here.ts';
import {
  isOfMerge,
  mergeable,
  mergeableKinds,
  mergeableOf,
  mergedIntoOf,
} from '../domain/merging.ts';
import type { RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type Action, beginAction } from './action.ts';
import type { Done } from './command.ts';
import { asidesOf, isAsMerged } from './aside.ts';
import { checkChoices, type Choices, withoutNoteOf } from './choices.ts';
import type { CommandContext } from './context.ts';
import { insideOf, takingAbove, writesOf } from './erase/taken-over.ts';
import { settleMerged } from './merged.ts';
import { seenBy, takeOver } from './take-over.ts';
import { inverse, partsOf } from './history.ts';
import { mayMerge } from './privacy.ts';

export function mergePeople(
  tx: RecordTx,
  context: CommandContext,
  keepId: string,
  goneIds: readonly string[],
  choices?: Choices,
): Result<Done> {
  const action = beginAction(tx, context, 'merge');
  const merged = mergeInto(tx, action, keepId, goneIds, context, choices);
  return merged.ok ? ok(action.finish()) : merged;
}

/** As part of an action. Whoever came before the one that fails is merged in it. */
export function mergeInto(
  tx: RecordTx,
  action: Action,
  keepId: string,
  goneIds: readonly string[],
  context: CommandContext,
  choices?: Choices,
): Result<null> {
  if (choices !== undefined) {
    const docs = readMergeable(tx, [keepId, ...goneIds]);
    const all = [keepId, ...goneIds].map((id) => docs.get(id));
    if (all.some((doc) => doc?.status !== 'live')) return fail('merge-changed');
    const allowed = checkChoices(all, choices, context);
    if (!allowed.ok) return allowed;
  }
  for (const [at, goneId] of goneIds.entries()) {
    const docs = readMergeable(tx, [keepId, goneId]);
    const [keep, gone] = [docs.get(keepId), docs.get(goneId)];
    if (keep?.status !== 'live' || gone === undefined) return fail('not-found');
    if (gone.status !== 'live' || keepId === goneId) return fail('bad-input');
    if (keep.kind !== gone.kind || !mergeableKinds.has(keep.kind)) return fail('bad-input');
    if (!mayMerge(tx, gone, keepId)) return fail('merge-private');
    const chosen = at > 0 && choices !== undefined ? withoutNoteOf(choices, keepId) : choices;
    const merged = mergeOne(tx, action, keep, gone, context, chosen);
    if (!merged.ok) return merged;
    // Who keeps a circle is merged, too, until it is settled: the next one finds them in the list.
    settleMerged(tx, mergeableOf(keep), [keepId, goneId]);
  }
  return ok(null);
}

/** Of all that can be merged, by id. */
export const readMergeable = (
  tx: Pick<RecordTx, 'get'>,
  ids: readonly string[],
): Map<string, RecordDoc> => new Map(mergeable.flatMap((of) => [...tx.get(of, ids)]));

function mergeOne(
  tx: RecordTx,
  action: Action,
  keep: RecordDoc,
  gone: RecordDoc,
  context: CommandContext,
  choices: Choices | undefined,
): Result<RecordDoc> {
  const of = mergeableOf(keep);
  const kept = action.edit(of, keep, takeOver(gone, context, choices, insideOf(tx, keep)));
  if (!kept.ok) return kept;
  return action.edit(of, gone, () => [
    { what: 'mergedInto', value: keep.id },
    { what: 'mergedBy', value: action.id },
    { what: 'takenOver', value: seenBy(tx, kept.value, gone, context) },
    ...(keptOf(gone) === undefined ? [] : [{ what: keptByField, value: keep.id }]),
  ]);
}

export function unmergePerson(tx: RecordTx, context: CommandContext, goneId: string): Result<Done> {
  const action = beginAction(tx, context, 'unmerge');
  const left = takeApart(tx, action, goneId, context);
  return left.ok ? ok({ ...action.finish(), left: left.value.length, stayed: left.value }) : left;
}

/** As part of an action. Answers with what was changed since, and stays as it is. */
export function takeApart(
  tx: RecordTx,
  action: Action,
  goneId: string,
  context: CommandContext,
): Result<string[]> {
  const gone = readMergeable(tx, [goneId]).get(goneId);
  const keepId = gone === undefined ? undefined : mergedIntoOf(gone);
  if (gone === undefined || keepId === undefined) return fail('not-found');
  const of = mergeableOf(gone);
  const keep = tx.get(of, [keepId]).get(keepId);
  const left: string[] = [];
  const taken = takenOver(tx, gone);
  if (keep !== undefined && keep.status !== 'erased') {
    // What made way for it is known by what was set aside, which the keeper has on every laptop.
    const asides = asidesOf(keep, gone.id);
    const plain = (taken ?? []).filter(
      ({ what, after }) =>
        !isOfMerge(what) && !asides.has(what) && (what !== 'note' || after === keep.note),
    );
    const takeBack = inverse(plain, 'undo', context, (what) => left.push(what));
    const others = insideOf(tx, keep);
    left.push(...[...asides.keys()].filter((what) => isEditedSince(keep, gone, what, others)));
    // What was carried over since, and on other laptops all of it, is known by its stamps.
    const taking = { keeper: keep, gone, step: gone, others, isWhole: true };
    const above = takingAbove(tx, keep, gone);
    const isNoteKnown = plain.some(({ what }) => what === 'note');
    const also = writesOf(taking, context).filter(({ what }) => !isNoteKnown || what !== 'note');
    const edited = action.edit(of, keep, (state, doc) => [...takeBack(state, doc), ...also]);
    if (!edited.ok) return edited;
    for (const one of above) {
      const rest = action.edit(of, one.keeper, () => writesOf(one, context));
      if (!rest.ok) return rest;
    }
  }
  const freed = action.edit(of, gone, () => [
    { what: 'mergedInto', value: null },
    { what: 'mergedBy', value: null },
    { what: 'takenOver', value: null },
    { what: keptByField, value: null },
  ]);
  return freed.ok ? ok(left) : freed;
}

/** A field that was chosen from `gone`, and is somebody's edit by now. */
const isEditedSince = (
  keep: RecordDoc,
  gone: RecordDoc,
  what: string,
  others: readonly RecordDoc[],
): boolean =>
  what !== 'note' &&
  !what.includes('/') &&
  ![gone, ...others].some((one) => isAsMerged(keep, one, what, others));

/**
 * What the keeper took over from this one: the entry before its own in the merge's log.
 * Undefined where another laptop merged them.
 */
function takenOver(tx: RecordTx, gone: RecordDoc) {
  const id = gone.fields['mergedBy'];
  const merge = typeof id === 'string' ? tx.get('local', [id]).get(id) : undefined;
  if (merge === undefined) return undefined;
  const edits = partsOf(tx, merge).flatMap((part) => part.edits);
  const at = edits.findLastIndex((edit) => edit.id === gone.id);
  const before = edits[at - 1];
  return before !== undefined && before.id === mergedIntoOf(gone) ? before.written : [];
}
