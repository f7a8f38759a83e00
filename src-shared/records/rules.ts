// Fields whose edits made apart come together by a rule of their kind instead of "the later
// one wins". Each device writes under its own key, together with which edits it had
// seen (a version vector); what another edit had seen counts no more, and of those that
// are left the rule takes one: the most careful, or the greatest. Layout: one Yjs map
// `rule:FIELD` per field, device to entry; the first value stands in `fields`.

import type * as Y from 'yjs';

import type { Kind } from '../domain/kind.ts';
import type { JsonValue } from '../domain/record.ts';
import { type AnyField, compareValues } from '../fields/field.ts';

/** Edits of one value seen so far, by the id of the device that made them. */
export type Vector = { [device: string]: number };

type Entry = { value: JsonValue; vector: Vector };

/** The field, where its kind gives it a rule. */
export function ruledField(kind: Kind | undefined, name: string): AnyField | undefined {
  const field = kind?.fields[name];
  return field?.merge === undefined || field.merge === 'last' ? undefined : field;
}

export const ruledFields = (kind: Kind | undefined): [string, AnyField][] =>
  Object.entries(kind?.fields ?? {}).filter(([name]) => ruledField(kind, name) !== undefined);

const entriesOf = (state: Y.Doc, name: string): Y.Map<Entry> => state.getMap<Entry>(`rule:${name}`);

/** What is shown; undefined while nobody has edited it. Null: cleared. Throws on another shape. */
export function readRuled(state: Y.Doc, name: string, field: AnyField): JsonValue | undefined {
  const entries = [...entriesOf(state, name).values()].map(checked);
  const standing = entries.filter(
    (one) => !entries.some((other) => other !== one && isSeenBy(one, other)),
  );
  if (standing.length === 0) return undefined;
  return standing
    .map(({ value }) => value)
    .reduce((top, value) => (isAbove(value, top, field) ? value : top));
}

/** The edit of this device, which has seen all that is here. `count` grows with every edit. */
export function writeRuled(
  state: Y.Doc,
  name: string,
  value: JsonValue,
  device: string,
  count: number,
): void {
  const vector: Vector = {};
  for (const entry of entriesOf(state, name).values())
    for (const [seen, at] of Object.entries(entry.vector))
      vector[seen] = Math.max(vector[seen] ?? 0, at);
  entriesOf(state, name).set(device, { value, vector: { ...vector, [device]: count } });
}

function checked(entry: unknown): Entry {
  const { value, vector } = entry as Entry;
  if (value === undefined || typeof vector !== 'object' || vector === null)
    throw new Error('rule entry of another shape');
  return entry as Entry;
}

const isSeenBy = (one: Entry, other: Entry): boolean =>
  Object.entries(one.vector).every(([device, count]) => (other.vector[device] ?? 0) >= count);

/** No value is below every other; what is of another shape is below what is not. */
function isAbove(value: JsonValue, top: JsonValue, field: AnyField): boolean {
  if (value === null || top === null) return top === null && value !== null;
  const [isOwn, isTop] = [field.accepts(value), field.accepts(top)];
  if (isOwn !== isTop) return isOwn;
  const order = compareValues(field, value, top);
  return order > 0 || (order === 0 && JSON.stringify(value) > JSON.stringify(top));
}
