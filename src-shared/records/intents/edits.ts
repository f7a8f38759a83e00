// What people mean when they change a record, as commands say it. Everybody who changes
// records makes their commands here.

import type { JsonValue, NewRecord } from '../../domain/record.ts';
import type { Change, Command, CommandOf, NewItem, Ref } from '../command.ts';

/** One step that can be undone; a command needs at least one change. */
export const edit = (...changes: Change[]): CommandOf<'edit'> => ({ type: 'edit', changes });

/** One step; the answer's `ids` are theirs, in this order. */
export const create = (...records: NewRecord[]): Command =>
  ({ type: 'create', records }) as Command;

/** Null clears the field. */
export const setField = (ref: Ref, field: string, value: JsonValue): Change => ({
  type: 'field',
  ref,
  field,
  value,
});

/** Each of them; null clears. */
export const setFields = (ref: Ref, fields: { readonly [field: string]: JsonValue }): Change[] =>
  Object.entries(fields).map(([field, value]) => setField(ref, field, value));

/** With an id that the set has, in its place; else beside what is there. */
export const putItem = (ref: Ref, set: string, item: NewItem): Change => ({
  type: 'set-put',
  ref,
  set,
  item,
});

export const removeItem = (ref: Ref, set: string, itemId: string): Change => ({
  type: 'set-remove',
  ref,
  set,
  itemId,
});

export const orderItems = (ref: Ref, set: string, ids: string[]): Change => ({
  type: 'set-order',
  ref,
  set,
  ids,
});

/** The set is to hold these values and no others: only what differs is changed. */
export function holdValues(
  ref: Ref,
  set: string,
  items: readonly { id: string; value: string }[],
  values: readonly string[],
): Change[] {
  const gone = items.filter(({ value }) => !values.includes(value));
  const added = values.filter((value) => !items.some((item) => item.value === value));
  return [
    ...gone.map(({ id }) => removeItem(ref, set, id)),
    ...added.map((value) => putItem(ref, set, { value })),
  ];
}

export const writeNote = (ref: Ref, text: string): Change => ({ type: 'note', ref, text });

/** What was typed into an open note (note-session.ts), base64. */
export const typeIntoNote = (ref: Ref, update: string): Change => ({
  type: 'note-update',
  ref,
  update,
});
