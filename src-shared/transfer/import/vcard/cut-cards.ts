// Cuts a file into cards, so that one broken card costs nobody else.

import type { Place } from '../place.ts';
import { contentLines } from './lines.ts';

export type CardText = Place & {
  /** Unfolded content lines between BEGIN and END. */
  lines: string[];
  problem?: 'not-a-card' | 'file-truncated';
  /** Another card begins before its end: what there is of it is read. */
  isOpen?: boolean;
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

/** Cards one after the other; text between them comes back as not-a-card. */
export function* readCards(text: string): Generator<CardText> {
  let card: CardText | undefined;
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
        if (card !== undefined && card.lines.length > 0) yield { ...card, isOpen: true };
        card = { line, at, end, lines: [] };
      }
    } else if (card !== undefined) {
      card.end = end;
      takeLine(card.lines, content);
    } else if (content.trim() !== '')
      yield { line, at, end, lines: [content], problem: 'not-a-card' };
  }
  if (card !== undefined) yield { ...card, problem: 'file-truncated' };
}

/** A line that names nothing goes on with the text before it. */
function takeLine(lines: string[], content: string): void {
  const before = lines.at(-1) ?? '';
  if (content.trim() !== '' && !content.includes(':') && freeText.test(before))
    lines[lines.length - 1] = `${before}\\n${escaped(content)}`;
  else if (content.trim() !== '') lines.push(content);
}

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&');
