// Puts back what stood somewhere before, as an ordinary edit.

import { isOfRecord } from '../../domain/merging.ts';
import type { JsonValue, SetItem } from '../../domain/record.ts';
import type { Change, Ref } from '../command.ts';
import { splitWhat } from '../writes.ts';
import { putItem, removeItem, setField, writeNote } from './edits.ts';

/** `what` as in stamps; null takes it out. Undefined where it is not written so. */
export function restoreValue(ref: Ref, what: string, value: JsonValue): Change | undefined {
  // These have commands of their own.
  if (what === 'scope' || isOfRecord(what)) return undefined;
  if (what === 'note') return writeNote(ref, typeof value === 'string' ? value : '');
  const [set, id] = splitWhat(what);
  if (set === undefined) return setField(ref, what, value);
  if (value === null) return removeItem(ref, set, id);
  return putItem(ref, set, { ...(value as unknown as Omit<SetItem, 'id'>), id });
}
