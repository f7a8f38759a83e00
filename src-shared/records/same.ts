// Whether two values of a record are the same.

import type { JsonValue } from '../domain/record.ts';

/** Texts, numbers and nothing need not be written out for it. */
export const isSameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b ||
  (typeof a !== 'string' && typeof b !== 'string' && JSON.stringify(a) === JSON.stringify(b));

/** Part by part, for nearly all that stays as it was; of two that are not, some may say the same. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys)
    if (!Object.hasOwn(b, key) || !isEqual(a[key as keyof typeof a], b[key as keyof typeof b]))
      return false;
  return true;
}
