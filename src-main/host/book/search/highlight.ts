// Shows why a record was found: the piece of its text with the matches marked.

import { otherSpellings, typedSpellings } from '../../../../src-shared/domain/find-words.ts';
import { foldText } from '../../../../src-shared/domain/fold.ts';
import { joined } from './sought.ts';
import { matchBegin, matchEnd, toReadable } from './text.ts';

const longest = 160;
const before = 40;
const tokens = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

type Span = { from: number; to: number };

/** A text, where it holds words that are looked for, and how many of them. */
type Best = { at: number; text: string; spans: readonly Span[]; count: number };

/** What is looked for, as it is compared: made once for all that is found. */
export type Wanted = {
  words: readonly string[];
  pairs: readonly string[];
  firsts: ReadonlySet<string | undefined>;
  count: number;
};

export function wantedOf(words: readonly string[]): Wanted {
  const plain = words.flatMap(plainTokens);
  return {
    words: plain,
    pairs: words.flatMap((word, at) => joined(word, words[at + 1])).flatMap(plainTokens),
    firsts: new Set(plain.map((word) => word[0])),
    count: words.length,
  };
}

/** Of the texts the one that holds most of the words: the first where several do. */
export function bestOf(texts: readonly string[], wanted: Wanted): Best {
  let best: Best = { at: 0, text: texts[0] ?? '', spans: [], count: 0 };
  for (const [at, text] of texts.entries()) {
    const { spans, count } = spansOf(text, wanted);
    if (count > best.count) best = { at, text, spans, count };
    if (count >= wanted.count) break;
  }
  return best;
}

/** The text with its matches marked, cut around the first one. */
export const highlightOf = ({ text, spans }: Best): string => mark(text, spans);

const plainTokens = (word: string): string[] =>
  typedSpellings(word).flatMap((one) => (one.match(tokens) ?? []).map(foldText));

function spansOf(text: string, { words, pairs, firsts }: Wanted): { spans: Span[]; count: number } {
  const spans: Span[] = [];
  const met = new Set<string>();
  const all = [...text.matchAll(tokens)];
  for (const { 0: token, index } of all) {
    // All spellings of a word begin with the same letter.
    if (!firsts.has(firstOf(token))) continue;
    const spellings = otherSpellings(token, true);
    const word = [...words, ...pairs]
      .filter((begin) => spellings.some((one) => one.startsWith(begin)))
      .reduce((longer, begin) => (begin.length > longer.length ? begin : longer), '');
    if (word === '') continue;
    met.add(word);
    spans.push({ from: index, to: index + marked(token, word).length });
  }
  for (const word of words) {
    const two = met.has(word) ? [] : inTwoTokens(all, word);
    if (two.some(({ from }) => spans.some((span) => span.from === from))) continue;
    if (two.length > 0) met.add(word);
    spans.push(...two);
  }
  return { spans: spans.toSorted((a, b) => a.from - b.from), count: met.size };
}

/** Most are plain. */
function firstOf(token: string): string | undefined {
  const first = token[0] ?? '';
  return first < '\u0080' ? first.toLowerCase() : foldText(token)[0];
}

/** A word that stands there as two, one after the other. */
function inTwoTokens(all: readonly RegExpExecArray[], word: string): Span[] {
  for (const [at, { 0: token, index }] of all.entries()) {
    const next = all[at + 1];
    if (firstOf(token) !== word[0]) continue;
    const begin = foldText(token);
    if (next === undefined || !word.startsWith(begin) || begin.length === word.length) continue;
    const rest = word.slice(begin.length);
    if (!otherSpellings(next[0], true).some((one) => one.startsWith(rest))) continue;
    const end = next.index + marked(next[0], rest).length;
    return [
      { from: index, to: index + token.length },
      { from: next.index, to: end },
    ];
  }
  return [];
}

/** The beginning of the token that folds to the word; all of it where lengths differ. */
function marked(token: string, word: string): string {
  const begin = token.slice(0, word.length);
  return foldText(begin) === word ? begin : token;
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
