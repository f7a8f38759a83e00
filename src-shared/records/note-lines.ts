// Notes as lines: what came from one record to another is known by its lines.

const framed = (text: string): string => `\n${text}\n`;

export const hasLines = (note: string, lines: string): boolean =>
  framed(note).includes(framed(lines));

/** How often lines stand in a note, each time as a whole. */
export function countLines(note: string, lines: string): number {
  if (note === '' || lines === '') return 0;
  const [text, wanted] = [framed(note), framed(lines)];
  let count = 0;
  // The end of one is the beginning of the next.
  for (let at = text.indexOf(wanted); at !== -1; count++)
    at = text.indexOf(wanted, at + wanted.length - 1);
  return count;
}

/** What stands before and after them; where they stand more than once, the last. */
export function aroundLines(note: string, lines: string): [string[], string[]] | undefined {
  const at = lines === '' ? -1 : framed(note).lastIndexOf(framed(lines));
  if (at === -1) return undefined;
  const before = note.slice(0, Math.max(at - 1, 0));
  const after = note.slice(at + lines.length + 1);
  return [at === 0 ? [] : [before], at + lines.length >= note.length ? [] : [after]];
}
