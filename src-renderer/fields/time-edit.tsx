// A point in time, in the time zone of this laptop.

import { isTime } from '../../src-shared/values/time.ts';
import { TextEdit } from '../ui/text-edit.tsx';
import type { EditorProps } from './editor.ts';

export function TimeEdit({ label, value, size, save }: EditorProps) {
  const onSave = async (typed: string): Promise<boolean> => {
    const at = Date.parse(typed);
    return save(Number.isNaN(at) ? null : at);
  };
  return (
    <TextEdit
      size={size}
      type="datetime-local"
      max="9999-12-31T23:59"
      label={label}
      value={isTime(value) ? localText(value) : ''}
      onSave={onSave}
    />
  );
}

/** As the browser's own field has it: to the minute. */
function localText(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}
