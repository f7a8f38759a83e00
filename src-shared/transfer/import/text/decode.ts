// From a file's bytes to its text.

import { fail, ok, type Result } from '../../../domain/result.ts';
import type { ImportRemark } from '../../import-types.ts';
import { detectCharset, isKnown } from './detect-charset.ts';
import { looksLikeNoText } from './not-text.ts';

export type Decoded = { text: string; charset: string; remarks: ImportRemark[] };

export const maxFileBytes = 256 * 1024 * 1024;

/** `charset` overrides the detection; an unknown one is bad-input. */
export async function decodeFile(
  pieces: readonly Uint8Array[],
  charset?: string,
): Promise<Result<Decoded>> {
  const size = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (size === 0) return fail('file-empty');
  if (size > maxFileBytes) return fail('file-too-large', { size, limit: maxFileBytes });
  const chosen = charset ?? (await detectCharset(pieces));
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
