// A person's photo as it may be drawn: a small one as it is, a large one redrawn small, one
// with too many pixels not at all.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { pictureSize, type PictureSize } from '../../src-shared/values/picture-size.ts';
import { drawPicture, isTooLarge } from './draw-picture.ts';

export type Photo =
  | { is: 'none' }
  | { is: 'small'; src: string }
  | { is: 'large'; src: string }
  | { is: 'too-large'; size: PictureSize };

/** What is drawn in no time, whatever it shows. */
const fewPixels = 500_000;
const none: Photo = { is: 'none' };

const photoBy = new WeakMap<RecordDoc, Photo>();

export function photoOf(doc: RecordDoc): Photo {
  const known = photoBy.get(doc);
  if (known !== undefined) return known;
  const photo = readPhoto(doc.fields['photo']);
  photoBy.set(doc, photo);
  return photo;
}

function readPhoto(src: unknown): Photo {
  if (typeof src !== 'string' || !src.startsWith('data:image/')) return none;
  const bytes = bytesOf(src);
  const size = bytes && pictureSize(bytes);
  if (size === undefined) return none;
  if (isTooLarge(size)) return { is: 'too-large', size };
  return { is: size.width * size.height > fewPixels ? 'large' : 'small', src };
}

function bytesOf(src: string): Uint8Array<ArrayBuffer> | undefined {
  const comma = src.indexOf(',');
  if (!src.slice(0, comma).endsWith(';base64')) return undefined;
  try {
    return Uint8Array.from(atob(src.slice(comma + 1)), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Pixels a side: sharp at twice the size that faces have. */
const side = 128;
const mostKept = 300;
const drawn = new Map<string, Promise<string | undefined>>();

/** An address of the photo drawn small; undefined where it cannot be. */
export function smallPhoto(src: string): Promise<string | undefined> {
  const known = drawn.get(src);
  if (known !== undefined) return known;
  const bytes = bytesOf(src);
  const made =
    bytes === undefined ? Promise.resolve(undefined) : drawPicture(bytes, side, 'inside');
  const address = made.then((blob) => (blob === undefined ? undefined : URL.createObjectURL(blob)));
  drawn.set(src, address);
  for (const [eldest, old] of drawn) {
    if (drawn.size <= mostKept) break;
    drawn.delete(eldest);
    void old.then((one) => one !== undefined && URL.revokeObjectURL(one));
  }
  return address;
}
