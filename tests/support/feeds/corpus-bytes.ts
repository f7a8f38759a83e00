// Text to bytes in the encodings that old servers still write. Node decodes all of them
// and encodes few: the table is what the decoder says of every byte and pair of bytes.

export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'iso-8859-1'
  | 'windows-1252'
  | 'windows-1251'
  | 'windows-1255'
  | 'windows-1256'
  | 'shift_jis'
  | 'gbk';

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const letter = decoder.decode(new Uint8Array(bytes));
    if (Array.from(letter).length === 1 && letter !== '\ufffd' && !table.has(letter))
      table.set(letter, bytes);
  };
  for (let first = 0; first < 256; first += 1) add(first);
  if (encoding === 'shift_jis' || encoding === 'gbk')
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  tables.set(encoding, table);
  return table;
}

/** What the encoding has no letter for becomes a numeric reference, as servers do it. */
export function bytesOf(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const table = tableOf(encoding);
  const reference = (letter: string): number[] =>
    Array.from(`&#${letter.codePointAt(0)};`, (one) => one.charCodeAt(0));
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => table.get(letter) ?? reference(letter)),
  );
}
