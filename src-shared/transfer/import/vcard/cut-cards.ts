// Cuts a file into cards, so that one broken card costs nobody else.

import type { Place } from '../place.ts';
import { contentLines } from './lines.ts';

export type CardText = Place & {
  /** Unfolded content lines between BEGIN and END. */
  lines: string[];
  problem?: 'not-a-card';
  /**
   * It has no end: another card begins, or the file ends, maybe in the middle of a line, which
   * is left out. What there is of it is read.
   */
  open?: 'by-another' | 'at-end' | 'in-line';
};

export const maxCardLength = 8 * 1024 * 1024;

const begins = /^BEGIN\s*:\s*VCARD\s*$/i;
const ends = /^END\s*:\s*VCARD\s*$/i;
/** Some that join files leave out the line break. */
const endsAndBegins = /^END\s*:\s*VCARD\s*\uFEFF?\s*BEGIN\s*:\s*VCARD\s*$/i;
/** Version 2.1 puts a whole card into another one, for who acts for somebody. */
const agent = /^(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*$/i;
/** What people write freely, and some programs with its line breaks as they are. */
const freeText = /^(?:[\w-]+\.)?(?:FN|N|NOTE|ADR|LABEL|ORG|TITLE|ROLE)[;:]/i;

/** Cards one after the other; text between them comes back as not-a-card. `isWhole`: no line is cut off. */
export function* readCards(text: string, isWhole = false): Generator<CardText> {
  let card: CardText | undefined;
  let lastLine = 0;
  let inner: string[] | undefined;
  for (const { line, at, end, content: raw } of contentLines(text)) {
    const content = raw.replace(/^\uFEFF+/, '');
    const isBoth = endsAndBegins.test(content);
    if (card !== undefined && inner !== undefined && !isBoth) {
      if (ends.test(content)) {
        card.lines.push(`X-AGENT:${inner.map(escaped).join('\\n')}`);
        inner = undefined;
      } else inner.push(content);
    } else if (isBoth || ends.test(content)) {
      if (card !== undefined) yield { ...card, end };
      card = isBoth ? { line, at, end, lines: [] } : undefined;
      inner = undefined;
    } else if (begins.test(content)) {
      if (card !== undefined && agent.test(card.lines.at(-1) ?? '')) {
        card.lines.pop();
        inner = [];
      } else {
        if (card !== undefined && card.lines.length > 0) yield { ...card, open: 'by-another' };
        card = { line, at, end, lines: [] };
      }
    } else if (card !== undefined) {
      card.end = end;
      lastLine = at;
      takeLine(card.lines, content);
    } else if (content.trim() !== '')
      yield { line, at, end, lines: [content], problem: 'not-a-card' };
  }
  if (card === undefined) return;
  const isCut = !isWhole && card.lines.length > 0 && !/[\r\n]$/.test(text);
  yield isCut
    ? { ...card, lines: card.lines.slice(0, -1), end: lastLine, open: 'in-line' }
    : { ...card, open: 'at-end' };
}

/** A line that names nothing goes on with the text before it. */
function takeLine(lines: string[], content: string): void {
  const before = lines.at(-1) ?? '';
  if (content.trim() !== '' && !content.includes(':') && freeText.test(before))
    lines[lines.length - 1] = `${before}\\n${escaped(content)}`;
  else if (content.trim() !== '') lines.push(content);
}

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&');
