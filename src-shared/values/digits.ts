// Digits of other scripts, as keyboards and programs of their countries write them.

/** Where the noughts of scripts stand (Unicode, general category Nd). */
const noughts = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

const asciiOf = new Map(
  noughts.flatMap((nought) =>
    Array.from({ length: 10 }, (_, at) => [String.fromCodePoint(nought + at), String(at)] as const),
  ),
);

const others = new RegExp(`[${[...asciiOf.keys()].join('')}]`, 'gu');

/** The same text with the digits 0 to 9: Arabic, Persian, Devanagari, Bengali, full width. */
export const withPlainDigits = (text: string): string =>
  text.replace(others, (digit) => asciiOf.get(digit) ?? digit);
