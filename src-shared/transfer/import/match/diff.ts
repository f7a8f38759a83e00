// What an incoming person or organisation adds to the one that is already here. Blank cells keep old values,
// sets are joined by key, other scalars are replaced. The same file twice changes nothing.

import { person } from '../../../domain/person.ts';
import type { JsonValue, RecordDoc } from '../../../domain/record.ts';
import type { Change } from '../../../records/command.ts';
import { putItem, setField, writeNote } from '../../../records/intents/edits.ts';
import type { PlannedRow } from '../../import-types.ts';
import { cardSystem } from '../vcard/card-uid.ts';
import { isLog, moreCareful, unaware, wouldLift } from './careful.ts';
import type { Incoming, IncomingItem } from '../entry/incoming.ts';
import { filled, isBetterName, isKnown, knownNames, nameFields } from './known-already.ts';

type Existing = Pick<RecordDoc, 'id' | 'kind' | 'fields' | 'sets' | 'note'>;
export type Difference = { changes: Change[]; shown: PlannedRow['changes'] };

/**
 * `exact`: from our own CSV, whose note replaces ours. `isIn`: whether the person is in a bucket
 * of that name, which other programs get as a tag.
 */
export function differenceOf(
  incoming: Incoming,
  existing: Existing,
  exact: boolean,
  isIn: (bucket: string) => boolean = () => false,
): Difference {
  const collection = existing.kind === 'person' ? ('people' as const) : ('groups' as const);
  const ref = { collection, id: existing.id };
  const changes: Change[] = [];
  const shown: PlannedRow['changes'] = [];
  const named = exact ? new Set<string>() : knownNames(incoming, existing);
  for (const [field, value] of Object.entries(incoming.fields)) {
    if (named.has(field)) continue;
    // An organisation was found by its name, or is known here by another.
    if (incoming.kind === 'organisation' && field === 'name') continue;
    const old = existing.fields[field];
    if (sameValue(old, value) || wouldLift(field, old, value)) continue;
    changes.push(setField(ref, field, value));
    shown.push({ field, old: plain(old), new: plain(value) });
  }
  for (const [set, items] of Object.entries(incoming.sets)) {
    const known = Map.groupBy(existing.sets[set] ?? [], (item) => keyOf(set, item));
    for (const item of items) {
      if (isOwnCard(set, item, existing.id)) continue;
      if (set === 'tags' && isIn(item.value)) continue;
      const same = known.get(keyOf(set, item)) ?? [];
      const old = same[0];
      if (same.some((one) => filled(one, item) === undefined)) continue;
      if (same.length > 0 && isLog(set)) continue;
      if (!exact && (old === undefined || set === 'addresses') && isKnown(set, item, existing))
        continue;
      const next = old === undefined ? unaware(item) : (filled(old, item) ?? item);
      changes.push(putItem(ref, set, next));
      shown.push({
        field: set,
        old: cut(old?.value ?? ''),
        new: cut(next.value),
        ...(old?.label === undefined ? {} : { oldLabel: old.label }),
        ...(next.label === undefined ? {} : { newLabel: next.label }),
      });
    }
  }
  const note = joinedNote(existing.note, incoming.note, exact);
  if (note !== existing.note) {
    changes.push(writeNote(ref, note));
    shown.push({ field: 'note', old: cut(existing.note), new: cut(note) });
  }
  return { changes, shown };
}

/** A card that we wrote ourselves has the record's own id for its UID. */
const isOwnCard = (set: string, { label, value }: IncomingItem, id: string): boolean =>
  set === 'ids' && label === cardSystem && value === id;

export const keyOf = (set: string, item: { value: string; label?: string | undefined }): string =>
  person.setKeys[set]?.(item) ?? item.value;

/** Half of what a record may hold. */
const longestNote = 400_000;

export function joinedNote(old: string, added: string, exact: boolean): string {
  const [kept, more] = [old.trim(), added.trim()];
  if (more === '' || flat(kept).includes(flat(more))) return old;
  if (kept === '' || exact) return added;
  return old.length + added.length > longestNote ? old : `${old}\n\n${added}`;
}

/** Rich notes do not keep every line end as it came. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const sameValue = (old: JsonValue | undefined, value: JsonValue): boolean =>
  old === value ||
  (old !== undefined && typeof value === 'object' && JSON.stringify(old) === JSON.stringify(value));

export const plain = (value: JsonValue | undefined): string =>
  value === undefined || value === null
    ? ''
    : cut(typeof value === 'string' ? value : JSON.stringify(value));
const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** A later row of the same person fills what the earlier one left blank. */
export function joinIncoming(first: Incoming, later: Incoming): void {
  if (later.scope !== undefined) first.scope = later.scope;
  for (const [field, value] of Object.entries(later.fields)) {
    const here = (first.fields[field] ??= value);
    first.fields[field] = moreCareful(field, here, value) ?? here;
  }
  for (const part of nameFields) {
    const value = later.fields[part];
    if (value !== undefined && isBetterName(value, first.fields[part])) first.fields[part] = value;
  }
  for (const [set, items] of Object.entries(later.sets)) {
    const known = (first.sets[set] ??= []);
    const keys = new Set(known.map((item) => keyOf(set, item)));
    for (const item of items) {
      if (!keys.has(keyOf(set, item))) known.push(item);
      keys.add(keyOf(set, item));
    }
  }
  first.note = joinedNote(first.note, later.note, false);
  first.roles.push(...later.roles);
  first.buckets.push(...later.buckets);
}
