// What is shown where some records that are one are merged by hand: the values that differ, whose is
// taken where nobody chose, and the command that comes of what was chosen.

import type { Kind } from '../../domain/kind.ts';
import { isOfRecord } from '../../domain/merging.ts';
import type { RecordDoc, SetItem } from '../../domain/record.ts';
import type { CommandOf } from '../command.ts';
import { bestNamed, betterNames } from '../better-names.ts';
import { mostChosenAmong } from '../choices.ts';
import { ruledField } from '../rules.ts';

/** One of several values: whose stays. */
export type FieldRow = { what: string; having: RecordDoc[] };
/** All come along, but for those that are let go. */
export type SetRow = { what: string; entries: Entry[] };
/** What counts as one, with each record that has it. */
export type Entry = { key: string; of: { doc: RecordDoc; item: SetItem }[] };

/** `same`: what is the same in all of them, or said by one alone. */
export type MergeRows = { fields: FieldRow[]; sets: SetRow[]; notes: RecordDoc[]; same: string[] };

/** By what, and for an entry its key. */
export const entryKey = (what: string, key: string): string => `${what}\n${key}`;

export function rowsOf(docs: readonly RecordDoc[], kind: Kind | undefined): MergeRows {
  const fields = [...new Set(docs.flatMap((doc) => Object.keys(doc.fields)))]
    .filter((what) => isAsked(what, kind))
    .map((what) => ({ what, having: docs.filter((doc) => doc.fields[what] !== undefined) }));
  const sets = [...new Set(docs.flatMap((doc) => Object.keys(doc.sets)))]
    .filter((what) => kind?.sets[what]?.merge !== 'union')
    .map((what) => ({ what, entries: entriesOf(docs, what, kind) }))
    .filter(({ entries }) => entries.length > 0);
  const differs = ({ what, having }: FieldRow): boolean =>
    new Set(having.map((doc) => JSON.stringify(doc.fields[what]))).size > 1;
  const isMixed = ({ entries }: SetRow): boolean =>
    entries.some(({ of }) => new Set(of.map(({ doc }) => doc)).size < docs.length);
  const same = [...fields.filter((row) => !differs(row)), ...sets.filter((row) => !isMixed(row))];
  return {
    fields: fields.filter(differs),
    sets: sets.filter(isMixed),
    notes: docs.filter(({ note }) => note !== ''),
    same: same.map(({ what }) => what),
  };
}

const isAsked = (what: string, kind: Kind | undefined): boolean =>
  !isOfRecord(what) &&
  kind?.fields[what] !== undefined &&
  kind.fields[what].hidden !== true &&
  ruledField(kind, what) === undefined;

function entriesOf(docs: readonly RecordDoc[], set: string, kind: Kind | undefined): Entry[] {
  const keyOf = kind?.setKeys[set];
  const all = docs.flatMap((doc) => (doc.sets[set] ?? []).map((item) => ({ doc, item })));
  const byKey = Map.groupBy(all, ({ item }) => keyOf?.(item) ?? item.value);
  return [...byKey].map(([key, of]) => ({ key, of }));
}

/** Of one name the best written; set by a person before read from a file, then the newer, then the longer. */
export function likeliest({ what, having }: FieldRow): RecordDoc {
  const stampOf = (doc: RecordDoc) => doc.stamps[what] ?? doc.origin;
  const isTyped = (doc: RecordDoc): number => Number(stampOf(doc).source.type === 'typed');
  const lengthOf = (doc: RecordDoc): number => JSON.stringify(doc.fields[what]).length;
  const sorted = having.toSorted(
    (a, b) => isTyped(b) - isTyped(a) || stampOf(b).at - stampOf(a).at || lengthOf(b) - lengthOf(a),
  );
  return bestNamed(what, sorted) as RecordDoc;
}

/** Nothing is chosen but of one name the better written. */
export function mergeInto(keep: RecordDoc, joining: readonly RecordDoc[]): CommandOf<'merge'> {
  const gone = joining.map(({ id }) => id as string);
  const better = joining.length < mostChosenAmong ? betterNames(keep, joining) : undefined;
  const choices = better === undefined ? {} : { choices: { fields: better.fields, without: [] } };
  return { type: 'merge', keep: keep.id, gone, ...choices };
}

/** `picked`: by field whose value stays. `dropped`: entries (`entryKey`) and, by `note` and whose, notes. */
export type Picked = { fields: ReadonlyMap<string, string>; dropped: ReadonlySet<string> };

export function mergeChosen(
  docs: readonly RecordDoc[],
  keep: string,
  rows: MergeRows,
  { fields, dropped }: Picked,
): CommandOf<'merge'> {
  const entries = rows.sets.flatMap(({ what, entries: all }) =>
    all
      .filter(({ key }) => dropped.has(entryKey(what, key)))
      .flatMap(({ of }) => of.map(({ doc, item }) => ({ id: doc.id, what: `${what}/${item.id}` }))),
  );
  const notes = rows.notes
    .filter(({ id }) => dropped.has(entryKey('note', id)))
    .map(({ id }) => ({ id, what: 'note' }));
  return {
    type: 'merge',
    keep,
    gone: docs.map(({ id }) => id).filter((id) => id !== keep),
    choices: {
      fields: Object.fromEntries(
        rows.fields.map((row) => [row.what, fields.get(row.what) ?? likeliest(row).id]),
      ),
      without: [...entries, ...notes],
    },
  };
}
