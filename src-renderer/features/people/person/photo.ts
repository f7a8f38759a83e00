// A picture file becomes a small square that travels inside the record.

import { toBase64 } from '../../../../src-shared/records/base64.ts';
import { drawPicture } from '../../../ui/draw-picture.ts';

/** Pixels a side; some 20 KiB as JPEG. */
const side = 256;

/** A `data:` address; undefined where the file is no picture that can be shown. */
export async function readPhoto(file: File): Promise<string | undefined> {
  const drawn = await drawPicture(new Uint8Array(await file.arrayBuffer()), side, 'square');
  if (drawn === undefined) return undefined;
  const bytes = new Uint8Array(await drawn.arrayBuffer());
  return `data:${drawn.type};base64,${toBase64(bytes)}`;
}
