// What fields of records are called, and values as text.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';

import type { JsonValue } from '../../src-shared/domain/record.ts';

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

/** A value as one line of text; says so where it was taken away. */
export function valueWords(value: JsonValue): string {
  if (value === null || value === '') return t`nothing`;
  if (typeof value === 'object' && !Array.isArray(value)) return valueWords(value['value'] ?? '');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
