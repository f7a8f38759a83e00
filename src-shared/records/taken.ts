// Entries that a keeper took over from somebody who was merged into it: known by an id that
// follows from whose they were and what they say.

import type { JsonValue, SetItem } from '../domain/record.ts';
import type { CommandContext } from './context.ts';
import { storedItem } from './state.ts';

export const printOf = (value: JsonValue, { hash }: CommandContext): string =>
  hash(JSON.stringify(value)).slice(0, 12);

export const printOfItem = ({ value, label, more }: SetItem, context: CommandContext): string =>
  printOf([value, label ?? '', more ?? {}], context);

/** The id of an entry that a keeper took over: the same wherever it is taken over. */
export const takenId = (
  gone: string,
  what: string,
  print: string,
  { hash }: CommandContext,
): string => takenPrefix + hash([gone, what, print].join('\n')).slice(0, 24);

const takenPrefix = 'of-';
/** Whether an entry is somebody else's. */
export const isTaken = ({ id }: Pick<SetItem, 'id'>): boolean => id.startsWith(takenPrefix);

export function entryOf(
  gone: { id: string },
  set: string,
  item: SetItem,
  order: number,
  context: CommandContext,
): { what: string; value: JsonValue } {
  const print = printOfItem(item, context);
  const id = takenId(gone.id, `${set}/${item.id}`, print, context);
  const { id: _id, ...own } = item;
  return { what: `${set}/${id}`, value: storedItem(own, order) as unknown as JsonValue };
}
