// In which character set a file is written: its byte order mark, then strict UTF-8, then
// UTF-16 without a mark, then a mix of UTF-8 and Windows-1252 lines, then what old cards
// name themselves, then a guess from a sample.

import { guessCharset } from './guess-charset.ts';
import { looksBinary } from './not-text.ts';

const sampleBytes = 64 * 1024;

/** As TextDecoder calls it, or `mixed`; undefined for what is no text. */
export function detectCharset(pieces: readonly Uint8Array[]): string | undefined {
  const head = bytesFrom(pieces, 0, sampleBytes);
  const marked = charsetOfMark(head);
  if (marked !== undefined) return marked;
  if (looksBinary(head)) return undefined;
  const wide = wideCharset(head);
  if (wide !== undefined) return wide;
  if (isUtf8(pieces)) return 'utf-8';
  const sample = sampleAround(pieces, head);
  const { valid, invalid } = countSequences(sample);
  if (valid > 0 && valid >= invalid) return 'mixed';
  return charsetOfCards(sample) ?? guessCharset(sample);
}

/** Old cards may name it themselves, where their bytes are not written as =XX. */
function charsetOfCards(sample: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(sample);
  if (!/^BEGIN\s*:\s*VCARD/im.test(text)) return undefined;
  for (const [line, named = ''] of text.matchAll(/^[^:\n]*;CHARSET="?([\w-]+)[^:\n]*:.*$/gim)) {
    const isBytes = /[^\p{ASCII}]/u.test(line);
    if (isBytes && isKnown(named) && !/^utf-?8$/i.test(named)) return named.toLowerCase();
  }
  return undefined;
}

/** `count` of the file's bytes from one on, or as many as there are. */
function bytesFrom(pieces: readonly Uint8Array[], from: number, count: number): Uint8Array {
  const size = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  const bytes = new Uint8Array(Math.max(0, Math.min(count, size - from)));
  let start = 0;
  for (const piece of pieces) {
    const part = piece.subarray(Math.max(0, from - start), Math.max(0, from + count - start));
    bytes.set(part, Math.max(0, start - from));
    start += piece.byteLength;
    if (start >= from + count) break;
  }
  return bytes;
}

function charsetOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: mostly Latin text has a zero in every second byte. */
function wideCharset(head: Uint8Array): string | undefined {
  const even = head.length - (head.length % 2);
  if (even < 8) return undefined;
  let [zerosEven, zerosOdd] = [0, 0];
  for (let at = 0; at < even; at += 2) {
    if (head[at] === 0) zerosEven += 1;
    if (head[at + 1] === 0) zerosOdd += 1;
  }
  const pairs = even / 2;
  if (zerosOdd > pairs * 0.4 && zerosEven < pairs * 0.05) return 'utf-16le';
  if (zerosEven > pairs * 0.4 && zerosOdd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function isUtf8(pieces: readonly Uint8Array[]): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of pieces)
      for (let at = 0; at < piece.length; at += sampleBytes)
        decoder.decode(piece.subarray(at, at + sampleBytes), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The part of the file that begins a little before the first byte that is not ASCII. */
function sampleAround(pieces: readonly Uint8Array[], head: Uint8Array): Uint8Array {
  let before = 0;
  for (const piece of pieces) {
    const at = piece.findIndex((byte) => byte > 127);
    if (at >= 0) return bytesFrom(pieces, Math.max(0, before + at - 1_000), sampleBytes);
    before += piece.byteLength;
  }
  return head;
}

/** How many non-ASCII sequences are well-formed UTF-8 and how many bytes are not. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let [valid, invalid, at] = [0, 0, 0];
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    const isWhole =
      length > 1 && bytes.subarray(at + 1, at + length).every((next) => (next & 0xc0) === 0x80);
    if (isWhole) valid += 1;
    else if (length !== 1) invalid += 1;
    at += isWhole ? length : 1;
  }
  return { valid, invalid };
}

/** Whether there is a decoder for it. */
export function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
