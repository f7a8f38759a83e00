// What a keeper took over from a record that was merged into it is that record's: it goes
// when that one is erased and the keeper stays. It is known by its stamp, which is the
// merge's own, so every laptop finds the same.

import type { Conflict, JsonValue, RecordDoc, SetItem } from '../../domain/record.ts';
import { asidesOf, cameWith, entriesBack, fieldBack, isAsMerged, saidBy } from '../aside.ts';
import { noteBack } from '../aside-note.ts';
import { hadBefore, takenIds } from '../take-over.ts';
import { isTaken, printOf, printOfItem, takenId } from '../taken.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editRecord } from '../edit.ts';
import { asideField, mergeableOf, mergedIntoOf, mergedKey } from '../../domain/merging.ts';
import { isSameJson } from '../same.ts';
import { type Plan, splitWhat, type Write, type Written } from '../writes.ts';
import { type Reader, isThere } from './reach.ts';

export type TakenBack = { doc: RecordDoc; written: Written[] };

/** The keepers that stay, without what they took over from those who go. */
export function takenBack(
  tx: Reader,
  gone: readonly RecordDoc[],
  isGone: (id: string) => boolean,
  context: CommandContext,
): TakenBack[] {
  const keepers = new Map<string, TakenBack>();
  for (const doc of gone) {
    const seen = new Set<string>([doc.id]);
    for (let step: RecordDoc | undefined = doc; step !== undefined;) {
      const id = mergedIntoOf(step);
      if (id === undefined || seen.has(id)) break;
      seen.add(id);
      const known: TakenBack | undefined = keepers.get(id);
      const keeper: RecordDoc | undefined = known?.doc ?? tx.get(mergeableOf(doc), [id]).get(id);
      if (keeper !== undefined && isThere(keeper) && !isGone(id)) {
        const own = leadsTo(tx, keeper, doc.id) ? hadBefore(keeper) : {};
        const others = insideOf(tx, keeper).filter((one) => !isGone(one.id));
        const taking = { keeper, gone: doc, step, own, others };
        const plan: Plan = () => writesOf(taking, context);
        const edited = editRecord(keeper, plan, context);
        if (edited.ok && edited.value.doc !== keeper)
          keepers.set(id, {
            doc: edited.value.doc,
            written: [...(known?.written ?? []), ...edited.value.written],
          });
      }
      step = keeper;
    }
  }
  return [...keepers.values()];
}

/** Who is merged into a keeper, not by way of others. */
export const insideOf = (tx: Reader, keeper: RecordDoc): RecordDoc[] => {
  const of = mergeableOf(keeper);
  const ids = tx.byKeys(of, [mergedKey(keeper.id)]).get(mergedKey(keeper.id)) ?? [];
  return [...tx.get(of, ids).values()].filter((one) => mergedIntoOf(one) === keeper.id);
};

/** What those above `keep` had of `gone` by way of it goes, too; as they are before that. */
export function takingAbove(tx: Reader, keep: RecordDoc, gone: RecordDoc): Taking[] {
  const taking: Taking[] = [];
  const seen = new Set<string>([gone.id, keep.id]);
  for (let step = keep; ;) {
    const id = mergedIntoOf(step);
    const keeper = id === undefined ? undefined : tx.get(mergeableOf(keep), [id]).get(id);
    if (keeper === undefined || seen.has(keeper.id) || !isThere(keeper)) return taking;
    seen.add(keeper.id);
    const own = leadsTo(tx, keeper, gone.id) ? hadBefore(keeper) : {};
    taking.push({ keeper, gone, step, own, others: insideOf(tx, keeper), isWhole: true });
    step = keeper;
  }
}

/** Merges made apart may go round: what one has, the other has had, too. */
function leadsTo(tx: Reader, from: RecordDoc, id: string): boolean {
  const way = new Set<string>();
  for (let at = mergedIntoOf(from); at !== undefined && !way.has(at);) {
    if (at === id) return true;
    way.add(at);
    const next = tx.get(mergeableOf(from), [at]).get(at);
    at = next === undefined ? undefined : mergedIntoOf(next);
  }
  return false;
}

/**
 * What is taken out of a keeper. `step`: whose merging into it brought it what was `gone`'s.
 * `own`: what the keeper had itself, where it was merged into them in turn. `others`: who is
 * merged into it, too, and stays. `isWhole`: with all that `gone` had from others.
 */
type Taking = {
  keeper: RecordDoc;
  gone: RecordDoc;
  step: RecordDoc | undefined;
  own?: ReturnType<typeof hadBefore>;
  others: readonly RecordDoc[];
  isWhole?: boolean;
};

