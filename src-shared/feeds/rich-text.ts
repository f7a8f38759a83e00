// HTML or plain text to paragraphs of words. Tags choose a paragraph's kind and a run's
// look; whatever else the HTML says is not kept, so nothing in it can run, load or style.

import { Parser } from 'htmlparser2';

import { linkAddress, webAddress } from './address.ts';
import type { Block, Media, Run } from './feed.ts';
import { parseInPieces } from './in-pieces.ts';
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
/** Their text is no text. */
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

/** White space that is not one plain space. */
const manySpaces = /[^\S ]| {2}/;

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
  const blocks: Block[] = [];
  const pictures: Media[] = [];
  const kinds: Block['kind'][] = [];
  const hrefs: (string | undefined)[] = [];
  const lookStack: Run['look'][] = [];
  let block: Block | undefined;
  let silence = 0;
  let depth = 0;
  let room = longestText;

  const end = (): void => {
    if (block !== undefined) flatten(block);
    if (block !== undefined) trimEnd(block);
    if (block !== undefined && block.runs.length > 0 && blocks.length < mostBlocks)
      blocks.push(block);
    block = undefined;
  };
  const add = (words: string): void => {
    const kind = kinds.at(-1) ?? 'p';
    block ??= { kind, runs: [] };
    const last = block.runs.at(-1);
    const isSpaced = kind === 'pre' || !manySpaces.test(words);
    const spaced = isSpaced ? words : words.replace(/\s+/g, ' ');
    const isAfterSpace = last === undefined || /\s/.test(last.text.slice(-1));
    const text = safeText(isAfterSpace && kind !== 'pre' ? spaced.trimStart() : spaced).slice(
      0,
      room,
    );
    if (text === '') return;
    room -= text.length;
    const look = lookStack.at(-1);
    const href = hrefs.at(-1);
    if (last !== undefined && last.look === look && last.href === href) last.text += text;
    else
      block.runs.push({
        text,
        ...(href === undefined ? {} : { href }),
        ...(look === undefined ? {} : { look }),
      });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1;
      if (silent.has(tag)) silence += 1;
      if (silence > 0) return;
      const kind = blockKinds[tag];
      if (kind !== undefined) {
        end();
        kinds.push(kind);
      } else if (breaks.has(tag)) end();
      else if (tag === 'br' && kinds.at(-1) === 'pre') add('\n');
      else if (tag === 'br') end();
      else if (tag === 'a') hrefs.push(linkAddress(attributes['href'], base));
      else if (tag in looks) lookStack.push(looks[tag]);
      else if (tag === 'td' || tag === 'th') add(' ');
      else if (tag === 'img' && pictures.length < mostPictures) {
        const url = webAddress(attributes['src'], base);
        const isDot = attributes['width'] === '1' || attributes['height'] === '1';
        const alt = oneLine(attributes['alt'] ?? '', 300);
        if (url !== '' && !isDot) pictures.push({ url, alt, kind: 'picture' });
      }
    },
    ontext(words) {
      if (silence === 0 && room > 0) add(words);
    },
    onclosetag(tag) {
      depth -= 1;
      if (silent.has(tag)) silence = Math.max(0, silence - 1);
      if (silence > 0) return;
      if (tag in blockKinds) {
        end();
        kinds.pop();
      } else if (breaks.has(tag)) end();
      else if (tag === 'a') hrefs.pop();
      else if (tag in looks) lookStack.pop();
    },
  });
  parseInPieces(parser, html, () => depth);
  end();
  return { blocks, pictures };
}

/** Tags between the marks on a letter do not make them fewer. */
function flatten({ runs }: Block): void {
  let isAfterMark = false;
  for (const run of runs) {
    const text = safeText(run.text);
    run.text = isAfterMark ? text.replace(/^\p{M}+/u, '') : text;
    if (run.text !== '') isAfterMark = /\p{M}$/u.test(run.text.slice(-2));
  }
}

function trimEnd(block: Block): void {
  for (;;) {
    const last = block.runs.at(-1);
    if (last === undefined) return;
    last.text = last.text.trimEnd().toWellFormed();
    if (last.text !== '') return;
    block.runs.pop();
  }
}

/** HTML or text to words alone, for titles and names. */
export function wordsOf(html: string, longest: number): string {
  const { blocks } = richTextOf(html.slice(0, longest * 20), 'https://none.example');
  return oneLine(plainText(blocks), longest);
}

/** Paragraphs as text with a line for each. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
