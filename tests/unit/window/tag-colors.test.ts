// Every colour of a tag can be read, on light and on dark.

import { expect, test } from 'vitest';

import { type TagShade, tagShades } from '../../../src-renderer/ui/tag-colors.ts';

const grounds = { light: '#ffffff', dark: '#1e2526' };

/** Of WCAG 2. */
function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const all = (['light', 'dark'] as const).flatMap((scheme) =>
  Object.entries(tagShades[scheme]).map(([color, shade]): [string, string, TagShade] => [
    scheme,
    color,
    shade,
  ]),
);

test.each(all)('on %s, %s', (scheme, _color, { ground, ink }) => {
  expect(contrast(ground, ink)).toBeGreaterThanOrEqual(7);
  // The dot beside words elsewhere.
  expect(contrast(grounds[scheme as 'light' | 'dark'], ink)).toBeGreaterThanOrEqual(4.5);
});