/** What takes it out of the keeper, and brings back what made way for it. */
export function writesOf(taking: Taking, context: CommandContext): Write[] {
  const { keeper, gone, step, own = {}, others } = taking;
  if (step?.stamps['mergedInto'] === undefined) return [];
  const made = madeWay(keeper, gone, step);
  const leaving = others.filter(({ id }) => id !== step.id);
  const fields = fieldsBrought(taking, step, context).flatMap((what): Write[] => [
    ...fieldBack(keeper, made.all, what, leaving),
    ...made.by
      .filter(({ asides }) => asides.has(what))
      .map(({ id }) => ({ what: asideField(id, what), value: null })),
  ]);
  const items = entriesBrought({ ...taking, step }, context);
  const out = new Set(items.map(({ what }) => what));
  const keyOf = keysOf(keeper, context);
  const isThere = (set: string, id: string, value: JsonValue): boolean =>
    (keeper.sets[set] ?? []).some(
      (item) =>
        item.id === id ||
        (!isTaken(item) &&
          !out.has(`${set}/${item.id}`) &&
          keyOf(set, item) === keyOf(set, value as never)),
    );
  const asides = asidesOf(keeper, gone.id);
  const back: Write[] = [
    ...entriesBack(asides, leaving, isThere, context),
    ...[...asides.keys()].map((what) => ({ what: asideField(gone.id, what), value: null })),
  ];
  const note = noteBack(keeper, { gone, step, isOwn: own['note'] !== undefined }, leaving);
  const isOfGone = ({ field, lost, lostBy }: Conflict): boolean =>
    cameWith(step, lostBy) && lost !== null && isSameJson(lost, gone.fields[field]);
  const said = keeper.conflicts
    .filter((conflict) => conflict.from === gone.id || isOfGone(conflict))
    .map(({ id }): Write => ({ what: `conflict:${id}`, value: null }));
  // Last, so that what was set aside for who goes is gone.
  return [...note, ...fields, ...items, ...back, ...said];
}

/**
 * What made way in the keeper for `gone`: by way of `step`, or in a merge of its own, which another
 * one made apart may have outdone since. Its own counts before that.
 */
function madeWay(keeper: RecordDoc, gone: RecordDoc, step: RecordDoc) {
  const by = [...new Set([step.id, gone.id])].map((id) => ({ id, asides: asidesOf(keeper, id) }));
  return { by, all: new Map(by.flatMap(({ asides }) => [...asides])) };
}

function fieldsBrought(
  { keeper, gone, own = {}, others }: Taking,
  step: RecordDoc,
  context: CommandContext,
): string[] {
  // What was chosen from them was seen as its own by whoever it was merged into since.
  const asides = madeWay(keeper, gone, step).all;
  const isOwn = (what: string, value: JsonValue): boolean =>
    own[what] !== undefined && own[what] === printOf(value, context) && !asides.has(what);
  const isBrought = (what: string): boolean =>
    asides.has(what) ||
    isAsMerged(keeper, step, what, others) ||
    (gone !== step && cameWith(step, keeper.stamps[what]));
  // They may have made way themselves, merged the other way round: what was theirs is known by that.
  const whats = new Set([...Object.keys(gone.fields), ...asides.keys()]);
  return [...whats].filter((what) => {
    const value = keeper.fields[what];
    if (value === undefined || isOwn(what, value)) return false;
    const isTheirs = isSameJson(gone.fields[what], value);
    return (isTheirs || (asides.has(what) && saidBy(gone, what, value))) && isBrought(what);
  });
}

function entriesBrought(
  { keeper, gone, step, isWhole = false }: Taking & { step: RecordDoc },
  context: CommandContext,
): Extract<Write, { value: JsonValue }>[] {
  const keyOf = keysOf(keeper, context);
  const before = isWhole && gone.id === step.id ? seenEntries(keeper, step, context) : [];
  const now = Object.entries(gone.sets).flatMap(([set, list]) => {
    const isTheirs = (item: SetItem): boolean => isWhole || !isTaken(item);
    const theirs = new Set(list.filter(isTheirs).map((item) => keyOf(set, item)));
    const brought = (step.sets[set] ?? []).filter((item) => theirs.has(keyOf(set, item)));
    const ids = takenIds(step, set, brought, context);
    const isUnedited = (item: SetItem): boolean =>
      brought.some((one) => printOfItem(one, context) === printOfItem(item, context));
    const isBrought = (item: SetItem): boolean =>
      cameWith(step, keeper.stamps[`${set}/${item.id}`]) ||
      // Of two merges made apart the entry may be of one and who was merged of the other.
      (ids?.has(item.id) === true && isUnedited(item));
    const shown = keeper.sets[set] ?? [];
    const out = shown
      .filter(isBrought)
      .filter((item) => theirs.has(keyOf(set, item)) && ids?.has(item.id) !== false);
    // Two of one address are shown once: the other is not left behind for it.
    const hidden = [...(ids ?? [])].filter((id) => shown.every((item) => item.id !== id));
    return [...out.map(({ id }) => id), ...hidden].map((id) => `${set}/${id}`);
  });
  return [...new Set([...now, ...before])].map((what) => ({ what, value: null }));
}

/** Entries that came with them, though they have them no more: of somebody who left them since. */
const seenEntries = (keeper: RecordDoc, step: RecordDoc, context: CommandContext): string[] =>
  Object.entries(hadBefore(step)).flatMap(([what, print]) => {
    const [set] = splitWhat(what);
    const id = takenId(step.id, what, print, context);
    const item = set === undefined ? undefined : keeper.sets[set]?.find((one) => one.id === id);
    const isUnedited =
      item !== undefined &&
      (printOfItem(item, context) === print || cameWith(step, keeper.stamps[`${set}/${id}`]));
    return isUnedited ? [`${set}/${id}`] : [];
  });

function keysOf(keeper: RecordDoc, context: CommandContext) {
  const keyOf = kindsOf(context).get(keeper.kind)?.setKeys ?? {};
  return (set: string, item: SetItem): string => keyOf[set]?.(item) ?? item.value;
}
