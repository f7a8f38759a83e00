// What a bulk edit makes of one set of one record. An entry that becomes what another one is
// already goes: two of the same would be shown.

import type { RecordDoc, SetItem } from '../../domain/record.ts';
import type { FieldSet } from '../../fields/set.ts';
import { replaceAll } from '../../values/pattern/match.ts';
import type { WrittenItem } from '../../values/parse-item.ts';
import type { Change, NewItem, Ref } from '../command.ts';
import type { BulkEditOf, BulkItem } from '../intents/bulk-edit.ts';
import { putItem, removeItem } from '../intents/edits.ts';
import { limits } from '../limits.ts';
import type { FieldEdit } from './field-outcome.ts';
import { type BulkContext, cannot, type Outcome, same, type Why } from './bulk-context.ts';
import type { BulkPlace } from './places.ts';

type SetPlace = Extract<BulkPlace, { at: 'set' }>;
/** An entry as it is to be; one without an id is new. */
type Entry = Omit<SetItem, 'id'> & { id?: string };

export function setOutcome(
  doc: RecordDoc,
  place: SetPlace,
  edit: FieldEdit,
  context: BulkContext,
): Outcome {
  const items = doc.sets[place.name] ?? [];
  switch (edit.type) {
    case 'clear':
      return holds(doc, place, [], context);
    case 'put':
      return holds(doc, place, [...items, ...edit.items], context);
    case 'remove':
      return holds(
        doc,
        place,
        items.filter((item) => !isAny(place.set, item, edit.items)),
        context,
      );
    case 'replace':
      return replaced(doc, place, edit, context);
    case 'find':
      return found(doc, place, edit, context);
    default:
      return cannot('refused');
  }
}

/** An item without a label is every one of its value. */
const isAny = ({ keyOf }: FieldSet, item: SetItem, wanted: readonly BulkItem[]): boolean =>
  wanted.some(({ value, label }) => keyOf({ value, label: label ?? item.label }) === keyOf(item));

/** The set is to hold these and no others, of those that are the same the first. */
export function holds(
  doc: RecordDoc,
  { name, set }: SetPlace,
  entries: readonly Entry[],
  { isPrivate, of }: BulkContext,
): Outcome {
  const items = doc.sets[name] ?? [];
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = set.keyOf(entry);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  const next = [...byKey.values()];
  const kept = new Set(next.flatMap(({ id }) => id ?? []));
  const known = new Map(items.map((item) => [item.id, item]));
  const changed = next.filter((entry) => !isUnchanged(entry, known.get(entry.id ?? '')));
  const ref: Ref = { collection: of.collection, id: doc.id };
  const changes: Change[] = [
    ...items.filter(({ id }) => !kept.has(id)).map(({ id }) => removeItem(ref, name, id)),
    ...changed.map((entry) => putItem(ref, name, newItem(entry))),
  ];
  if (changes.length === 0) return same;
  if (next.length > limits.itemsPerSet) return cannot('too-many');
  const isNamed = set.link !== undefined && doc.scope === 'team';
  if (isNamed && changed.some(({ value }) => isPrivate(value))) return cannot('names-private');
  const values = (of: readonly Entry[]) => (of.length === 0 ? null : of.map(({ value }) => value));
  return { is: 'change', changes, before: values(items), after: values(next) };
}

const isUnchanged = ({ value, label, more }: Entry, item: SetItem | undefined): boolean =>
  item !== undefined &&
  item.value === value &&
  item.label === label &&
  JSON.stringify(item.more) === JSON.stringify(more);

const newItem = ({ id, value, label, more }: Entry): NewItem => ({
  ...(id === undefined ? {} : { id }),
  value,
  ...(label === undefined ? {} : { label }),
  ...(more === undefined ? {} : { more }),
});

function replaced(
  doc: RecordDoc,
  place: SetPlace,
  { from, to }: BulkEditOf<'replace'>,
  context: BulkContext,
): Outcome {
  if (typeof from !== 'string' || typeof to !== 'string') return cannot('refused');
  return each(doc, place, context, (item) => {
    if (!isAny(place.set, item, [{ value: from }])) return [item];
    return to.trim() === ''
      ? []
      : (entriesOf(place, item, { value: to }, context) ?? 'not-understood');
  });
}

function found(
  doc: RecordDoc,
  place: SetPlace,
  { by, isPattern }: BulkEditOf<'find'>,
  context: BulkContext,
): Outcome {
  const { pattern } = context;
  if (pattern === undefined) return cannot('refused');
  const inText = (text: string): string | undefined => replaceAll(pattern, text, by, isPattern);
  return each(doc, place, context, (item) => {
    const written = writtenOf(place, item);
    const value = inText(written.value);
    const parts = Object.entries(written.more ?? {}).map(([part, text]) => [part, inText(text)]);
    if (value === undefined || parts.some(([, text]) => text === undefined)) return 'too-long';
    const more =
      parts.length === 0 ? undefined : (Object.fromEntries(parts) as { [part: string]: string });
    if (value === written.value && JSON.stringify(more) === JSON.stringify(written.more))
      return [item];
    if (value.trim() === '') return [];
    const next = { value, ...(more === undefined ? {} : { more }) };
    return entriesOf(place, item, next, context) ?? 'not-understood';
  });
}

/** What is searched: a phone number as it was written, an address by its parts. */
function writtenOf({ name }: SetPlace, { value, more }: SetItem): WrittenItem {
  if (name === 'addresses' && more !== undefined) return { value, more };
  return { value: name === 'phones' ? (more?.['raw'] ?? value) : value };
}

/** What was written in an entry's place; undefined where it is not understood. */
function entriesOf(
  { name }: SetPlace,
  item: SetItem,
  written: WrittenItem,
  { parse }: BulkContext,
): Entry[] | undefined {
  const whole = name === 'addresses' ? written : { ...written, ...moreOf(item) };
  const parsed = parse(name, whole);
  if (parsed.some(({ problem }) => problem !== undefined)) return undefined;
  return parsed.map(({ value, more }, at) => ({
    ...(at === 0 ? { id: item.id } : {}),
    value,
    ...(item.label === undefined ? {} : { label: item.label }),
    ...(more === undefined ? {} : { more }),
  }));
}

const moreOf = ({ more }: SetItem): Pick<WrittenItem, 'more'> =>
  more === undefined ? {} : { more };

function each(
  doc: RecordDoc,
  place: SetPlace,
  context: BulkContext,
  turn: (item: SetItem) => Entry[] | Why,
): Outcome {
  const entries: Entry[] = [];
  for (const item of doc.sets[place.name] ?? []) {
    const turned = turn(item);
    if (typeof turned === 'string') return cannot(turned);
    entries.push(...turned);
  }
  return holds(doc, place, entries, context);
}
