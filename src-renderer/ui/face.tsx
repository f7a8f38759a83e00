// A person's picture, or their initials on a colour that stays the same. Plain elements,
// because lists draw many at once.

import { t } from '@lingui/core/macro';
import { type CSSProperties, useEffect, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { PictureSize } from '../../src-shared/values/picture-size.ts';
import { initialsOf } from './initials.ts';
import { photoOf, smallPhoto } from './photo.ts';

type Props = { doc: RecordDoc; size?: number };

export function Face({ doc, size = 30 }: Props) {
  const photo = photoOf(doc);
  switch (photo.is) {
    case 'small':
      return <Picture src={photo.src} size={size} />;
    case 'large':
      return <SmallFace key={photo.src} doc={doc} src={photo.src} size={size} />;
    case 'too-large':
      return <Initials doc={doc} size={size} why={tooLargeWords(photo.size)} />;
    case 'none':
      return <Initials doc={doc} size={size} />;
  }
}

const tooLargeWords = ({ width, height }: PictureSize): string =>
  t`The photo has ${width} × ${height} pixels, too many to be shown. Choose a smaller one.`;

const boxOf = (size: number): CSSProperties => ({
  width: size,
  height: size,
  fontSize: size * 0.4,
});

const Picture = ({ src, size }: { src: string; size: number }) => (
  <img className="face" src={src} alt="" decoding="async" style={boxOf(size)} />
);

const Initials = ({ doc, size, why }: { doc: RecordDoc; size: number; why?: string }) => (
  <span className="face" aria-hidden title={why} style={{ ...boxOf(size), ...colorsOf(doc.name) }}>
    {initialsOf(doc)}
  </span>
);

/** Initials until the photo has been drawn small. */
function SmallFace({ doc, src, size }: { doc: RecordDoc; src: string; size: number }) {
  const [drawn, setDrawn] = useState<string>();
  useEffect(() => {
    let isShown = true;
    void smallPhoto(src).then((address) => isShown && setDrawn(address));
    return () => {
      isShown = false;
    };
  }, [src]);
  return drawn === undefined ? (
    <Initials doc={doc} size={size} />
  ) : (
    <Picture src={drawn} size={size} />
  );
}

/** One of a few pairs that pass AA, the same for the same name. */
function colorsOf(name: string): CSSProperties {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  const hue = (sum * 47) % 360;
  return { background: `hsl(${hue} 45% 88%)`, color: `hsl(${hue} 60% 22%)` };
}
