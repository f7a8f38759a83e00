// Codes are what is stored; what they are called is the reader's.

import type { Reader } from './field.ts';

export const wordOf = (code: string, reader: Reader): string => reader.wordOf?.(code) ?? code;

/** By its code, or by what it is called. */
export function foundIn<const C extends string>(
  codes: readonly C[],
  typed: string,
  reader: Reader,
): C | undefined {
  const word = typed.trim().toLowerCase();
  return codes.find((one) =>
    [one, wordOf(one, reader)].some((name) => name.toLowerCase() === word),
  );
}
