// What is typed or pasted into a cell of a table, as changes of its record. It is understood as
// on the record's own page.

import type { JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import type { Reader } from '../../src-shared/fields/field.ts';
import { ownValue } from '../../src-shared/fields/own.ts';
import type { Change } from '../../src-shared/records/command.ts';
import { holdValues, removeItem, setField } from '../../src-shared/records/intents/edits.ts';
import { fillIn } from '../../src-shared/records/intents/own-fields.ts';
import { parseTags } from '../../src-shared/values/tags.ts';
import { refOf } from '../data/ref-of.ts';
import { parseTypedItem } from '../data/typed-values.ts';
import type { NotUnderstood } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';
import type { CellTarget } from './cell-target.ts';
import { notUnderstood } from './not-understood.ts';
import { typedItems } from './typed-items.ts';

/** None where nothing would change. */
export type CellChanges = { changes: Change[] } | NotUnderstood;

type Typed = {
  doc: RecordDoc;
  text: string;
  /** What the column is called. */
  label: string;
  reader: Reader;
  /** It is to be kept although it is not understood. */
  asWritten?: boolean;
  /** From elsewhere, where it may be written otherwise: that is no change. */
  isPasted?: boolean;
};

export async function changesOfCell(target: CellTarget, typed: Typed): Promise<CellChanges> {
  const { doc, reader, asWritten = false } = typed;
  const text = typed.text.trim();
  if (target.at === 'field') {
    const { type, name } = target;
    if (asWritten) return { changes: setValue(target, doc, text) };
    const value = text === '' ? null : type.typed(text, reader);
    if (value === undefined) return notUnderstood(type, text, typed.label);
    return { changes: setValue({ type, name }, doc, value === '' ? null : value) };
  }
  if (target.at === 'tags') return { changes: holdTags(doc, parseTags(text)) };
  return firstItem(target.name, { ...typed, text, asWritten });
}

/** A value of the field's own type; null takes it away. */
export function setValue(
  { name, type }: Pick<Extract<CellTarget, { at: 'field' }>, 'name' | 'type'>,
  doc: RecordDoc,
  value: JsonValue,
): Change[] {
  const now = ownValue(type, name, doc) ?? null;
  if (JSON.stringify(now) === JSON.stringify(value)) return [];
  return type.own === undefined
    ? [setField(refOf(doc), name, value)]
    : fillIn(refOf(doc), name, type, doc, value);
}

/** The record is to have these tags and no others; those it has keep their spelling. */
export function holdTags(doc: RecordDoc, tags: readonly string[]): Change[] {
  const items = doc.sets['tags'] ?? [];
  const known = new Map(items.map(({ value }) => [value.toLowerCase(), value]));
  const wanted = tags.map((tag) => known.get(tag.trim().toLowerCase()) ?? tag.trim());
  return holdValues(refOf(doc), 'tags', items, [...new Set(wanted)]);
}

async function firstItem(
  set: string,
  { doc, text, reader, asWritten = false, isPasted = false }: Typed,
): Promise<CellChanges> {
  const [item, ...others] = doc.sets[set] ?? [];
  const ref = refOf(doc);
  if (text === '') return { changes: item === undefined ? [] : [removeItem(ref, set, item.id)] };
  // The parts of an address say the same as its line: they do not outlive it.
  const { more, ...bare } = item ?? {};
  const before = set === 'addresses' || more === undefined ? bare : { ...bare, more };
  const { country = 'US' } = reader;
  const parsed = await parseTypedItem(set, { ...before, value: text }, country);
  const problem = parsed.find((one) => one.problem !== undefined)?.problem;
  if (problem !== undefined && !asWritten)
    return { problem: problemWords(problem, country), canKeep: true };
  const isSame = parsed.length === 1 && item !== undefined && parsed[0]?.value === item.value;
  const isSameText = (parsed[0]?.more?.['raw'] ?? '') === (item?.more?.['raw'] ?? '');
  if (isSame && (isSameText || isPasted) && set !== 'addresses') return { changes: [] };
  // What is there already is not put there twice.
  const news = parsed.filter(
    ({ value }, at) => at === 0 || !others.some((other) => other.value === value),
  );
  return { changes: typedItems(ref, set, before, news) };
}
