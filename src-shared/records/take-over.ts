// What a keeper takes from who is merged into it: the same on every laptop, so that the same
// merge made twice is made once. With who is merged stands what the keeper has seen.

import { isKeptHere, withoutKept } from '../domain/kept-here.ts';
import { isOfRecord } from '../domain/merging.ts';
import type { JsonValue, RecordDoc, SetItem, Stamp } from '../domain/record.ts';
import { compareValues } from '../fields/field.ts';
import type { RecordTx } from '../store/record-store.ts';
import { setEntryAside, setFieldAside } from './aside.ts';
import { noteWrites } from './aside-note.ts';
import { type Choices, leftOutOf, noChoices } from './choices.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { withThoseInside } from './merged.ts';
import { ruledField } from './rules.ts';
import { isSameJson } from './same.ts';
import { itemsOf } from './state.ts';
import type { StateReader } from './state-reader.ts';
import { entryOf, isTaken, printOf, printOfItem, takenId } from './taken.ts';
import { type Plan, splitWhat, type Write } from './writes.ts';

/** What a keeper has seen of who was merged into it: a fingerprint of each value. */
export type TakenOver = {
  by: string;
  values: { [what: string]: string };
  again: string;
  /** By whom and when they were taken apart before they were merged again. */
  apart?: Pick<Stamp, 'device' | 'at'>;
};

/** As it is kept with who is merged. */
export const seenBy = (
  tx: Reader,
  keep: RecordDoc,
  gone: RecordDoc,
  context: CommandContext,
): JsonValue => {
  const apart = apartSince(gone);
  return {
    by: keep.id,
    values: { ...leftSince(keep, gone), ...printsOf(gone, context) },
    again: disputesOf(tx, keep, gone),
    ...(apart === undefined ? {} : { apart }),
  };
};

/** Of somebody who was merged before, and taken apart. */
function apartSince({ fields, stamps }: RecordDoc): TakenOver['apart'] {
  if ((fields['mergedInto'] ?? null) !== null)
    return (fields['takenOver'] as TakenOver | undefined)?.apart;
  const stamp = stamps['mergedInto'];
  return stamp === undefined ? undefined : { device: stamp.device, at: stamp.at };
}

/** Entries of others that the keeper has seen of them: it may have these, though they have not. */
const leftSince = (keep: RecordDoc, gone: RecordDoc): TakenOver['values'] => {
  const seen = gone.fields['takenOver'] as TakenOver | undefined;
  const isSeen = seen?.by === keep.id && typeof seen.values === 'object';
  const values = isSeen ? Object.entries(seen.values) : [];
  return Object.fromEntries(
    values.filter(
      ([what]) => splitWhat(what)[0] !== undefined && isTaken({ id: splitWhat(what)[1] }),
    ),
  );
};

type Reader = Pick<RecordTx, 'get' | 'byKeys'>;

/**
 * Where others took them apart meanwhile, or merged them into somebody else, or somebody who
 * is part of them, or took them apart before they were merged anew: the keeper may have given back
 * what it had, and is given it once more. It
 * may be heard of before what the keeper gave back is, and counts with each of that again.
 */
export function disputesOf(tx: Reader, keep: RecordDoc, gone: RecordDoc): string {
  const disputes = withThoseInside(tx, gone)
    .flatMap(({ conflicts }) => conflicts)
    .filter(({ field }) => field === 'mergedInto');
  const apart = apartSince(gone);
  const given = [...disputes.map(({ lostBy }) => lostBy), ...(apart === undefined ? [] : [apart])];
  const back = given.flatMap((by) => givenBack(keep, by));
  return [...new Set([...disputes.map(({ id }) => id), ...back])].toSorted().join(' ');
}

/** Taking two people apart writes its stamps within so many ms. */
const takingApartMs = 60_000;

/** What the keeper has no more since about then, by the same laptop. */
function givenBack(
  { fields, sets, stamps }: RecordDoc,
  { device, at }: Pick<Stamp, 'device' | 'at'>,
): string[] {
  const has = (what: string): boolean => {
    const [set = '', id] = what.split('/');
    if (id === undefined) return what !== 'note' && (fields[what] ?? null) !== null;
    return sets[set]?.some((item) => item.id === id) === true;
  };
  return Object.entries(stamps)
    .filter(([, by]) => by.device === device && Math.abs(by.at - at) < takingApartMs)
    .filter(([what]) => !isOfRecord(what) && !isKeptHere(what) && !has(what))
    .map(([what, by]) => `${what}:${by.device}:${by.at}`);
}

