// From a file's bytes to its text.

import { fail, ok, type Result } from '../../../domain/result.ts';
import type { ImportRemark } from '../../import-types.ts';
import { detectCharset, isKnown } from './detect-charset.ts';
import { createFileText, type FileText, type TextPiece } from './file-text.ts';
import { looksLikeNoText } from './not-text.ts';
import { cutUtf8 } from './utf8.ts';

export type Decoded = {
  text: FileText;
  charset: string;
  /** Some words by which to see whether a guess at the character set is right. */
  letters: string[];
  remarks: ImportRemark[];
};

export const maxFileBytes = 256 * 1024 * 1024;

/** `charset` overrides the detection; an unknown one is bad-input. */
export async function decodeFile(
  pieces: readonly Uint8Array[],
  charset?: string,
): Promise<Result<Decoded>> {
  const size = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (size === 0) return fail('file-empty');
  if (size > maxFileBytes) return fail('file-too-large', { size, limit: maxFileBytes });
  const chosen = charset ?? detectCharset(pieces);
  if (chosen === undefined) return fail('file-not-text');
  if (chosen === 'mixed')
    return ok({
      text: createFileText(encoded(decodeMixed(pieces))),
      charset: 'utf-8',
      letters: [],
      remarks: [{ code: 'mixed-encoding' }],
    });
  if (!isKnown(chosen)) return fail('bad-input', { charset: chosen });
  const found: Found = { beginning: '', isBlank: true, letters: new Set() };
  const isUtf8 = new TextDecoder(chosen).encoding === 'utf-8';
  const made = isUtf8 ? asItIs(pieces, found) : encoded(noting(decoded(pieces, chosen), found));
  const text = createFileText(made);
  if (looksLikeNoText(found.beginning)) return fail('file-not-text');
  if (found.isBlank) return fail('file-empty');
  return ok({ text, charset: chosen, letters: isUtf8 ? [] : [...found.letters], remarks: [] });
}

/** What is found out about a text on the way. */
type Found = { beginning: string; isBlank: boolean; letters: Set<string> };

const mostLetters = 5;

function note(found: Found, text: string): void {
  if (found.beginning.length < atOnce) found.beginning += text;
  found.isBlank &&= text.replaceAll('\0', '').trim() === '';
}

function noteLetters({ letters }: Found, text: string): void {
  for (const [word] of text.matchAll(/[\p{L}\p{M}]*(?!\p{ASCII})\p{L}[\p{L}\p{M}]*/gu)) {
    letters.add(word.slice(0, 40));
    if (letters.size >= mostLetters) return;
  }
}

/** UTF-8 stays the bytes that it is, without its byte order mark and zeros. */
function* asItIs(pieces: readonly Uint8Array[], found: Found): Generator<TextPiece> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isFirst = true;
  for (const piece of cutUtf8(pieces, atOnce)) {
    const bytes = isFirst && hasMark(piece) ? piece.subarray(3) : piece;
    isFirst = false;
    const text = decoder.decode(bytes);
    note(found, text);
    if (bytes.includes(0)) yield* encoded([text]);
    else yield { bytes, length: text.length };
  }
}

const hasMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf;

function* noting(texts: Iterable<string>, found: Found): Generator<string> {
  for (const text of texts) {
    note(found, text);
    if (found.letters.size < mostLetters) noteLetters(found, text);
    yield text;
  }
}

/** Zeros in it are left out. */
function* encoded(texts: Iterable<string>): Generator<TextPiece> {
  const encoder = new TextEncoder();
  for (const text of texts) {
    const kept = text.replaceAll('\0', '');
    yield { bytes: encoder.encode(kept), length: kept.length };
  }
}

/** Read so much at a time: bytes, or characters. */
const atOnce = 64 * 1024;

function* decoded(pieces: readonly Uint8Array[], charset: string): Generator<string> {
  const decoder = new TextDecoder(charset);
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += atOnce)
      yield decoder.decode(piece.subarray(at, at + atOnce), { stream: true });
  yield decoder.decode();
}

/** Line by line: strict UTF-8 where a line is that, else Windows-1252. */
function* decodeMixed(pieces: readonly Uint8Array[]): Generator<string> {
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
    if (text.length < atOnce && start < bytes.length) continue;
    yield text;
    text = '';
  }
}
