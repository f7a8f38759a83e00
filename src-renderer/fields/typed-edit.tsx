// A value that is typed: text, and what the field's type understands as its own.

import { t } from '@lingui/core/macro';

import { writtenValue } from '../../src-shared/fields/field.ts';
import { showRemark } from '../data/use-command.tsx';
import { useReader } from '../data/use-reader.ts';
import { TextEdit } from '../ui/text-edit.tsx';
import type { EditorProps } from './editor.ts';

export function TypedEdit({ kind, field, type, label, value, size, save }: EditorProps) {
  const reader = useReader()(kind, field);
  const onSave = async (typed: string): Promise<boolean> => {
    const next = typed === '' ? null : type.typed(typed, reader);
    if (next !== undefined) return save(next);
    showRemark(t`“${typed}” cannot stand in ${label}: please write it otherwise.`);
    return false;
  };
  return (
    <TextEdit
      size={size}
      label={label}
      value={value === null ? '' : writtenValue(type, value, reader)}
      onSave={onSave}
    />
  );
}
