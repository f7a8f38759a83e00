// Fields whose edits made apart come together by a rule of their kind instead of "the later
// one wins". Each device writes under its own key, together with which edits it had
// seen (a version vector); what another edit had seen counts no more, and of those that
// are left the rule takes one: the most careful, or the greatest; `ranked` says who lost.
// Layout: one Yjs map `rule:FIELD` per field, device to entry; the first value stands in `fields`.

import type * as Y from 'yjs';

import type { Kind } from '../domain/kind.ts';
import type { Conflict, JsonValue, Stamp } from '../domain/record.ts';
import type { StateReader } from './state-reader.ts';
import { type AnyField, compareValues } from '../fields/field.ts';
import { isStamp } from './shape.ts';

/** Edits of one value seen so far, by the id of the device that made them. */
export type Vector = { [device: string]: number };

/** `stamp`: of a ranked field, so that what lost can be said to be whose. */
type Entry = { value: JsonValue; vector: Vector; stamp?: Stamp };

/** The field, where its kind gives it a rule. */
export function ruledField(kind: Kind | undefined, name: string): AnyField | undefined {
  const field = kind?.fields[name];
  return field?.merge === undefined || field.merge === 'last' ? undefined : field;
}

const ruledByKind = new WeakMap<Kind, [string, AnyField][]>();

/** A kind never changes, and every record that is read asks. */
export function ruledFields(kind: Kind | undefined): [string, AnyField][] {
  if (kind === undefined) return [];
  const known = ruledByKind.get(kind);
  if (known !== undefined) return known;
  const ruled = Object.entries(kind.fields).filter(
    ([name]) => ruledField(kind, name) !== undefined,
  );
  ruledByKind.set(kind, ruled);
  return ruled;
}

const mapOf = (name: string): string => `rule:${name}`;

/** What is shown; undefined while nobody has edited it. Null: cleared. Throws on another shape. */
export function readRuled(
  state: StateReader,
  name: string,
  field: AnyField,
): JsonValue | undefined {
  const standing = standingIn(state, name);
  if (standing.length === 0) return undefined;
  return standing
    .map(([, { value }]) => value)
    .reduce((top, value) => (isAbove(value, top, field) ? value : top));
}

/** By the device that wrote them, in an order that is the same everywhere. */
function standingIn(state: StateReader, name: string): [device: string, Entry][] {
  const entries = [...state.map<Entry>(mapOf(name)).entries()]
    .map(([device, entry]): [string, Entry] => [device, checked(entry)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.filter(
    ([, one]) => !entries.some(([, other]) => other !== one && isSeenBy(one, other)),
  );
}

/** What of a ranked field lost against what is shown; the same on every laptop that has both. */
export function lostByRank(state: StateReader, kind: Kind | undefined): Conflict[] {
  return ruledFields(kind).flatMap(([name, field]) => {
    if (field.merge !== 'ranked') return [];
    const [first, ...rest] = standingIn(state, name);
    if (first === undefined || rest.length === 0) return [];
    const top = rest.reduce(
      (best, one) => (isAbove(one[1].value, best[1].value, field) ? one : best),
      first,
    );
    return [first, ...rest].flatMap(([device, { value, vector, stamp }]): Conflict[] => {
      const isNews = value !== null && value !== top[1].value && value !== field.choices?.[0];
      if (!isNews || !isStamp(stamp) || !isStamp(top[1].stamp)) return [];
      const id = `${device}:${vector[device] ?? 0}:${name}`;
      return [{ id, field: name, lost: value, lostBy: stamp, wonBy: top[1].stamp }];
    });
  });
}

/** The edit of this device, which has seen all that is here. `count` grows with every edit. */
export function writeRuled(
  state: Y.Doc,
  name: string,
  value: JsonValue,
  device: string,
  count: number,
  stamp?: Stamp,
): void {
  const vector: Vector = {};
  const entries = state.getMap<Entry>(mapOf(name));
  for (const entry of entries.values())
    for (const [seen, at] of Object.entries(entry.vector))
      vector[seen] = Math.max(vector[seen] ?? 0, at);
  entries.set(device, {
    value,
    vector: { ...vector, [device]: count },
    ...(stamp === undefined ? {} : { stamp }),
  });
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
