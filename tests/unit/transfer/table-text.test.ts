// Tables as text for the clipboard, and back.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readTsv } from '../../../src-shared/transfer/read-table.ts';
import {
  csvOf,
  htmlOf,
  mailList,
  markdownOf,
  tsvOf,
} from '../../../src-shared/transfer/table-text.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '=', "'", ' ', '+') });
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  // A last row with nothing in it reads as a line break behind the one before.
  .filter((rows) => rows.at(-1)?.join('') !== '' || rows.at(-1)?.length !== 1);

test('whatever is copied is pasted as the same cells', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(readTsv(tsvOf(rows))).toEqual(rows);
    }),
  );
});

test('a block of a spreadsheet is read, with lines and quotes inside of cells', () => {
  expect(readTsv('Ann\t"two\nlines"\r\nBob\t"she said ""hi"""\r\n')).toEqual([
    ['Ann', 'two\nlines'],
    ['Bob', 'she said "hi"'],
  ]);
  expect(readTsv('"Bob" Smith\t5" pipe')).toEqual([['"Bob" Smith', '5" pipe']]);
  expect(readTsv('a\t\n\tb')).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
});

test('no cell is copied as a formula', () => {
  const rows = [['=HYPERLINK("http://x","y")', '+1+1', '@SUM(A1)', 'plain']];
  for (const text of [tsvOf(rows), csvOf(rows), htmlOf(rows)])
    expect(text).not.toMatch(/(?:^|[\t,>"])[=+@]/);
  expect(readTsv(tsvOf(rows))).toEqual(rows);
});

test('Markdown and HTML keep their signs apart from those of the cells', () => {
  expect(markdownOf([['Name'], ['a|b\nc <i>']])).toBe('| Name |\n| --- |\n| a\\|b c \\<i> |');
  expect(htmlOf([['<b>&"']])).toBe('<table><tr><td>&lt;b&gt;&amp;&quot;</td></tr></table>');
});

test('names of a mail list stand in quotes where they must, and break nothing', () => {
  expect(
    mailList([
      { name: 'Ann Kee', email: 'ann@example.com' },
      { name: 'Kee, "Bob"', email: 'bob@example.com' },
      { name: 'x\r\nBcc: all@example.com', email: 'cid@example.com' },
      { name: '', email: 'dan@example.com' },
    ]),
  ).toBe(
    'Ann Kee <ann@example.com>, "Kee, \\"Bob\\"" <bob@example.com>, ' +
      '"x Bcc: all@example.com" <cid@example.com>, dan@example.com',
  );
});
