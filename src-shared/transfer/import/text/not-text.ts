// Tells files that are no text at all: by their first bytes, or by what their text is of.

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

export function looksBinary(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 16));
  return magics.some((magic) => start.startsWith(magic));
}

const sampleLength = 64 * 1024;

/** More control characters than any text file has. */
export function looksLikeNoText(text: string): boolean {
  const sample = text.slice(0, sampleLength);
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
