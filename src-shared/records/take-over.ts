// What a keeper takes from who is merged into it: the same on every laptop, so that the same
// merge made twice is made once. With who is merged stands what the keeper has seen.

import type { JsonValue, RecordDoc, SetItem, Stamp } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { withThoseInside } from './merged.ts';
import { itemsOf, storedItem } from './state.ts';
import type { StateReader } from './state-reader.ts';
import type { Plan, Write } from './writes.ts';

/** Of the record itself, not of the person. */
const ownFields = new Set(['mergedInto', 'mergedBy', 'takenOver', 'trashedAt', 'undoneBy']);

/** What a keeper has seen of who was merged into it: a fingerprint of each value. */
export type TakenOver = { by: string; values: { [what: string]: string }; again: string };

/** As it is kept with who is merged. */
export const seenBy = (
  tx: Reader,
  keep: RecordDoc,
  gone: RecordDoc,
  context: CommandContext,
): JsonValue => ({
  by: keep.id,
  values: printsOf(gone, context),
  again: disputesOf(tx, keep, gone),
});

type Reader = Pick<RecordTx, 'get' | 'byKeys'>;

/**
 * Where others took them apart meanwhile, or merged them into somebody else, or somebody who
 * is part of them: the keeper may have given back what it had, and is given it once more. It
 * may be heard of before what the keeper gave back is, and counts with each of that again.
 */
export function disputesOf(tx: Reader, keep: RecordDoc, gone: RecordDoc): string {
  const disputes = withThoseInside(tx, gone)
    .flatMap(({ conflicts }) => conflicts)
    .filter(({ field }) => field === 'mergedInto');
  const given = disputes.flatMap(({ lostBy }) => givenBack(keep, lostBy));
  return [...new Set([...disputes.map(({ id }) => id), ...given])].toSorted().join(' ');
}

/** Taking two people apart writes its stamps within so many ms. */
const takingApartMs = 60_000;

/** What the keeper has no more since about then, by the same laptop. */
function givenBack({ fields, sets, stamps }: RecordDoc, { device, at }: Stamp): string[] {
  const has = (what: string): boolean => {
    const [set = '', id] = what.split('/');
    if (id === undefined) return what !== 'note' && (fields[what] ?? null) !== null;
    return sets[set]?.some((item) => item.id === id) === true;
  };
  return Object.entries(stamps)
    .filter(([, by]) => by.device === device && Math.abs(by.at - at) < takingApartMs)
    .filter(([what]) => !ownFields.has(what) && !has(what))
    .map(([what, by]) => `${what}:${by.device}:${by.at}`);
}

export function printsOf(gone: RecordDoc, context: CommandContext): TakenOver['values'] {
  const values: TakenOver['values'] = {};
  for (const [field, value] of Object.entries(gone.fields))
    if (!ownFields.has(field)) values[field] = printOf(value, context);
  for (const [set, items] of Object.entries(gone.sets))
    for (const item of items) values[`${set}/${item.id}`] = printOf(valueOf(item), context);
  if (gone.note !== '') values['note'] = printOf(gone.note, context);
  return values;
}

export const printOf = (value: JsonValue, { hash }: CommandContext): string =>
  hash(JSON.stringify(value)).slice(0, 12);

const valueOf = ({ value, label, more }: SetItem): JsonValue => [value, label ?? '', more ?? {}];

/** The id of an entry that a keeper took over: the same wherever it is taken over. */
export const takenId = (
  gone: string,
  what: string,
  print: string,
  { hash }: CommandContext,
): string => takenPrefix + hash([gone, what, print].join('\n')).slice(0, 24);

const takenPrefix = 'of-';
/** Whether an entry is somebody else's. */
export const isTaken = ({ id }: SetItem): boolean => id.startsWith(takenPrefix);

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
      const print = printOf(valueOf(item), context);
      return takenId(gone.id, `${set}/${item.id}`, print, context);
    }),
  );
}

/** Fields that the keeper lacks, set entries that it does not have, and the note. */
export function takeOver(gone: RecordDoc, context: CommandContext): Plan {
  return (state, keep) => {
    const fields = Object.entries(gone.fields)
      .filter(([field]) => !ownFields.has(field) && keep.fields[field] === undefined)
      .map(([what, value]): Write => ({ what, value }));
    const entries = Object.entries(gone.sets).flatMap(([set, items]) =>
      missing(set, items, keep, context).map((item, at) =>
        entryOf(gone, set, item, orderAfter(state, set) + at, context),
      ),
    );
    const note: Write[] =
      gone.note === '' ? [] : [{ what: 'note', append: gone.note, of: gone.id }];
    return [...fields, ...entries, ...note];
  };
}

export function entryOf(
  gone: RecordDoc,
  set: string,
  item: SetItem,
  order: number,
  context: CommandContext,
): { what: string; value: JsonValue } {
  const print = printOf(valueOf(item), context);
  const id = takenId(gone.id, `${set}/${item.id}`, print, context);
  const { id: _id, ...own } = item;
  return { what: `${set}/${id}`, value: storedItem(own, order) as unknown as JsonValue };
}

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
