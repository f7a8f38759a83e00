// A list in one text. Spaces around a separator are taken off afterwards: a pattern that has
// them in it looks at a long row of spaces again from each of them.

/** In the order written, trimmed, without empty ones. */
export const splitList = (text: string, separator: RegExp | string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
