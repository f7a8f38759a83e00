// A person's picture, or their initials on a colour that stays the same. Plain elements,
// because lists draw many at once.

import type { CSSProperties } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';

export function Face({ doc, size = 30 }: { doc: RecordDoc; size?: number }) {
  const photo = doc.fields['photo'];
  const box = { width: size, height: size, fontSize: size * 0.4 };
  if (typeof photo === 'string' && photo.startsWith('data:image/'))
    return <img className="face" src={photo} alt="" style={box} />;
  return (
    <span className="face" aria-hidden style={{ ...box, ...colorsOf(doc.name) }}>
      {initialsOf(doc.name)}
    </span>
  );
}

/** Words that begin with a letter, so that e-mail addresses and emoji do not end up in the picture. */
function initialsOf(name: string): string {
  const words = name.split(/[\s@]+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32).toUpperCase())
    .join('');
}

/** One of a few pairs that pass AA, the same for the same name. */
function colorsOf(name: string): CSSProperties {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  const hue = (sum * 47) % 360;
  return { background: `hsl(${hue} 45% 88%)`, color: `hsl(${hue} 60% 22%)` };
}
