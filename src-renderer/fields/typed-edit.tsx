// A value that is typed: text, and what the field's type understands as its own. It is shown
// as this reader writes it, so what was understood is seen; what is not stays in the field.

import { t } from '@lingui/core/macro';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import {
  type AnyField,
  isTolerated,
  type Reader,
  writtenValue,
} from '../../src-shared/fields/field.ts';
import { useReader } from '../data/use-reader.ts';
import { type Saved, TextEdit } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';
import type { EditorProps } from './editor.ts';

export function TypedEdit({ kind, field, id, type, label, value, size, save }: EditorProps) {
  const reader = useReader()(kind, field);
  const onSave = async (typed: string, asWritten: boolean): Promise<Saved> => {
    if (asWritten) return save(typed);
    const next = typed === '' ? null : type.typed(typed, reader);
    if (next !== undefined) return save(next === '' ? null : next);
    return { problem: problemOf(type, typed, label), canKeep: isTolerated(type, typed) };
  };
  return (
    <TextEdit
      size={size}
      label={label}
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

const problemOf = ({ type }: AnyField, typed: string, label: string): string =>
  type === 'day'
    ? problemWords('date-not-understood')
    : type === 'time'
      ? problemWords('time-not-understood')
      : t`Not saved: “${typed}” cannot stand in ${label}. Please write it otherwise.`;
