// A record as a page may rely on it: what is not of its field's shape, from an earlier
// version or a damaged book, is left out. What comes from teammates is refused before
// (sync/receive-item.ts); this is for what is in the book all the same.

import { kinds } from '../domain/kinds.ts';
import type { Conflict, JsonValue, RecordDoc, SetItem, Stamp } from '../domain/record.ts';
import { isTolerated } from '../fields/field.ts';
import { isTime, withinTime } from '../values/time.ts';
import { isPlain, limits } from './limits.ts';
import { isItem, isObject, isStamp, isText } from './shape.ts';

const longestName = 300;

/** The same object where nothing is to be left out. */
export function readable(doc: RecordDoc): RecordDoc {
  const parts = {
    name: textIn(doc.name, longestName),
    note: textIn(doc.note, limits.textLength),
    at: timeIn(doc.at),
    createdAt: timeIn(doc.createdAt),
    updatedAt: timeIn(doc.updatedAt),
    fields: fieldsIn(doc),
    sets: setsIn(doc),
    origin: stampIn(doc.origin),
    stamps: partsIn(doc.stamps, isStamp),
    conflicts: listIn(doc.conflicts, isConflict),
  };
  const isSame = Object.entries(parts).every(
    ([name, part]) => doc[name as keyof RecordDoc] === part,
  );
  return isSame ? doc : { ...doc, ...parts };
}

const textIn = (value: unknown, longest: number): string =>
  typeof value !== 'string' ? '' : value.length <= longest ? value : value.slice(0, longest);

const timeIn = (value: unknown): number =>
  typeof value === 'number' && !Number.isNaN(value) ? withinTime(value) : 0;

function fieldsIn({ kind, fields }: RecordDoc): RecordDoc['fields'] {
  const types = kinds.get(kind)?.fields ?? {};
  return partsIn(fields, (value, name): value is JsonValue => {
    if (name === 'trashedAt') return typeof value !== 'number' || isTime(value);
    const type = types[name];
    return type === undefined || isTolerated(type, value as JsonValue);
  });
}

function setsIn({ sets }: RecordDoc): RecordDoc['sets'] {
  const lists = partsIn(sets, (list): list is SetItem[] => Array.isArray(list));
  const kept = Object.entries(lists).map(([name, items]) => [name, listIn(items, isNamedItem)]);
  return kept.every(([name, items]) => lists[name as string] === items)
    ? lists
    : (Object.fromEntries(kept) as RecordDoc['sets']);
}

const isNamedItem = (item: unknown): item is SetItem =>
  isObject(item) && isText(item['id'], 1_000) && isItem(item);

const isConflict = (raw: unknown): raw is Conflict =>
  isObject(raw) &&
  isText(raw['id'], 1_000) &&
  isText(raw['field'], 1_000) &&
  isPlain(raw['lost'], limits.depth) &&
  isStamp(raw['lostBy']) &&
  isStamp(raw['wonBy']);

/** Somebody, some time: what is shown of where a value came from is always there. */
function stampIn(raw: unknown): Stamp {
  if (isStamp(raw)) return raw;
  const at = isObject(raw) ? timeIn(raw['at']) : 0;
  return { by: '', device: '', at, source: { type: 'typed' } };
}

function partsIn<T>(
  raw: unknown,
  is: (value: unknown, name: string) => value is T,
): { [name: string]: T } {
  if (!isObject(raw)) return {};
  const entries = Object.entries(raw);
  const kept = entries.filter(([name, value]) => is(value, name));
  return (kept.length === entries.length ? raw : Object.fromEntries(kept)) as { [name: string]: T };
}

function listIn<T>(raw: unknown, is: (value: unknown) => value is T): T[] {
  if (!Array.isArray(raw)) return [];
  return raw.every(is) ? raw : raw.filter(is);
}
