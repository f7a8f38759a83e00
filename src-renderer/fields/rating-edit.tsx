// Stars, from none to five. The same star again takes them away.

import { Input, Rating } from '@mantine/core';

import { useEffect, useRef } from 'react';

import type { EditorProps } from './editor.ts';

export function RatingEdit({ label, value, size, save, isInPlace }: EditorProps) {
  const stars = typeof value === 'number' ? value : 0;
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isInPlace === true) group.current?.querySelector('input')?.focus();
  }, [isInPlace]);
  const rating = (
    <Rating
      ref={group}
      aria-label={label}
      size={size}
      value={stars}
      onChange={(next) => void save(next === 0 || next === value ? null : next)}
    />
  );
  if (isInPlace === true) return rating;
  return (
    <Input.Wrapper label={label} size={size} labelElement="div">
      {rating}
    </Input.Wrapper>
  );
}
