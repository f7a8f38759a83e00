// When a reminder is due: the time on the wall (YYYY-MM-DDTHH:MM), the zone in which it hangs,
// and how it comes round.

import type { JsonValue } from '../domain/record.ts';
import { repeatOf } from '../values/repeat.ts';
import { isZone } from '../values/zone.ts';
import { byText, type Field, type FieldOptions } from './field.ts';
import { textOperators } from './operators.ts';
import { isText } from './text.ts';

const codeField = (accepts: (text: string) => boolean, options: FieldOptions): Field<string> => ({
  type: 'text',
  ...options,
  // What a newer version writes stays what it is: whoever works with it reads it first.
  accepts: isText,
  typed: (typed) => (accepts(typed.trim()) ? typed.trim() : undefined),
  shown: String,
  cell: String,
  compare: byText,
  operators: textOperators,
});

const wall = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/;

export const isWallTime = (stored: JsonValue | undefined): stored is string =>
  typeof stored === 'string' &&
  wall.test(stored) &&
  // 31 February is no day.
  new Date(`${stored}Z`).toISOString().startsWith(stored);

export const wallTime = (options: FieldOptions = {}): Field<string> =>
  codeField(isWallTime, options);
export const zone = (options: FieldOptions = {}): Field<string> => codeField(isZone, options);
export const repeat = (options: FieldOptions = {}): Field<string> =>
  codeField((text) => repeatOf(text) !== undefined, options);
