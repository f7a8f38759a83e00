// Stars, from none to five. The same star again takes them away.

import { Input, Rating } from '@mantine/core';

import type { EditorProps } from './editor.ts';

export function RatingEdit({ label, value, size, save }: EditorProps) {
  const stars = typeof value === 'number' ? value : 0;
  return (
    <Input.Wrapper label={label} size={size} labelElement="div">
      <Rating
        aria-label={label}
        size={size}
        value={stars}
        onChange={(next) => void save(next === 0 || next === value ? null : next)}
      />
    </Input.Wrapper>
  );
}
