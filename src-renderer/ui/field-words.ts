// What fields of records are called, and values as text.

import { t } from '@lingui/core/macro';

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { JsonValue } from '../../src-shared/domain/record.ts';
import { type Reader, shownValue } from '../../src-shared/fields/field.ts';
import { sayIfKnown } from '../../src-shared/words/say.ts';
import { withLabel } from '../words/value-words.ts';

/** `what` as in stamps: a field's name, `set/itemId` or `note`. */
export function fieldLabel(kind: string, what: string): string {
  const name = what.split('/')[0] ?? what;
  const label = sayIfKnown(`field.${kind}.${name}`) ?? sayIfKnown(`field.record.${name}`);
  if (label !== undefined) return label;
  // A field of a newer version goes by its own name.
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A value as one line of text; says so where it was taken away. `what` as in stamps. */
export function valueWords(kind: string, what: string, value: JsonValue, reader: Reader): string {
  if (value === null || value === '') return t`nothing`;
  const field = kinds.get(kind)?.fields[what];
  if (field !== undefined) return shownValue(field, value, reader);
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { value: own = '', label } = value;
    const text = valueWords(kind, what, own, reader);
    return withLabel(text, typeof label === 'string' ? label : '');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
