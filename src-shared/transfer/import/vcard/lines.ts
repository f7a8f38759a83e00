// The content lines of a file of vCards: unfolding (RFC 6350 section 3.2), quoted-printable
// with its soft line breaks (RFC 2045 6.7), and base64 that some write without folding it.

import type { Place } from '../place.ts';

export type ContentLine = Place & { content: string };

const printableHead = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i;
const base64Head = /^[^:]*;(?:ENCODING=)?(?:BASE64|B)(?:;[^:]*)?:/i;
const base64Rest = /^[A-Za-z0-9+/=]+\s*$/;

/** Logical lines with their place; `line` is that of the first physical one. */
export function* contentLines(text: string): Generator<ContentLine> {
  let [at, line] = [0, 1];
  let parts: string[] = [];
  let soft: string[] = [];
  let place = { line: 1, at: 0, end: 0 };
  let [isSoft, isPrintable, isBase64] = [false, false, false];
  const whole = (): string => {
    const first = parts.join('');
    return first + joinSoft(first.slice(first.indexOf(':') + 1), soft);
  };
  while (at <= text.length) {
    const end = endOfLine(text, at);
    const raw = text.slice(at, end);
    const isFolded = parts.length > 0 && (raw.startsWith(' ') || raw.startsWith('\t'));
    if (isSoft) soft.push(raw);
    else if (isFolded) parts.push(raw.slice(1));
    else if (isBase64 && base64Rest.test(raw)) parts.push(raw);
    else {
      if (parts.length > 0) yield { ...place, content: whole() };
      [parts, soft] = [[raw], []];
      place = { line, at, end };
      const head = raw.slice(0, 200);
      isPrintable = printableHead.test(head);
      isBase64 = base64Head.test(head);
    }
    place.end = end;
    isSoft = isPrintable && raw.endsWith('=');
    if (isSoft) {
      const last = soft.length > 0 ? soft : parts;
      last[last.length - 1] = (last.at(-1) ?? '').slice(0, -1);
    }
    if (end >= text.length) break;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    line += 1;
  }
  if (parts.length > 0) yield { ...place, content: whole() };
}

/**
 * Some programs fold what is broken softly already, and write blanks as =20: then each
 * line begins with a blank that is not meant, and there is no other.
 */
function joinSoft(value: string, soft: readonly string[]): string {
  const rest = soft.map((one) => one.slice(1));
  const isFolded =
    soft.every((one) => /^[ \t]/.test(one)) && ![value, ...rest].some((one) => /\s/.test(one));
  return (isFolded ? rest : soft).join('');
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) {
    const bare = text.indexOf('\r', from);
    return bare === -1 ? text.length : bare;
  }
  return feed > from && text[feed - 1] === '\r' ? feed - 1 : feed;
}
