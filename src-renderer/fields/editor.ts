// What an editor of a field is given, whatever its type.

import type { JsonValue } from '../../src-shared/domain/record.ts';
import type { AnyField } from '../../src-shared/fields/field.ts';

export type EditorProps = {
  kind: string;
  field: string;
  /** Of the record. */
  id: string;
  type: AnyField;
  /** What the field is called. */
  label: string;
  /** It stands in the place of the value, beside its label, and takes the focus. */
  isInPlace?: boolean;
  /** null where there is none. */
  value: JsonValue;
  size: 'xs' | 'sm';
  /** null takes it away. Resolves to false when it was not saved. */
  save: (value: JsonValue) => Promise<boolean>;
};

/** A visible label of its own, or the name of what stands in the place of a value. */
export const named = (
  label: string,
  isInPlace: boolean | undefined,
): { label: string } | { 'aria-label': string; autoFocus: true } =>
  isInPlace === true ? { 'aria-label': label, autoFocus: true } : { label };
