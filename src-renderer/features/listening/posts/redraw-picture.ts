// Decodes a stranger's picture in this sandbox and redraws it at a limited size. Whatever
// else the file held (places, scripts, attacks on decoders) is left behind.

import { drawPicture } from '../../../ui/draw-picture.ts';

const longestSide = 1_200;

/** WebP; undefined where the bytes are no picture, or one with too many pixels. */
export const redrawPicture = (bytes: Uint8Array<ArrayBuffer>): Promise<Blob | undefined> =>
  drawPicture(bytes, longestSide, 'inside');
