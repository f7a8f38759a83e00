// What a shared record holds for this laptop alone (domain/kept-here.ts), written and carried
// along: it stands in the row only, so whatever makes a row from a state adds it again.

import { isKeptHere, type Kept, keptOf } from '../domain/kept-here.ts';
import type { RecordContent } from '../domain/kind.ts';
import type { JsonValue, RecordDoc, SetItem } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { contentOf, docOf, headOf } from './content.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';
import { isWithinLimits } from './limits.ts';
import { isSameJson } from './same.ts';
import { type StoredItem, storedItem } from './state.ts';
import type { StateReader } from './state-reader.ts';
import { splitWhat, type Write, type Written } from './writes.ts';

type Read = RecordContent & Pick<RecordDoc, 'stamps'>;

/** What a state says, with what this laptop holds beside it. */
export const withKept = (read: Read, kept: Kept | undefined): Read =>
  kept === undefined
    ? read
    : {
        note: read.note,
        fields: { ...read.fields, ...kept.fields },
        sets: { ...read.sets, ...kept.sets },
        stamps: { ...read.stamps, ...kept.stamps },
      };

/** The record as it is now, with what `before` held for this laptop alone. */
export function withKeptOf(doc: RecordDoc, before: RecordDoc, context: CommandContext): RecordDoc {
  const kept = keptOf(before);
  return kept === undefined ? doc : rowOf(doc, kept, context);
}

function rowOf(doc: RecordDoc, kept: Kept, context: CommandContext): RecordDoc {
  const { conflicts, state } = doc;
  const { stamps, ...content } = withKept(
    { ...contentOf(doc), stamps: sharedStamps(doc.stamps) },
    kept,
  );
  const history = { stamps, conflicts, ...(state === undefined ? {} : { state }) };
  return docOf(doc.id, headOf(doc), content, history, kindsOf(context));
}

const sharedStamps = (stamps: RecordDoc['stamps']): RecordDoc['stamps'] =>
  Object.fromEntries(Object.entries(stamps).filter(([what]) => !isKeptHere(what)));

/** A state as whoever plans an edit reads it: with what this laptop holds beside it. */
export function readerWith(state: StateReader, doc: RecordDoc): StateReader {
  const kept = keptOf(doc);
  if (kept === undefined) return state;
  const read = (name: string): Map<string, unknown> | undefined => {
    if (name === 'fields')
      return new Map([
        ...state.map<JsonValue>('fields').entries(),
        ...Object.entries<JsonValue>(kept.fields),
      ]);
    return isKeptHere(name.slice(setPrefix.length)) && name.startsWith(setPrefix)
      ? entriesOf(kept.sets[name.slice(setPrefix.length)])
      : undefined;
  };
  return {
    map: ((name: string) => read(name) ?? state.map(name)) as StateReader['map'],
    names: () => [...state.names(), ...Object.keys(kept.sets).map((set) => setPrefix + set)],
    note: () => state.note(),
  };
}

const setPrefix = 'set:';

const entriesOf = (items: readonly SetItem[] = []): Map<string, StoredItem> =>
  new Map(items.map(({ id, ...item }, order) => [id, storedItem(item, order)]));

export const isKeptWrite = (write: Write): write is Extract<Write, { value: JsonValue }> =>
  'value' in write && isKeptHere(write.what);

/** Writes what is kept on this laptop: the record's state is not touched. */
export function writeKept(
  doc: RecordDoc,
  writes: readonly Extract<Write, { value: JsonValue }>[],
  context: CommandContext,
): Result<{ doc: RecordDoc; written: Written[] }> {
  const { fields, sets, stamps } = keptOf(doc) ?? { fields: {}, sets: {}, stamps: {} };
  const entriesBySet = new Map(Object.entries(sets).map(([set, items]) => [set, entriesOf(items)]));
  const written: Written[] = [];
  for (const { what, value } of writes) {
    const [set, item] = splitWhat(what);
    const entries = set === undefined ? undefined : (entriesBySet.get(set) ?? new Map());
    const before: JsonValue = (entries === undefined ? fields[what] : entries.get(item)) ?? null;
    if (isSameJson(before, value)) continue;
    if (set === undefined || entries === undefined) put(fields, what, value);
    else {
      if (value === null) entries.delete(item);
      else entries.set(item, value as unknown as StoredItem);
      entriesBySet.set(set, entries);
    }
    stamps[what] = stampNow(context);
    written.push({ what, before, after: value });
  }
  if (written.length === 0) return ok({ doc, written });
  const kept = { fields, sets: shownSets(entriesBySet), stamps };
  if (!isWithinLimits({ ...kept, note: '' })) return fail('update-refused');
  return ok({ doc: rowOf(doc, kept, context), written });
}

function put(fields: Kept['fields'], field: string, value: JsonValue): void {
  if (value === null || value === '') delete fields[field];
  else fields[field] = value;
}

function shownSets(entriesBySet: ReadonlyMap<string, Map<string, StoredItem>>): Kept['sets'] {
  const shown = [...entriesBySet].map(([set, entries]): [string, SetItem[]] => [
    set,
    [...entries]
      .toSorted(([, a], [, b]) => a.order - b.order)
      .map(([id, { order: _order, ...item }]) => ({ ...item, id })),
  ]);
  return Object.fromEntries(shown.filter(([, items]) => items.length > 0));
}
