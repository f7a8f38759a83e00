// How a document's value is stored in an index column, so that SQLite's order
// (NULL < numbers < text < blobs) is RxDB's (missing < null < number < string <
// boolean) and each type can be told from the others.

import { toSortText } from './sort-text.ts';

export type ColumnValue = null | number | string | Uint8Array;

/** No JSON number is infinite. */
export const nullValue = -Infinity;
export const falseValue = Uint8Array.of(0xb0);
export const trueValue = Uint8Array.of(0xb1);

/** Undefined for objects and arrays: a column that met one is not used any more. */
export function toColumnValue(value: unknown): ColumnValue | undefined {
  switch (typeof value) {
    case 'string':
      return toSortText(value);
    case 'number':
      return Number.isFinite(value) ? value : nullValue;
    case 'boolean':
      return value ? trueValue : falseValue;
    case 'undefined':
      return null;
    default:
      return value === null ? nullValue : undefined;
  }
}

/** The value at a path; an array on the way counts as an object (see above). */
export function readPath(document: unknown, segments: readonly string[]): unknown {
  let value = document;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return value;
    value = Object.hasOwn(value, segment) ? (value as Record<string, unknown>)[segment] : undefined;
  }
  return value;
}
