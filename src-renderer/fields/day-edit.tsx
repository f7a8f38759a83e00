// A day as people type it. What cannot be read as one is kept as it was written, and said.

import { t } from '@lingui/core/macro';

import { useHost } from '../data/host-context.tsx';
import { parseTypedDay } from '../data/typed-values.ts';
import { showRemark } from '../data/use-command.tsx';
import { TextEdit } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';
import type { EditorProps } from './editor.ts';

export function DayEdit({ label, value, size, save }: EditorProps) {
  const { settings } = useHost();
  const onSave = async (typed: string): Promise<boolean> => {
    const { value: next, problem } = await parseTypedDay(typed, settings?.defaultCountry ?? 'US');
    if (!(await save(next === '' ? null : next))) return false;
    if (problem !== undefined) showRemark(problemWords(problem));
    return true;
  };
  return (
    <TextEdit
      size={size}
      label={label}
      placeholder={t`YYYY-MM-DD`}
      value={typeof value === 'string' ? value : ''}
      onSave={onSave}
    />
  );
}
