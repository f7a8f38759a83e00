// The record, or the records, that a field points to.

import { RecordPicker } from './record-picker.tsx';
import { type EditorProps, named } from './editor.ts';

export function LinkEdit({ type, label, value, size, save, isInPlace }: EditorProps) {
  const isOne = type.type === 'link';
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  return (
    <RecordPicker
      size={size}
      {...named(label, isInPlace)}
      collections={type.link?.to ?? []}
      ids={ids}
      {...(isOne ? { most: 1 } : {})}
      onChange={(next) => void save(isOne ? (next[0] ?? null) : next.length === 0 ? null : next)}
    />
  );
}
