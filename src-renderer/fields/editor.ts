// What an editor of a field is given, whatever its type.

import type { JsonValue } from '../../src-shared/domain/record.ts';
import type { AnyField } from '../../src-shared/fields/field.ts';

export type EditorProps = {
  kind: string;
  field: string;
  /** Of the record. */
  id: string;
  type: AnyField;
  /** What the field is called: its visible label. */
  label: string;
  /** null where there is none. */
  value: JsonValue;
  size: 'xs' | 'sm';
  /** null takes it away. Resolves to false when it was not saved. */
  save: (value: JsonValue) => Promise<boolean>;
};
