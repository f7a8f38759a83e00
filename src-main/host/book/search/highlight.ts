// Shows why a record was found: the piece of its text with the matches marked.

import { otherSpellings, typedSpellings } from '../../../../src-shared/domain/find-words.ts';
import { plainText } from '../../../../src-shared/domain/fold.ts';
import { matchBegin, matchEnd, toReadable } from './text.ts';

const longest = 160;
const before = 40;
const tokens = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

type Span = { from: number; to: number };

/** A text, where it holds words that are looked for, and how many of them. */
type Best = { at: number; text: string; spans: readonly Span[]; count: number };

/** Of the texts the one that holds most of the words: the first where several do. */
export function bestOf(texts: readonly string[], words: readonly string[]): Best {
  const wanted = words.flatMap((word) =>
    typedSpellings(word).flatMap((one) => (one.match(tokens) ?? []).map(plainText)),
  );
  let best: Best = { at: 0, text: texts[0] ?? '', spans: [], count: 0 };
  for (const [at, text] of texts.entries()) {
    const { spans, count } = spansOf(text, wanted);
    if (count > best.count) best = { at, text, spans, count };
  }
  return best;
}

/** The text with its matches marked, cut around the first one. */
export const highlightOf = ({ text, spans }: Best): string => mark(text, spans);

function spansOf(text: string, wanted: readonly string[]): { spans: Span[]; count: number } {
  const spans: Span[] = [];
  const met = new Set<string>();
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const spellings = otherSpellings(token, true);
    const word = wanted
      .filter((begin) => spellings.some((one) => one.startsWith(begin)))
      .reduce((longer, begin) => (begin.length > longer.length ? begin : longer), '');
    if (word === '') continue;
    met.add(word);
    spans.push({ from: index, to: index + marked(token, word).length });
  }
  return { spans, count: met.size };
}

/** The beginning of the token that folds to the word; all of it where lengths differ. */
function marked(token: string, word: string): string {
  const begin = token.slice(0, word.length);
  return plainText(begin) === word ? begin : token;
}

function mark(text: string, spans: readonly Span[]): string {
  const first = spans[0]?.from ?? 0;
  const from = text.length <= longest ? 0 : wordStart(text, Math.max(0, first - before));
  const to = Math.min(text.length, from + longest);
  let shown = from > 0 ? '…' : '';
  let at = from;
  for (const span of spans) {
    if (span.to > to) break;
    shown += `${text.slice(at, span.from)}${matchBegin}${text.slice(span.from, span.to)}${matchEnd}`;
    at = span.to;
  }
  shown += text.slice(at, to) + (to < text.length ? '…' : '');
  return toReadable(shown.toWellFormed());
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return at === 0 || space === -1 || space > at + before ? at : space + 1;
}
