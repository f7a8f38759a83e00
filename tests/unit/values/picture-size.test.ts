import { expect, test } from 'vitest';

import { pictureSize } from '../../../src-shared/values/picture-size.ts';
import { plainPng } from '../../support/records/plain-png.ts';
import { mutated } from '../../support/transfer/mutate.ts';
import { seededRandom, testSeed } from '../../support/seeded.ts';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as never, 'latin1' as never)));
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const pictures: [string, Buffer][] = [
  ['PNG', plainPng(300, 200)],
  ['GIF', bytes('GIF89a', [44, 1, 200, 0])],
  ['BMP', bytes('BM', zeros(16), [44, 1, 0, 0, 200, 0, 0, 0])],
  [
    'JPEG',
    bytes(
      [0xff, 0xd8, 0xff, 0xe1, 0, 6],
      'Exif',
      [0xff, 0xff, 0xc4, 0, 3, 0],
      [0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44],
    ),
  ],
  ['WebP, lossy', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [44, 1, 200, 0])],
  ['WebP, lossless', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(5), [0x2b, 0xc1, 0x31, 0])],
  ['WebP, extended', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [43, 1, 0, 199, 0, 0])],
  [
    'AVIF',
    bytes(
      zeros(4),
      'ftypavif',
      zeros(8),
      'ispe',
      [0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 100],
      'ispe',
      [0, 0, 0, 0, 0, 0, 1, 44, 0, 0, 0, 200],
    ),
  ],
];

test.each(pictures)('the size of a %s stands at its beginning', (_, picture) => {
  expect(pictureSize(picture)).toEqual({ width: 300, height: 200 });
});

test('what is no picture, or cut off, has no size, and nothing throws', () => {
  const random = seededRandom(testSeed);
  for (const [, picture] of pictures) {
    expect(pictureSize(picture.subarray(0, 8))).toBeUndefined();
    for (let times = 0; times < 2_000; times++) {
      const size = pictureSize(mutated(picture, random));
      expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
    }
  }
  for (const text of ['', '<svg width="9" height="9"/>', 'GIF', 'RIFF1234WEBPVP9 '])
    expect(pictureSize(Buffer.from(text))).toBeUndefined();
});
