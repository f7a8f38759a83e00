// The words of a mail that was written as a page. Only text is taken: nothing of it is drawn,
// run or fetched. What was quoted keeps a “>” before each line.

import { Parser } from 'htmlparser2';

import { parseInPieces } from '../feeds/in-pieces.ts';

const longestHtml = 2_000_000;
const longestText = 200_000;

const breaks = new Set(
  'p div section article header footer main table tr ul ol dl dt dd li pre h1 h2 h3 h4 h5 h6 hr address blockquote'.split(
    ' ',
  ),
);
/** Their content is not text. */
const silent = new Set(
  'script style template noscript svg math iframe object embed head title textarea select canvas audio video'.split(
    ' ',
  ),
);

export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  let depth = 0;
  let silence = 0;
  let quotes = 0;
  const end = (): void => {
    const words = line.replace(/[\s\u00a0]+/g, ' ').trim();
    line = '';
    if (words === '' && lines.at(-1)?.replace(/^(?:> ?)+/, '') === '') return;
    lines.push(quotes > 0 ? `${'> '.repeat(Math.min(quotes, 5))}${words}` : words);
  };
  const parser = new Parser({
    onopentag(tag) {
      depth += 1;
      if (silent.has(tag)) silence += 1;
      if (breaks.has(tag) && line.trim() !== '') end();
      if (tag === 'blockquote') quotes += 1;
      if (tag === 'br') end();
      if (tag === 'p') end();
      if (tag === 'td' || tag === 'th') line += ' ';
      if (tag === 'li') line += '- ';
    },
    ontext(words) {
      if (silence > 0 || length > longestText) return;
      length += words.length;
      line += words;
    },
    onclosetag(tag) {
      depth -= 1;
      if (silent.has(tag)) silence = Math.max(0, silence - 1);
      if (breaks.has(tag) && line.trim() !== '') end();
      if (tag === 'p') end();
      if (tag === 'blockquote') quotes = Math.max(0, quotes - 1);
    },
  });
  parseInPieces(parser, html.slice(0, longestHtml), () => depth);
  if (line.trim() !== '') end();
  return lines.join('\n').trim();
}
