// A person's picture, or their initials on a colour that stays the same.

import { Avatar } from '@mantine/core';

import type { RecordDoc } from '../../src-shared/domain/record.ts';

export function Face({ doc, size = 30 }: { doc: RecordDoc; size?: number }) {
  const photo = doc.fields['photo'];
  const src = typeof photo === 'string' && photo.startsWith('data:image/') ? photo : null;
  return (
    <Avatar
      src={src}
      name={initialsOf(doc.name)}
      size={size}
      radius="xl"
      alt=""
      aria-hidden
      styles={{ placeholder: colorsOf(doc.name) }}
    />
  );
}

/** Words that begin with a letter, so that e-mail addresses and emoji do not end up in the picture. */
function initialsOf(name: string): string {
  const words = name.split(/[\s@]+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].filter(Boolean).join(' ');
}

/** One of a few pairs that pass AA, the same for the same name. */
function colorsOf(name: string): { background: string; color: string; border: string } {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  const hue = (sum * 47) % 360;
  return { background: `hsl(${hue} 45% 88%)`, color: `hsl(${hue} 60% 22%)`, border: 'none' };
}
