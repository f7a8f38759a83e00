// How much one record may hold. A remote update that goes beyond is refused whole.

import type { RecordContent } from '../domain/kind.ts';
import type { JsonValue } from '../domain/record.ts';

export const limits = {
  stateBytes: 1024 * 1024,
  itemsPerSet: 5_000,
  textLength: 600_000,
  /** Of all that a record says, as JSON. */
  recordLength: 3_000_000,
  depth: 12,
  names: 500,
} as const;

export function isWithinLimits({ fields, sets, note }: RecordContent): boolean {
  return (
    note.length <= limits.textLength &&
    Object.keys(fields).length <= limits.names &&
    Object.keys(sets).length <= limits.names &&
    Object.values(fields).every((value) => isShallow(value, limits.depth)) &&
    Object.values(sets).every((items) => items.length <= limits.itemsPerSet) &&
    jsonLength({ fields, sets: sets as unknown as JsonValue }) + note.length <= limits.recordLength
  );
}

/**
 * About as long as its JSON, which may be longer by what is escaped in it. Only of what is
 * no deeper than `limits.depth`.
 */
export function jsonLength(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  let length = 2;
  for (const [name, inner] of Object.entries(value)) length += name.length + 4 + jsonLength(inner);
  return length;
}

function isShallow(value: JsonValue, depth: number): boolean {
  if (value === null || typeof value !== 'object')
    return typeof value !== 'string' || value.length <= limits.textLength;
  if (depth === 0) return false;
  return Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
