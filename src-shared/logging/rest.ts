// What is left of a line when what was understood has been cut out of it.

import type { Span } from './line-parts.ts';

/** `taken` in the order of the text; they may touch, and lie over each other. */
export function restOf(text: string, taken: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of [...taken, { from: text.length, to: text.length }]) {
    if (from > at) rest = joined(rest, text.slice(at, from), at === 0, from === text.length);
    at = Math.max(at, to);
  }
  return rest.trim();
}

/** Signs that only parted it from what was cut out go with that. */
function joined(before: string, piece: string, isFirst: boolean, isLast: boolean): string {
  const own = isFirst ? piece : piece.replace(/^[\s,;:.–-]+/u, '');
  const words = isLast ? own : own.replace(/[\s,;:–-]+$/u, '');
  if (words.trim() === '') return before;
  if (before === '') return words;
  if (/^[^\p{L}\p{N}]*\n/u.test(piece)) return `${before}\n${words}`;
  return /[.!?]$/.test(before) ? `${before} ${words}` : `${before}, ${words}`;
}
