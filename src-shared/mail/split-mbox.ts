// Cuts an mbox into its messages while it comes in, so that a file of any size needs the room
// of one message. Understood are the kinds in use: mboxrd and mboxo (“>From ” within a
// message) and mboxcl (Content-Length). A line that begins like a separator but does not say
// when counts as text.

import { asciiOf, isFromLine } from './looks-like-mail.ts';
import { largestMail } from './mail-types.ts';

export type RawMail =
  | { bytes: Uint8Array; size: number; /** ms since 1970, by the separator. */ at?: number }
  /** Larger than is read. */
  | { bytes: undefined; size: number };

export type MboxSplitter = {
  put(piece: Uint8Array): RawMail[];
  end(): RawMail[];
};

const newline = 10;
const [letterF, angle] = [70, 62];
const longestHead = 256 * 1024;

export function splitMbox(largest = largestMail): MboxSplitter {
  /** What is not cut yet; `start` of its first message, behind the separator. */
  let held = new Uint8Array(0);
  let next = 0;
  let at: number | undefined;
  let isOpen = false;
  let dropped = 0;
  /** Up to there a separator is part of the message. */
  let bound: number | undefined;

  const open = (line: string, after: number): void => {
    held = held.subarray(after);
    next = 0;
    const said = Date.parse(dateOfSeparator(line));
    at = Number.isNaN(said) ? undefined : said;
    isOpen = true;
    dropped = 0;
    bound = undefined;
  };
  const message = (until: number): RawMail[] => {
    if (!isOpen) return [];
    const size = dropped + until;
    if (dropped > 0 || until > largest) return [{ bytes: undefined, size }];
    if (until === 0) return [];
    const bytes = unquoted(withoutLastBreak(held.subarray(0, until)));
    return bytes.length === 0 ? [] : [{ bytes, size, ...(at === undefined ? {} : { at }) }];
  };
  const scan = (isLast: boolean): RawMail[] => {
    const cut: RawMail[] = [];
    for (;;) {
      if (isOpen && bound === undefined && dropped === 0) {
        bound = endByLength(held, largest, isLast);
        if (bound === undefined) break;
      }
      const end = held.indexOf(newline, next);
      if (end === -1 && !isLast) break;
      const lineEnd = end === -1 ? held.length : end + 1;
      if (lineEnd <= next) break;
      const isCandidate = held[next] === letterF && next >= (bound ?? 0);
      const line = isCandidate ? asciiOf(held.subarray(next, Math.min(lineEnd, next + 400))) : '';
      if (isCandidate && isFromLine(line)) {
        cut.push(...message(next));
        open(line, lineEnd);
      } else next = lineEnd;
    }
    return cut;
  };
  return {
    put: (piece) => {
      held = joined(held, piece);
      const cut = scan(false);
      // Of what is too large only the line that has begun is kept.
      if (next > largest) {
        dropped += next;
        held = held.slice(next);
        next = 0;
        bound = undefined;
      }
      return cut;
    },
    end: () => {
      const cut = scan(true);
      cut.push(...message(held.length));
      held = new Uint8Array(0);
      isOpen = false;
      return cut;
    },
  };
}

const dateOfSeparator = (line: string): string =>
  line
    .replace(/^From \S*\s*/, '')
    .replace(/\b(\d{1,2}:\d{2}(?::\d{2})?)\s+([+-]\d{4})\s+(\d{4})/, '$1 $3 $2');

/** Believed only where another message, or the end of the file, stands right there. */
function endByLength(held: Uint8Array, largest: number, isLast: boolean): number | undefined {
  const body = bodyBegin(held);
  if (body === undefined) return isLast || held.length >= longestHead ? 0 : undefined;
  const said = /^content-length:[ \t]*(\d{1,9})[ \t]*\r?$/im.exec(asciiOf(held.subarray(0, body)));
  if (said === null) return 0;
  const end = body + Number(said[1]);
  if (end > largest) return 0;
  if (held.length < end + 8) return isLast ? (end <= held.length ? end : 0) : undefined;
  return /^(?:\r?\n){0,2}From /.test(asciiOf(held.subarray(end, end + 16))) ? end : 0;
}

/** Behind the empty line that ends the head. */
function bodyBegin(held: Uint8Array): number | undefined {
  for (let at = held.indexOf(newline); at !== -1; at = held.indexOf(newline, at + 1)) {
    if (at > longestHead) return undefined;
    if (held[at + 1] === newline) return at + 2;
    if (held[at + 1] === 13 && held[at + 2] === newline) return at + 3;
  }
  return undefined;
}

function withoutLastBreak(bytes: Uint8Array): Uint8Array {
  const last = bytes.length - 1;
  if (bytes[last] !== newline || bytes[last - 1] !== newline) return bytes;
  return bytes.subarray(0, last);
}

/** “>From ” was “From ” before it was filed. */
function unquoted(bytes: Uint8Array): Uint8Array {
  const gone: number[] = [];
  for (let at = bytes.indexOf(angle); at !== -1; at = bytes.indexOf(angle, at + 1)) {
    if (at > 0 && bytes[at - 1] !== newline) continue;
    let after = at;
    while (bytes[after] === angle) after += 1;
    if (asciiOf(bytes.subarray(after, after + 5)) === 'From ') gone.push(at);
    at = after - 1;
  }
  if (gone.length === 0) return bytes;
  const kept = new Uint8Array(bytes.length - gone.length);
  let [from, to] = [0, 0];
  for (const cut of [...gone, bytes.length]) {
    kept.set(bytes.subarray(from, cut), to);
    to += cut - from;
    from = cut + 1;
  }
  return kept;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
