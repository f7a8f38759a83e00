// The pre-pass over vCards of every version: unfolding, quoted-printable with its soft
// line breaks and charset (2.1), and cutting the file into cards, so that one broken
// card costs nobody else. Folding: RFC 6350 section 3.2; quoted-printable: RFC 2045 6.7.

import type { Place } from '../place.ts';

export type CardText = Place & {
  /** Unfolded content lines between BEGIN and END. */
  lines: string[];
  problem?: 'not-a-card' | 'card-unreadable' | 'file-truncated' | 'nested';
};

export const maxCardLength = 8 * 1024 * 1024;

/** Cards one after the other; text between them comes back as not-a-card. */
export function* readCards(text: string): Generator<CardText> {
  let card: CardText | undefined;
  let depth = 0;
  for (const { line, at, end, content } of contentLines(text)) {
    if (/^BEGIN\s*:\s*VCARD\s*$/i.test(content)) {
      depth += 1;
      if (card === undefined) card = { line, at, end, lines: [] };
      else card.problem = 'nested';
    } else if (/^END\s*:\s*VCARD\s*$/i.test(content)) {
      depth = Math.max(0, depth - 1);
      if (card !== undefined && depth === 0) {
        card.end = end;
        yield card;
        card = undefined;
      }
    } else if (card !== undefined) card.lines.push(content);
    else if (content.trim() !== '')
      yield { line, at, end, lines: [content], problem: 'not-a-card' };
  }
  if (card !== undefined) yield { ...card, problem: 'file-truncated' };
}

/** Logical lines with their place; `line` is that of the first physical one. */
function* contentLines(text: string): Generator<Place & { content: string }> {
  let [at, line] = [0, 1];
  let parts: string[] = [];
  let place = { line: 1, at: 0, end: 0 };
  let [isSoft, isPrintable] = [false, false];
  while (at <= text.length) {
    const end = endOfLine(text, at);
    const raw = text.slice(at, end);
    const isFolded = parts.length > 0 && (raw.startsWith(' ') || raw.startsWith('\t'));
    if (isSoft) parts.push(raw);
    else if (isFolded) parts.push(raw.slice(1));
    else {
      if (parts.length > 0) yield { ...place, content: parts.join('') };
      parts = [raw];
      place = { line, at, end };
      isPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(raw.slice(0, 200));
    }
    place.end = end;
    isSoft = isPrintable && raw.endsWith('=');
    if (isSoft) parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -1);
    if (end >= text.length) break;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    line += 1;
  }
  if (parts.length > 0) yield { ...place, content: parts.join('') };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) {
    const bare = text.indexOf('\r', from);
    return bare === -1 ? text.length : bare;
  }
  return feed > from && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** A 2.1 line as 3.0 writes it: bare parameters named, quoted-printable decoded, value escaped. */
export function modernLine(line: string): string {
  const colon = valueStart(line);
  if (colon === -1) return line;
  const [head = '', ...params] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const named = params.map((param) =>
    param.includes('=')
      ? param
      : /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i.test(param)
        ? `ENCODING=${param}`
        : `TYPE=${param}`,
  );
  const find = (name: string) =>
    named
      .find((param) => param.toUpperCase().startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replace(/^"|"$/g, '');
  const isPrintable = find('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE';
  const kept = named.filter(
    (param) => !/^(?:ENCODING=(?:QUOTED-PRINTABLE|[78]BIT)|CHARSET=)/i.test(param),
  );
  const text = isPrintable ? escapeBreaks(decodePrintable(value, find('CHARSET'))) : value;
  return `${[head.trim(), ...kept].join(';')}:${text}`;
}

/** Semicolons keep their meaning as separators; line breaks would end the line. */
const escapeBreaks = (text: string): string =>
  text.replace(/\r\n|\r|\n/g, '\\n').replace(/,/g, '\\,');

/** Position of the colon that ends the parameters, outside double quotes. */
export function valueStart(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ':' && !isQuoted) return at;
  }
  return line.indexOf(':');
}

function decodePrintable(text: string, charset: string | undefined): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at] === '=' ? Number.parseInt(text.slice(at + 1, at + 3), 16) : Number.NaN;
    if (/^=[0-9A-Fa-f]{2}/.test(text.slice(at, at + 3))) {
      bytes.push(code);
      at += 2;
    } else bytes.push(...encoder.encode(text[at] ?? ''));
  }
  return decoderOf(charset).decode(new Uint8Array(bytes));
}

function decoderOf(charset = 'utf-8') {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
