// Whether two values of a record are the same.

import type { JsonValue } from '../domain/record.ts';

/** Texts, numbers and nothing need not be written out for it. */
export const isSameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b ||
  (typeof a !== 'string' && typeof b !== 'string' && JSON.stringify(a) === JSON.stringify(b));
