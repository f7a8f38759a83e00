// A value that is typed: text, and what the field's type understands as its own. It is shown
// as this reader writes it, so what was understood is seen; what is not stays in the field.

import { t } from '@lingui/core/macro';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { type AnyField, type Reader, writtenValue } from '../../src-shared/fields/field.ts';
import { useReader } from '../data/use-reader.ts';
import { type Saved, TextEdit } from '../ui/text-edit.tsx';
import { type EditorProps, named } from './editor.ts';
import { notUnderstood } from './not-understood.ts';

export function TypedEdit({
  kind,
  field,
  id,
  type,
  label,
  value,
  size,
  save,
  isInPlace,
}: EditorProps) {
  const reader = useReader()(kind, field);
  const onSave = async (typed: string, asWritten: boolean): Promise<Saved> => {
    if (asWritten) return save(typed);
    const next = typed === '' ? null : type.typed(typed, reader);
    if (next !== undefined) return save(next === '' ? null : next);
    return notUnderstood(type, typed, label);
  };
  return (
    <TextEdit
      size={size}
      {...named(label, isInPlace)}
      {...exampleOf(type, reader)}
      value={value === null ? '' : writtenValue(type, value, reader)}
      draftOf={`${id} ${field}`}
      onSave={onSave}
    />
  );
}

function exampleOf(type: AnyField, reader: Reader): { placeholder?: string } {
  const known: JsonValue | undefined =
    type.type === 'day' ? '1985-04-12' : type.type === 'time' ? exampleTime : undefined;
  if (known === undefined) return {};
  const example = writtenValue(type, known, reader);
  return { placeholder: t`such as ${example}` };
}

const exampleTime = new Date(2024, 3, 12, 14, 10).getTime();
