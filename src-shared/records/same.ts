// Whether two values of a record are the same.

import type { JsonValue } from '../domain/record.ts';

export const isSameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
