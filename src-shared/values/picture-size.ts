// How many pixels a picture has, read from the beginning of its file: nothing is decoded,
// which for a small file may take a gigabyte.

export type PictureSize = { width: number; height: number };

/** Undefined for what is not one of PNG, JPEG, GIF, WebP, BMP and AVIF, or has no size. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readers.map((read) => read(view)).find((one) => one !== undefined);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // Cut off before its size.
    return undefined;
  }
}

type Reader = (view: DataView) => PictureSize | undefined;

const textAt = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, offset) => view.getUint8(at + offset)));

const png: Reader = (view) =>
  textAt(view, 1, 3) === 'PNG'
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;

const gif: Reader = (view) =>
  textAt(view, 0, 4) === 'GIF8'
    ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : undefined;

const bmp: Reader = (view) =>
  textAt(view, 0, 2) === 'BM'
    ? { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    : undefined;

/** The frame header (SOF) says it; the segments before it say how long they are. */
const jpeg: Reader = (view) => {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
};

const webp: Reader = (view) => {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return undefined;
  switch (textAt(view, 12, 4)) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const side = (at: number): number =>
        view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
      return { width: side(24), height: side(27) };
    }
    default:
      return undefined;
  }
};

const longestHead = 64 * 1024;

/** The largest of all that its boxes `ispe` say: pieces, and the whole made of them. */
const avif: Reader = (view) => {
  if (textAt(view, 4, 4) !== 'ftyp') return undefined;
  let size: PictureSize | undefined;
  const end = Math.min(view.byteLength - 16, longestHead);
  for (let at = 0; at <= end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (size === undefined || width * height > size.width * size.height) size = { width, height };
  }
  return size;
};

const readers: readonly Reader[] = [png, jpeg, gif, webp, bmp, avif];
