// What this laptop alone holds of somebody (domain/kept-here.ts), after a teammate merged them or
// took them apart: nobody else can carry it over. The keeper gets what it lacks, and gives it back,
// known by its stamp, when the other is one of their own again.

import { isKeptHere, keptByField, keptOf } from '../domain/kept-here.ts';
import { isOfRecord, type Mergeable, mergeableOf, mergedIntoOf } from '../domain/merging.ts';
import type { RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, stampNow } from './context.ts';
import { editRecord } from './edit.ts';
import { isLiving, settleMerged } from './merged.ts';
import { isSameJson } from './same.ts';
import { missing, orderAfter } from './take-over.ts';
import { entryOf } from './taken.ts';
import type { Plan } from './writes.ts';

/** Whether there was something to carry to whoever it is merged into now. */
export function carryKept(tx: RecordTx, gone: RecordDoc, context: CommandContext): boolean {
  const keeperId = mergedIntoOf(gone);
  const kept = keptOf(gone);
  if (kept === undefined || gone.status !== 'merged' || keeperId === undefined) return false;
  if (gone.fields[keptByField] === keeperId) return false;
  const of = mergeableOf(gone);
  const keep = tx.get(of, [keeperId]).get(keeperId);
  if (keep === undefined || !isLiving(keep)) return false;
  // One stamp for both: by it is known what is given back.
  const once = { ...context, stamp: stampNow(context) };
  const plan: Plan = (state) => [
    ...Object.entries(kept.fields)
      .filter(([what]) => !isOfRecord(what) && keep.fields[what] === undefined)
      .map(([what, value]) => ({ what, value })),
    ...Object.entries(kept.sets).flatMap(([set, items]) =>
      missing(set, items, keep, context).map((item, at) =>
        entryOf(gone, set, item, orderAfter(state, set) + at, context),
      ),
    ),
  ];
  return put(tx, of, [
    editRecord(keep, plan, once),
    editRecord(gone, () => [{ what: keptByField, value: keeperId }], once),
  ]);
}

/** Of somebody who is merged no more: what their keeper had of them, and nobody has changed since. */
export function giveBackKept(
  tx: RecordTx,
  of: Mergeable,
  id: string,
  context: CommandContext,
): void {
  const back = tx.get(of, [id]).get(id);
  const keeperId = back?.fields[keptByField];
  if (back === undefined || typeof keeperId !== 'string') return;
  if (mergedIntoOf(back) === keeperId) return;
  const keep = tx.get(of, [keeperId]).get(keeperId);
  const freed = editRecord(back, () => [{ what: keptByField, value: null }], context);
  const given = keep === undefined ? undefined : givenBack(keep, back, context);
  put(tx, of, given === undefined ? [freed] : [given, freed]);
}

function givenBack(keep: RecordDoc, back: RecordDoc, context: CommandContext) {
  const merge = back.stamps[keptByField];
  const came = (what: string): boolean =>
    merge !== undefined &&
    keep.stamps[what]?.at === merge.at &&
    keep.stamps[what]?.device === merge.device;
  const fields = Object.entries(back.fields)
    .filter(([what, value]) => isKeptHere(what) && isSameJson(keep.fields[what], value))
    .map(([what]) => what);
  const entries = Object.keys(keep.sets)
    .filter((set) => isKeptHere(set))
    .flatMap((set) => (keep.sets[set] ?? []).map((item) => `${set}/${item.id}`));
  return editRecord(
    keep,
    () => [...fields, ...entries].filter(came).map((what) => ({ what, value: null })),
    context,
  );
}

function put(
  tx: RecordTx,
  of: Mergeable,
  edited: readonly ReturnType<typeof editRecord>[],
): boolean {
  const docs = edited.flatMap((one) => (one.ok ? [one.value.doc] : []));
  if (docs.length < edited.length) return false;
  tx.put(of, docs);
  settleMerged(
    tx,
    of,
    docs.map(({ id }) => id),
  );
  return true;
}