/** Nothing of what is kept on this laptop alone: they stand in a shared record. */
export function printsOf(gone: RecordDoc, context: CommandContext): TakenOver['values'] {
  const values: TakenOver['values'] = {};
  for (const [field, value] of Object.entries(gone.fields))
    if (!isOfRecord(field) && !isKeptHere(field)) values[field] = printOf(value, context);
  for (const [set, items] of Object.entries(withoutKept(gone.sets)))
    for (const item of items) values[`${set}/${item.id}`] = printOfItem(item, context);
  if (gone.note !== '') values['note'] = printOf(gone.note, context);
  return values;
}

/** What somebody who is merged had themselves, as far as their keeper has seen it. */
export const hadBefore = ({ fields }: RecordDoc): TakenOver['values'] =>
  (fields['takenOver'] as TakenOver | undefined)?.values ?? {};

/**
 * The ids of entries that a keeper took over from `gone`. Undefined where an earlier version
 * merged them, which gave each an id of its own.
 */
export function takenIds(
  gone: RecordDoc,
  set: string,
  items: readonly SetItem[],
  context: CommandContext,
): Set<string> | undefined {
  if (gone.fields['takenOver'] === undefined) return undefined;
  return new Set(
    items.map((item) => {
      const print = printOfItem(item, context);
      return takenId(gone.id, `${set}/${item.id}`, print, context);
    }),
  );
}

/**
 * Fields that the keeper lacks, set entries that it does not have, and the note; what was chosen
 * otherwise is not so. `inside`: who is merged into it already.
 */
export function takeOver(
  gone: RecordDoc,
  context: CommandContext,
  choices?: Choices,
  inside: readonly RecordDoc[] = [],
): Plan {
  return (state, keep) => {
    const chosen = choices ?? noChoices;
    const [out, goneOut] = [leftOutOf(chosen, keep.id), leftOutOf(chosen, gone.id)];
    const staying = { ...keep, sets: setsWithout(keep.sets, out) };
    const fields = Object.entries(gone.fields)
      .filter((field) => isTakenOver(gone, field, keep, chosen, context))
      .flatMap(([what, value]): Write[] => [
        // A merge by the rules alone fills what is empty: there is nothing to come back.
        ...(choices === undefined && keep.fields[what] === undefined
          ? []
          : setFieldAside(keep, gone.id, what, inside)),
        { what, value },
      ]);
    const entries = Object.entries(setsWithout(gone.sets, goneOut)).flatMap(([set, items]) =>
      missing(set, items, staying, context).map((item, at) =>
        entryOf(gone, set, item, orderAfter(state, set) + at, context),
      ),
    );
    const isOut = { isOut: goneOut.has('note'), isOwnOut: out.has('note') };
    const note = noteWrites(keep, gone, inside, isOut);
    const aside = [...out].flatMap((what) => setEntryAside(state, gone.id, what));
    return [...aside, ...fields, ...entries, ...note];
  };
}

function isTakenOver(
  gone: RecordDoc,
  [field, value]: [string, JsonValue],
  keep: RecordDoc,
  { fields }: Choices,
  context: CommandContext,
): boolean {
  if (isOfRecord(field)) return false;
  const own = keep.fields[field];
  const chosen = fields[field];
  if (own === undefined) return chosen === undefined || chosen === gone.id;
  if (isSameJson(own, value)) return false;
  const ruled = ruledField(kindsOf(context).get(keep.kind), field);
  return ruled === undefined ? chosen === gone.id : compareValues(ruled, value, own) > 0;
}

const setsWithout = (
  sets: RecordDoc['sets'],
  out: ReadonlySet<string>,
): { [set: string]: SetItem[] } =>
  Object.fromEntries(
    Object.entries(sets).map(([set, items]) => [
      set,
      items.filter(({ id }) => !out.has(`${set}/${id}`)),
    ]),
  );

export function missing(
  set: string,
  items: readonly SetItem[],
  keep: RecordDoc,
  context: CommandContext,
): SetItem[] {
  const keyOf = kindsOf(context).get(keep.kind)?.setKeys[set];
  const key = (item: SetItem): string => keyOf?.(item) ?? item.value;
  const have = new Set((keep.sets[set] ?? []).map(key));
  return items.filter((item) => !have.has(key(item)));
}

export const orderAfter = (state: StateReader, set: string): number =>
  [...itemsOf(state, set).values()].reduce((top, item) => Math.max(top, item.order + 1), 0);
