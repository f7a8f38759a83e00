// Text in an old character set, from what its decoder says of each byte and pair of bytes.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();
const wide = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5']);

/** Throws for a letter that the set does not have. */
export function encodeAs(charset: string, text: string): Uint8Array {
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return new Uint8Array(
    Array.from(text).flatMap((letter) => {
      const bytes = letter < '\u0080' ? [letter.charCodeAt(0)] : table.get(letter);
      if (bytes === undefined) throw new Error(`${charset} has no ${letter}`);
      return bytes;
    }),
  );
}

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(charset);
  const take = (bytes: readonly number[]): void => {
    const text = decoder.decode(new Uint8Array(bytes));
    if (!text.includes('\ufffd') && Array.from(text).length === 1 && !table.has(text))
      table.set(text, bytes);
  };
  for (let lead = 0x80; lead < 0x100; lead++) take([lead]);
  if (wide.has(charset))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) take([lead, trail]);
  return table;
}
