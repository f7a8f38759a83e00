// The text of a file of any size. It is held as bytes and decoded where it is read, a piece
// at a time: as one string a file of letters beyond Latin-1 takes twice its size.

/** What is read of a text; a string is one, too. Positions are characters from 0. */
export type FileText = {
  readonly length: number;
  slice(from: number, to?: number): string;
  /** `wanted` is a single character. */
  indexOf(wanted: string, from?: number): number;
};

/** UTF-8 that is text by itself, and how many characters it is. */
export type TextPiece = { bytes: Uint8Array; length: number };

/** Pieces whose text is kept for whoever reads on. */
const mostDecoded = 32;

export function createFileText(pieces: Iterable<TextPiece>): FileText {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const held: Uint8Array[] = [];
  const starts: number[] = [];
  let total = 0;
  for (const { bytes, length } of pieces) {
    if (length === 0) continue;
    held.push(bytes);
    starts.push(total);
    total += length;
  }
  const decoded = new Map<number, string>();
  const textOf = (piece: number): string => {
    const text = decoded.get(piece) ?? decoder.decode(held[piece]);
    decoded.delete(piece);
    decoded.set(piece, text);
    const oldest = decoded.keys().next();
    if (decoded.size > mostDecoded && !oldest.done) decoded.delete(oldest.value);
    return text;
  };
  return {
    length: total,
    slice(from, to = total) {
      const parts: string[] = [];
      for (let piece = pieceAt(starts, from); (starts[piece] ?? to) < to; piece++) {
        const start = starts[piece] ?? 0;
        parts.push(textOf(piece).slice(Math.max(0, from - start), to - start));
      }
      return parts.join('');
    },
    indexOf(wanted, from = 0) {
      for (let piece = pieceAt(starts, from); piece < starts.length; piece++) {
        const start = starts[piece] ?? 0;
        const found = textOf(piece).indexOf(wanted, Math.max(0, from - start));
        if (found !== -1) return start + found;
      }
      return -1;
    },
  };
}

/** The last piece that begins at or before a character. */
function pieceAt(starts: readonly number[], character: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  return low;
}
