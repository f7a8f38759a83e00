// A value that is a text field all the time: saved on leaving or Enter, put back by
// Escape. What was typed stays in the field when saving does not work, and is saved
// when the page is left by a key or the Back button, which end no focus.

import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'onSubmit'> & {
  value: string;
  /** Resolves to false when it was not saved. */
  onSave: (value: string) => Promise<boolean>;
};

export function TextEdit({ value, onSave, ...rest }: Props) {
  const [draft, setDraft] = useState<string>();
  const unsaved = useRef<() => void>(() => undefined);
  useEffect(() => {
    unsaved.current = () => {
      if (draft !== undefined && draft.trim() !== value) void onSave(draft.trim());
    };
  });
  useEffect(() => () => unsaved.current(), []);
  const save = async (): Promise<void> => {
    if (draft === undefined || draft.trim() === value) return setDraft(undefined);
    // What was typed while it was being saved stays.
    if (await onSave(draft.trim())) setDraft((now) => (now === draft ? undefined : now));
  };
  return (
    <TextInput
      size="sm"
      dir="auto"
      {...rest}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
