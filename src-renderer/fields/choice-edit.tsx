// One of a list, or yes and no. What a newer version chose stays and can be chosen again.

import { Select } from '@mantine/core';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { shownValue } from '../../src-shared/fields/field.ts';
import { useReader } from '../data/use-reader.ts';
import { type EditorProps, named } from './editor.ts';

export function ChoiceEdit({
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
  const offered = type.choices ?? [true, false];
  const isNewer = value !== null && !offered.some((one) => one === value);
  const all = isNewer ? [...offered, value] : offered;
  return (
    <Select
      size={size}
      {...named(label, isInPlace)}
      clearable
      data={all.map((one) => ({ value: codeOf(one), label: shownValue(type, one, reader) }))}
      value={value === null ? null : codeOf(value)}
      onChange={(chosen) => void save(all.find((one) => codeOf(one) === chosen) ?? null)}
    />
  );
}

const codeOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
