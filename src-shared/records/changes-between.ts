// What differs between two states of a record, value by value, and who wrote each. The
// history of a record is made of it, be the change typed here, imported, taken back or received.

import type { JsonValue, RecordDoc, SetItem, Stamp } from '../domain/record.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { isEqual } from './same.ts';
import type { Written } from './writes.ts';

/** `stamp` undefined: nobody signed it. */
export type Changed = Written & { stamp: Stamp | undefined };

/** `what` as in `Written`, or `scope`; an entry of a set stands without its id. */
export function changesBetween(previous: RecordDoc, next: RecordDoc): Changed[] {
  const changes: Changed[] = [];
  const add = (what: string, before: JsonValue, after: JsonValue): void => {
    changes.push({ what, before, after, stamp: next.stamps[what] });
  };
  for (const what of keysOf(previous.fields, next.fields)) {
    const [before, after] = [previous.fields[what] ?? null, next.fields[what] ?? null];
    if (!isSame(before, after)) add(what, before, after);
  }
  for (const set of keysOf(previous.sets, next.sets)) {
    if (isEqual(previous.sets[set], next.sets[set])) continue;
    const [before, after] = [itemsById(previous.sets[set]), itemsById(next.sets[set])];
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const [from, to] = [before.get(id) ?? null, after.get(id) ?? null];
      if (!isSame(from, to)) add(`${set}/${id}`, from, to);
    }
  }
  if (previous.note !== next.note) add('note', previous.note, next.note);
  if (previous.scope !== next.scope) add('scope', previous.scope, next.scope);
  return changes;
}

function itemsById(items: readonly SetItem[] = []): Map<string, JsonValue> {
  return new Map(items.map(({ id, ...item }) => [id, item as unknown as JsonValue]));
}

const keysOf = (one: object, other: object): string[] => [
  ...Object.keys(one),
  ...Object.keys(other).filter((key) => !Object.hasOwn(one, key)),
];

const isSame = (a: JsonValue, b: JsonValue): boolean =>
  isEqual(a, b) || (typeof a === 'object' && typeof b === 'object' && isSameObject(a, b));

/** Whoever wrote it may have put its parts in another order. */
function isSameObject(a: JsonValue, b: JsonValue): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  const spelled = canonicalJson(a);
  return spelled !== undefined && spelled === canonicalJson(b);
}
