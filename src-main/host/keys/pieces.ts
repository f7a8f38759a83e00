// Bytes that are encrypted piece by piece, so that any part can be read alone and more can be
// put behind. Each piece is sealed with its place and with whether it is the last, as in STREAM
// (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse
// Misuse-Resistance", 2015), but under a nonce of its own: the last piece of what is still
// coming is sealed again when more is there. Pieces in another order, left out or cut off do
// not open.

import { fstatSync, ftruncateSync, readSync, writeSync } from 'node:fs';

import { seal, sealedMore, unseal } from './vault.ts';

/** An open file whose pieces begin at `start`, under a key that is for this file alone. */
export type Pieces = { handle: number; start: number; key: Uint8Array };

const pieceBytes = 256 * 1024;
const sealedBytes = pieceBytes + sealedMore;

/** What is in `length` bytes of sealed pieces. */
export function bytesIn(length: number): number {
  const rest = length % sealedBytes;
  return Math.floor(length / sealedBytes) * pieceBytes + Math.max(0, rest - sealedMore);
}

export const bytesOf = ({ handle, start }: Pieces): number =>
  bytesIn(Math.max(0, fstatSync(handle).size - start));

/** Undefined where a piece was changed, or where the file was cut off. */
export function readPieces(
  pieces: Pieces,
  from: number,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  const size = bytesOf(pieces);
  const until = Math.min(size, from + length);
  // Of its own: what is handed to a window takes along all that lies in the same memory.
  const read = new Uint8Array(Math.max(0, until - from));
  let done = 0;
  for (let at = Math.floor(from / pieceBytes); at * pieceBytes < until || at === 0; at += 1) {
    const piece = readPiece(pieces, at, (at + 1) * pieceBytes >= size);
    if (piece === undefined) return undefined;
    const part = piece.subarray(
      Math.max(0, from - at * pieceBytes),
      Math.max(0, until - at * pieceBytes),
    );
    read.set(part, done);
    done += part.length;
  }
  return read;
}

/**
 * Puts bytes behind those that are there; `isLast` when no more will come. False where the end
 * of what is there was torn off: it goes back to what is whole.
 */
export function appendPieces(pieces: Pieces, bytes: Uint8Array, isLast: boolean): boolean {
  const size = bytesOf(pieces);
  // With nothing more to come the piece that seemed one of many is the last.
  const isOnlyEnd = isLast && bytes.length === 0 && size > 0;
  const first = Math.floor((isOnlyEnd ? size - 1 : size) / pieceBytes);
  const isBegun = size > first * pieceBytes;
  const begun = isBegun ? readPiece(pieces, first, false) : Buffer.alloc(0);
  ftruncateSync(pieces.handle, pieces.start + first * sealedBytes);
  if (begun === undefined) return false;
  const all = Buffer.concat([begun, bytes]);
  for (let at = 0; at < all.length || (at === 0 && isLast); at += pieceBytes) {
    const isEnd = isLast && at + pieceBytes >= all.length;
    writePiece(pieces, first + at / pieceBytes, all.subarray(at, at + pieceBytes), isEnd);
  }
  return true;
}

const aboutPiece = (at: number, isLast: boolean): string => `${at}${isLast ? ' last' : ''}`;

function readPiece({ handle, start, key }: Pieces, at: number, isLast: boolean) {
  const sealed = Buffer.alloc(sealedBytes);
  const read = readSync(handle, sealed, 0, sealedBytes, start + at * sealedBytes);
  return unseal(key, aboutPiece(at, isLast), sealed.subarray(0, read));
}

function writePiece({ handle, start, key }: Pieces, at: number, bytes: Buffer, isLast: boolean) {
  const sealed = seal(key, aboutPiece(at, isLast), bytes);
  for (let done = 0; done < sealed.length;)
    done += writeSync(handle, sealed, done, sealed.length - done, start + at * sealedBytes + done);
}
