// From a file's bytes to text: byte order mark, then strict UTF-8, then UTF-16 without
// a mark, then a mix of UTF-8 and Windows-1252 lines, then a guess from a sample.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { ImportRemark } from '../import-types.ts';

export type Decoded = { text: string; charset: string; remarks: ImportRemark[] };

export const maxFileBytes = 256 * 1024 * 1024;
const sampleBytes = 64 * 1024;

/** `charset` overrides the detection; an unknown one is bad-input. */
export async function decodeFile(
  pieces: readonly Uint8Array[],
  charset?: string,
): Promise<Result<Decoded>> {
  const size = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (size === 0) return fail('file-empty');
  if (size > maxFileBytes) return fail('file-too-large', { size, limit: maxFileBytes });
  const head = firstBytes(pieces, sampleBytes);
  const marked = charsetOfMark(head);
  const binary = marked === undefined && looksBinary(head);
  const chosen = charset ?? marked ?? (await detect(pieces, head, binary));
  if (chosen === undefined) return fail('file-not-text');
  if (chosen === 'mixed')
    return ok({
      text: decodeMixed(pieces),
      charset: 'utf-8',
      remarks: [{ code: 'mixed-encoding' }],
    });
  const text = decode(pieces, chosen);
  if (text === undefined) return fail('bad-input', { charset: chosen });
  if (looksLikeNoText(text)) return fail('file-not-text');
  const cleaned = text.includes('\0') ? text.replaceAll('\0', '') : text;
  if (cleaned.trim() === '') return fail('file-empty');
  return ok({ text: cleaned, charset: chosen, remarks: [] });
}

function firstBytes(pieces: readonly Uint8Array[], count: number): Uint8Array {
  const first = pieces[0];
  if (first !== undefined && first.byteLength >= count) return first.subarray(0, count);
  const head = new Uint8Array(
    Math.min(
      count,
      pieces.reduce((sum, piece) => sum + piece.byteLength, 0),
    ),
  );
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, head.length - at);
    head.set(part, at);
    at += part.length;
    if (at >= head.length) break;
  }
  return head;
}

function charsetOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** First bytes of archives, documents, images, programs and databases. */
const magics = [
  'PK\x03\x04',
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'SQLite format 3',
  '\x7fELF',
  'MZ\x90',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
  '\xd0\xcf\x11\xe0',
  'RIFF',
  'OggS',
  'ID3',
];

function looksBinary(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 16));
  return magics.some((magic) => start.startsWith(magic));
}

async function detect(
  pieces: readonly Uint8Array[],
  head: Uint8Array,
  binary: boolean,
): Promise<string | undefined> {
  if (binary) return undefined;
  const wide = wideCharset(head);
  if (wide !== undefined) return wide;
  if (isUtf8(pieces)) return 'utf-8';
  const sample = sampleAround(pieces, head);
  const { valid, invalid } = countSequences(sample);
  if (valid > 0 && valid >= invalid) return 'mixed';
  const { detect: guess } = await import('jschardet');
  const found = guess(sample as Parameters<typeof guess>[0]);
  const name = found.encoding?.toLowerCase() ?? '';
  if (found.confidence < 0.5 || name === 'ascii' || name === 'utf-8' || name === 'iso-8859-1')
    return 'windows-1252';
  return isKnown(name) ? name : 'windows-1252';
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
    for (const piece of pieces) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The part of the file that begins a little before the first byte that is not ASCII. */
function sampleAround(pieces: readonly Uint8Array[], head: Uint8Array): Uint8Array {
  for (const piece of pieces) {
    const at = piece.findIndex((byte) => byte > 127);
    if (at >= 0)
      return piece.subarray(Math.max(0, at - 1_000), Math.max(0, at - 1_000) + sampleBytes);
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

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

function decode(pieces: readonly Uint8Array[], charset: string): string | undefined {
  if (!isKnown(charset)) return undefined;
  const decoder = new TextDecoder(charset);
  let text = '';
  for (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** Line by line: strict UTF-8 where a line is that, else Windows-1252. */
function decodeMixed(pieces: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let filled = 0;
  for (const piece of pieces) {
    bytes.set(piece, filled);
    filled += piece.byteLength;
  }
  const strict = new TextDecoder('utf-8', { fatal: true });
  const legacy = new TextDecoder('windows-1252');
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      text += strict.decode(line);
    } catch {
      text += legacy.decode(line);
    }
    start = end;
  }
  return text.replaceAll('\0', '');
}

/** More control characters than any text file has. */
function looksLikeNoText(text: string): boolean {
  const sample = text.slice(0, sampleBytes);
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
      code === 0xfffd ||
      (code >= 0x7f && code < 0xa0)
    )
      odd += 1;
  }
  return odd > sample.length * 0.1;
}
