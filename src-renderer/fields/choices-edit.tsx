// Several of a list, kept in the list's order.

import { MultiSelect } from '@mantine/core';

import { shownValue } from '../../src-shared/fields/field.ts';
import { useReader } from '../data/use-reader.ts';
import { type EditorProps, named } from './editor.ts';

export function ChoicesEdit({
  kind,
  field,
  type,
  label,
  value,
  size,
  save,
  isInPlace,
}: EditorProps) {
  const reader = useReader()(kind, field);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const all = [...new Set([...(type.choices ?? []), ...chosen])];
  return (
    <MultiSelect
      size={size}
      {...named(label, isInPlace)}
      data={all.map((code) => ({ value: code, label: shownValue(type, [code], reader) }))}
      value={chosen}
      onChange={(codes) =>
        void save(codes.length === 0 ? null : all.filter((code) => codes.includes(code)))
      }
    />
  );
}
