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

/** Name, list, item, `more` of it. */
const setDepth = 4;

export function isWithinLimits({ fields, sets, note }: RecordContent): boolean {
  return (
    note.length <= limits.textLength &&
    Object.keys(fields).length <= limits.names &&
    Object.keys(sets).length <= limits.names &&
    isPlain(fields, limits.depth + 1) &&
    Object.values(sets).every((items) => items.length <= limits.itemsPerSet) &&
    isPlain(sets, setDepth) &&
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

/** Nothing but JSON, no deeper than this. The walk ends there, however deep the value is. */
export function isPlain(value: unknown, depth: number): value is JsonValue {
  if (typeof value === 'string') return value.length <= limits.textLength;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  if (value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((inner) => isPlain(inner, depth - 1));
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.entries(value).every(
      ([name, inner]) => name !== '__proto__' && (inner === undefined || isPlain(inner, depth - 1)),
    )
  );
}
