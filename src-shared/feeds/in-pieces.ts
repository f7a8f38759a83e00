// Tags in tags in tags: the parser looks through all that are open for each, so that a
// text of a megabyte can cost minutes. Nobody who writes to be read goes so deep.

import type { Parser } from 'htmlparser2';

/** Room for as many items that a feed forgets to close as are kept, and what is open in each. */
const deepest = 2_000;
const pieceLength = 4_096;

/** Has all of `text` parsed, or its beginning where it goes too deep. `depth`: tags open now. */
export function parseInPieces(parser: Parser, text: string, depth: () => number): void {
  let at = 0;
  while (at < text.length && depth() <= deepest) {
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(at + pieceLength - 1));
    const next = at + pieceLength + (isHalf ? 1 : 0);
    parser.write(text.slice(at, next));
    at = next;
  }
  parser.end();
}
