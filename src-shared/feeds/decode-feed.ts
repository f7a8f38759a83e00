// A feed's bytes to text: byte order mark, then UTF-8 where the bytes are that, whatever
// is said of them, then what the server or the file says, then Windows-1252.
// RFC 7303 lets the server win; servers lie more often than bytes do.

import { fail, ok, type Result } from '../domain/result.ts';

export function decodeFeed(bytes: Uint8Array, contentType = ''): Result<string> {
  if (bytes.length === 0) return fail('feed-empty');
  const marked = charsetOfMark(bytes);
  const said = marked ?? charsetIn(contentType) ?? charsetIn(ascii(bytes.subarray(0, 400)));
  const wide = marked ?? wideCharset(bytes);
  const text =
    wide === undefined ? (strictUtf8(bytes) ?? decode(bytes, said)) : decode(bytes, wide);
  const clean = text.replaceAll('\0', '');
  return clean.trim() === '' ? fail('feed-empty') : ok(clean);
}

function charsetOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** `<?` in two-byte characters without a mark. */
function wideCharset([a, b]: Uint8Array): string | undefined {
  if (a === 0x3c && b === 0) return 'utf-16le';
  return a === 0 && b === 0x3c ? 'utf-16be' : undefined;
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const charsetIn = (words: string): string | undefined =>
  /(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})/i.exec(words)?.[1];

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, charset = 'windows-1252'): string {
  try {
    // Said to be UTF-8 and not: a page of the old Western kind, most of the time.
    const isUtf8 = /^utf-?8$/i.test(charset) && charsetOfMark(bytes) === undefined;
    return new TextDecoder(isUtf8 ? 'windows-1252' : charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
