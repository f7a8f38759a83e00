// What fields of records are called, and values as text.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { codeWords, withLabel } from '../words/value-words.ts';

/** `what` as in stamps: a field's name, `set/itemId` or `note`. */
export function fieldLabel(kind: string, what: string): string {
  const name = what.split('/')[0] ?? what;
  const id = [`field.${kind}.${name}`, `field.record.${name}`].find(
    (one) => i18n.messages[one] !== undefined,
  );
  if (id !== undefined) return i18n._(id);
  // A field of a newer version goes by its own name.
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A value as one line of text; says so where it was taken away. `what` as in stamps. */
export function valueWords(kind: string, what: string, value: JsonValue): string {
  if (value === null || value === '') return t`nothing`;
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { value: own = '', label } = value;
    return withLabel(valueWords(kind, what, own), typeof label === 'string' ? label : '');
  }
  return typeof value === 'string' ? codeWords(kind, what, value) : JSON.stringify(value);
}
