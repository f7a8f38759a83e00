// What a choice in a merge replaced or took out of the keeper's own is set aside in the keeper
// itself, under whom it made way for: taken apart on any laptop, or one of them erased, it comes
// back. Only the keeper's own values are kept so; of what it had from somebody else in it, it is
// kept whose it was.

import { asideField, asideNamed, asidesOfPrefix, isOfMerge } from '../domain/merging.ts';
import type { JsonValue, RecordDoc, Stamp } from '../domain/record.ts';
import type { CommandContext } from './context.ts';
import { isSameJson } from './same.ts';
import { itemsOf } from './state.ts';
import type { StateReader } from './state-reader.ts';
import { entryOf, isTaken } from './taken.ts';
import { splitWhat, type Write } from './writes.ts';

/**
 * `value`: the keeper's own, null where it had none. `from`: whose stood there before. `written`:
 * in whose lines of a note somebody had written on.
 */
type Aside = { value: JsonValue; from?: string; order?: number; written?: string[] };

/** One merge writes its stamps within so many ms. */
const mergeMs = 60_000;

/** Whether a keeper's value was written by the merge of `gone` into it. */
export function cameWith(gone: RecordDoc, stamp: Stamp | undefined): boolean {
  const merge = gone.stamps['mergedInto'];
  if (merge === undefined || stamp === undefined) return false;
  return stamp.device === merge.device && stamp.at <= merge.at && merge.at - stamp.at < mergeMs;
}

/**
 * Whether a field of the keeper is as merging `gone` wrote it. What was chosen is known by what
 * made way: where two merged them apart it may be of the one merge, and who was merged of the
 * other. Else by its stamp, unless it was chosen from another who says the same.
 */
export function isAsMerged(
  keep: RecordDoc,
  gone: RecordDoc,
  field: string,
  inside: readonly RecordDoc[],
): boolean {
  const isOf = (one: RecordDoc): boolean => isSameJson(keep.fields[field], one.fields[field]);
  const isChosen = (one: RecordDoc): boolean => asideField(one.id, field) in keep.fields;
  if (keep.fields[field] === undefined || !isOf(gone)) return false;
  if (isChosen(gone)) return true;
  return cameWith(gone, keep.stamps[field]) && !inside.some((one) => isChosen(one) && isOf(one));
}

/** A field of the keeper makes way for that of `gone`. `inside`: who is merged into it already. */
export function setFieldAside(
  keep: RecordDoc,
  gone: string,
  field: string,
  inside: readonly RecordDoc[],
): Write[] {
  const value = keep.fields[field];
  const from = inside.find((one) => isAsMerged(keep, one, field, inside));
  const aside: Aside =
    from === undefined
      ? { value: value ?? null }
      : { value: asidesOf(keep, from.id).get(field)?.value ?? null, from: from.id };
  return [asideWrite(gone, field, aside)];
}

/** An entry of the keeper that was left out. */
export function setEntryAside(state: StateReader, gone: string, what: string): Write[] {
  const [set = '', id] = splitWhat(what);
  const item = itemsOf(state, set).get(id);
  if (item === undefined) return [];
  const value = isTaken({ id }) ? null : (item as unknown as JsonValue);
  return [asideWrite(gone, what, { value, order: item.order }), { what, value: null }];
}

export const asideWrite = (gone: string, what: string, aside: Aside): Write => ({
  what: asideField(gone, what),
  value: aside,
});

/** What made way for `gone`, by what it was. What is of another shape is nothing. */
export function asidesOf({ fields }: RecordDoc, gone: string): Map<string, Aside> {
  const prefix = asidesOfPrefix(gone);
  return new Map(
    Object.entries(fields).flatMap(([field, aside]) =>
      field.startsWith(prefix) && isAside(aside)
        ? [[decoded(field.slice(prefix.length)), aside] as const]
        : [],
    ),
  );
}

/** Whether somebody says it, or it made way in them. */
export const saidBy = ({ fields }: RecordDoc, what: string, value: JsonValue): boolean =>
  isSameJson(fields[what], value) ||
  Object.entries(fields).some(
    ([field, aside]) =>
      asideNamed(field)?.what === what && isAside(aside) && isSameJson(aside.value, value),
  );

export function isAside(stored: JsonValue): stored is Aside {
  return typeof stored === 'object' && stored !== null && 'value' in stored;
}

function decoded(what: string): string {
  try {
    return decodeURIComponent(what);
  } catch {
    return what;
  }
}

/** Whether an entry of the keeper made way in some merge. */
export const isEntryAside = ({ fields }: RecordDoc, what: string): boolean => {
  const end = `:${encodeURIComponent(what)}`;
  return Object.keys(fields).some((field) => isOfMerge(field) && field.endsWith(end));
};

/** What a field is again once `gone` leaves; `inside`: who stays. */
export function fieldBack(
  { fields }: RecordDoc,
  asides: ReadonlyMap<string, Aside>,
  field: string,
  inside: readonly RecordDoc[],
): Write[] {
  const aside = asides.get(field);
  const own = aside?.value ?? null;
  const from = inside.find(({ id }) => id === aside?.from);
  const value = from?.fields[field];
  if (from === undefined || value === undefined) return [{ what: field, value: own }];
  // Written now it has no stamp of their merge any more: what made way says that it is theirs.
  const isKnown = asideField(from.id, field) in fields;
  return [{ what: field, value }, ...(isKnown ? [] : [asideWrite(from.id, field, { value: own })])];
}

/** Entries that come back once `gone` leaves. `isThere`: what the keeper has all the same. */
export function entriesBack(
  asides: ReadonlyMap<string, Aside>,
  inside: readonly RecordDoc[],
  isThere: (set: string, id: string, value: JsonValue) => boolean,
  context: CommandContext,
): Write[] {
  return [...asides].flatMap(([what, { value, order = 0 }]): Write[] => {
    const [set, id] = splitWhat(what);
    if (set === undefined) return [];
    const back = value ?? takenBefore(inside, set, what, order, context);
    return back === undefined || isThere(set, id, back) ? [] : [{ what, value: back }];
  });
}

/** An entry that the keeper had from somebody who is still in it. */
function takenBefore(
  inside: readonly RecordDoc[],
  set: string,
  what: string,
  order: number,
  context: CommandContext,
): JsonValue | undefined {
  for (const one of inside)
    for (const item of one.sets[set] ?? []) {
      const entry = entryOf(one, set, item, order, context);
      if (entry.what === what) return entry.value;
    }
  return undefined;
}
