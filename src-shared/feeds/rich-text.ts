// HTML or plain text to paragraphs of words. Tags choose a paragraph's kind and a run's
// look; whatever else the HTML says is not kept, so nothing in it can run, load or style.

import { Parser } from 'htmlparser2';

import { linkAddress, webAddress } from './address.ts';
import type { Block, Media, Run } from './feed.ts';
import { parseInPieces } from './in-pieces.ts';
import { createParagraphs } from './paragraphs.ts';
import { oneLine, safeText } from './safe-words.ts';

export type RichText = { blocks: Block[]; pictures: Media[] };

/** Longest text of one item, in characters. */
const longestText = 20_000;
const longestHtml = 400_000;
const mostBlocks = 400;
const mostPictures = 20;

const blockKinds: { [tag: string]: Block['kind'] } = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'h'])),
  li: 'li',
  dt: 'li',
  dd: 'li',
  blockquote: 'quote',
  pre: 'pre',
};
const breaks = new Set(
  'p div section article header footer aside main figure figcaption table tr ul ol dl hr address details summary form fieldset'.split(
    ' ',
  ),
);
/** Their content is not text. */
const silent = new Set(
  'script style template noscript svg math iframe object embed head title textarea select option canvas audio video'.split(
    ' ',
  ),
);
const looks: { [tag: string]: Run['look'] } = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  code: 'code',
  kbd: 'code',
  samp: 'code',
};

/** `base`: absolute address that relative links are meant from. */
export function richTextOf(html: string, base: string): RichText {
  const text = html.slice(0, longestHtml);
  return /<[a-z!/]|&[a-z#\d]+;/i.test(text) ? fromHtml(text, base) : fromPlain(text);
}

function fromPlain(text: string): RichText {
  const paragraphs = safeText(text)
    .slice(0, longestText)
    .split(/\n\s*\n|\r\n\s*\r\n/);
  const blocks = paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .slice(0, mostBlocks)
    .map((paragraph): Block => ({ kind: 'p', runs: [{ text: paragraph.toWellFormed() }] }));
  return { blocks, pictures: [] };
}

function fromHtml(html: string, base: string): RichText {
  const paragraphs = createParagraphs(mostBlocks, longestText);
  const pictures: Media[] = [];
  const kinds: Block['kind'][] = [];
  const hrefs: (string | undefined)[] = [];
  const lookStack: Run['look'][] = [];
  let silence = 0;
  let depth = 0;

  const add = (words: string): void =>
    paragraphs.add(words, kinds.at(-1) ?? 'p', hrefs.at(-1), lookStack.at(-1));
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1;
      if (silent.has(tag)) silence += 1;
      if (silence > 0) return;
      const kind = blockKinds[tag];
      if (kind !== undefined) {
        paragraphs.end();
        kinds.push(kind);
      } else if (breaks.has(tag)) paragraphs.end();
      else if (tag === 'br' && kinds.at(-1) === 'pre') add('\n');
      else if (tag === 'br') paragraphs.end();
      else if (tag === 'a') hrefs.push(linkAddress(attributes['href'], base));
      else if (tag in looks) lookStack.push(looks[tag]);
      else if (tag === 'td' || tag === 'th') add(' ');
      else if (tag === 'img' && pictures.length < mostPictures)
        pictures.push(...pictureOf(attributes, base));
    },
    ontext(words) {
      if (silence === 0 && !paragraphs.isFull()) add(words);
    },
    onclosetag(tag) {
      depth -= 1;
      if (silent.has(tag)) silence = Math.max(0, silence - 1);
      if (silence > 0) return;
      if (tag in blockKinds) {
        paragraphs.end();
        kinds.pop();
      } else if (breaks.has(tag)) paragraphs.end();
      else if (tag === 'a') hrefs.pop();
      else if (tag in looks) lookStack.pop();
    },
  });
  parseInPieces(parser, html, () => depth);
  paragraphs.end();
  return { blocks: paragraphs.blocks, pictures };
}

/** Nothing for a tracking pixel. */
function pictureOf(attributes: { [name: string]: string }, base: string): Media[] {
  const url = webAddress(attributes['src'], base);
  const isDot = attributes['width'] === '1' || attributes['height'] === '1';
  const alt = oneLine(attributes['alt'] ?? '', 300);
  return url === '' || isDot ? [] : [{ url, alt, kind: 'picture' }];
}

/** HTML or text to words alone, for titles and names. */
export function wordsOf(html: string, longest: number): string {
  const { blocks } = richTextOf(html.slice(0, longest * 20), 'https://none.example');
  return oneLine(plainText(blocks), longest);
}

/** Paragraphs as text with a line for each. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
