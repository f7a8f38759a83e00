// Cells of nearly a megabyte that are slow to take apart: each is done in a moment, or the
// row is given back with words. Before, one of them held the host for nine minutes.
import { describe, expect, it } from 'vitest';

import { readOpml, writeOpml } from '../../src-shared/feeds/opml.ts';
import { parseTags } from '../../src-shared/values/tags.ts';
import { card, outcomeOf } from '../support/transfer/hostile-files.ts';

const length = 900_000;
const full = (text: string): string => text.repeat(Math.floor(length / text.length));
const numbered = (count: number, by: string): string =>
  Array.from({ length: count }, (_, at) => `t${at}`).join(by);

const cells: [what: string, cell: string][] = [
  ['spaces', `x${full(' ')}x`],
  ['tabs', `x${full('\t')}x`],
  ['empty lines', full('\n')],
  ['short lines', full('a\n')],
  ['commas', full('a,')],
  ['commas and spaces', full(', ')],
  ['semicolons', full('a; ')],
  ['colons', full(':::')],
  ['quotes', `x${full('""')}x`],
  ['at signs', full('a@')],
  ['dots', full('a.')],
  ['brackets', full('(')],
  ['addresses', numbered(60_000, '@b.example,')],
  ['a hundred thousand tags', numbered(100_000, ',')],
  ['ninety thousand labels', numbered(90_000, ' ::: ')],
];

describe.each(['First Name', 'Email', 'Tags', 'Labels', 'Address', 'Notes', 'Birthday', 'Website'])(
  'a cell under %s',
  (header) => {
    it.each(cells)('full of %s is read, or given back', async (_what, cell) => {
      const other = header === 'First Name' ? 'Last Name' : 'First Name';
      const content = `${other},${header}\r\nAna,"${cell}"\r\n`;
      const { counts } = await outcomeOf(['', content, { counts: {} }]);
      expect(counts.create + counts.cannot).toBe(1);
    });
  },
);

describe.each(['CATEGORIES', 'EMAIL', 'ADR', 'NOTE', 'ORG', 'TEL;TYPE=work', 'X-OTHER'])(
  'a card with %s',
  (property) => {
    it.each(cells)('full of %s is read, or given back', async (_what, cell) => {
      const value = cell.replaceAll('""', '"').replaceAll('\n', '\\n');
      const { counts } = await outcomeOf([
        '',
        card(`FN:Ana\r\n${property}:${value}`),
        { counts: {} },
      ]);
      expect(counts.create + counts.cannot).toBe(1);
    });
  },
);

describe('tags', () => {
  it('are the same as ever, however they are separated and quoted', () => {
    expect(parseTags('a, b ;c\n"d e" ::: ""f"",  , ""')).toEqual(['a', 'b', 'c', 'd e', 'f']);
  });

  it('are all there when they are many', () => {
    expect(parseTags(numbered(100_000, ' , '))).toHaveLength(100_000);
  });
});

describe('a feed list', () => {
  const listOf = (body: string): string =>
    `<?xml version="1.0"?><opml version="2.0"><body>${body}</body></opml>`;
  const outline = (at: number): string =>
    `<outline text="t${at}" xmlUrl="https://a.example/${at}"/>`;
  const many = (count: number): string =>
    Array.from({ length: count }, (_, at) => outline(at)).join('');
  const tooLarge = { error: { code: 'feed-list-too-large', detail: { limit: 5_000 } } };

  it('of five thousand feeds is read, of one more it is said that it is too large', () => {
    expect(readOpml(listOf(many(5_000)))).toMatchObject({ value: { length: 5_000 } });
    expect(readOpml(listOf(many(5_001)))).toMatchObject(tooLarge);
  });

  it('gives feeds of every folder, however deep, in their order', () => {
    const nested =
      `${outline(1)}<outline text="in">`.repeat(60) + outline(2) + '</outline>'.repeat(60);
    const read = readOpml(listOf(nested + outline(3)));
    expect(read).toMatchObject({
      value: [
        { title: 't1', folder: '' },
        { title: 't2', folder: 'in' },
        { title: 't3', folder: '' },
      ],
    });
  });

  it.each([
    [
      'tags',
      Array.from({ length: 500_000 }, (_, at) => `<x${at}/>`)
        .join('')
        .slice(0, 4_900_000),
    ],
    ['attributes', `<outline ${'a '.repeat(2_000_000)}/>`],
    ['feeds', many(70_000)],
    ['letters', 'x'.repeat(6_000_000)],
  ])('of %s without end is refused in words', (_what, body) => {
    expect(readOpml(listOf(body))).toMatchObject(tooLarge);
  });

  it('is read again as it was written', () => {
    const feeds = [{ url: 'https://a.example/1', title: 'One' }];
    expect(readOpml(writeOpml([{ name: 'Ada', feeds }]))).toEqual({
      ok: true,
      value: [{ ...feeds[0], folder: 'Ada' }],
    });
  });
});
