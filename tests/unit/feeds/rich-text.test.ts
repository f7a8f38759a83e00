// HTML of strangers as paragraphs of words.
import { describe, expect, test } from 'vitest';

import { plainText, richTextOf } from '../../../src-shared/feeds/rich-text.ts';

const base = 'https://ada.example/';
const blocksOf = (html: string) => richTextOf(html, base).blocks;
const wordsOf = (html: string) => plainText(blocksOf(html));

describe('rich text', () => {
  test('white space is one space, also where tags stand between', () => {
    expect(
      wordsOf('<p> One\n\t<b> two </b> <i> three</i>&nbsp;\n</p>\n\n<p>  </p><p>four</p>'),
    ).toBe('One two three\nfour');
  });

  test('a listing keeps its lines and its spaces', () => {
    expect(blocksOf('<p>See</p><pre>if (a)\n  b();<br>else c();\n</pre>')).toEqual([
      { kind: 'p', runs: [{ text: 'See' }] },
      { kind: 'pre', runs: [{ text: 'if (a)\n  b();\nelse c();' }] },
    ]);
  });

  test('words of one look are one run, whatever they are written as', () => {
    expect(blocksOf('<p>a &amp; b <b>c &lt; d</b> <a href="/e">e</a></p>')).toEqual([
      {
        kind: 'p',
        runs: [
          { text: 'a & b ' },
          { text: 'c < d', look: 'strong' },
          { text: ' ' },
          { text: 'e', href: 'https://ada.example/e' },
        ],
      },
    ]);
  });

  test('marks pile up on no letter, with or without tags between them', () => {
    const marks = '\u0301'.repeat(9);
    expect(wordsOf(`<p>e${marks}</p>`)).toBe(`e${'\u0301'.repeat(4)}`);
    expect(wordsOf(`<p>e${marks}<b>${marks}x</b></p>`)).toBe(`e${'\u0301'.repeat(4)}x`);
  });

  test('what turns or hides words is gone, also half of it at a cut', () => {
    expect(wordsOf('<p>a\u202eb\u0000c\ufeffd</p>')).toBe('abcd');
    const text = wordsOf(`<p>${'x'.repeat(19_999)}😀😀</p><p>more</p>`);
    expect(text).toHaveLength(20_000);
    expect(text.isWellFormed()).toBe(true);
  });

  test('of a text without end the beginning is kept', () => {
    expect(wordsOf(`<p>${'word '.repeat(70_000)}</p>`).length).toBeLessThanOrEqual(20_000);
    expect(blocksOf('<p>a</p>'.repeat(1_000))).toHaveLength(400);
  });
});
