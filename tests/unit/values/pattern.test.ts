// Patterns find what other programs' regular expressions find, and end whatever is asked.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  literalPattern,
  readPattern,
  replaceAll,
} from '../../../src-shared/values/pattern/match.ts';
import { testRuns } from '../../support/seeded.ts';

const replaced = (pattern: string, text: string, by: string, ignoresCase = false) => {
  const read = readPattern(pattern, ignoresCase);
  return read && replaceAll(read, text, by, true);
};

test('groups, classes, edges and counts are understood as elsewhere', () => {
  expect(replaced('^(\\w+) (\\w+)$', 'Lovelace Ada', '$2 $1')).toBe('Ada Lovelace');
  expect(replaced('\\s*\\((.*?)\\)', 'Ann (Acme) Lee (x)', '')).toBe('Ann Lee');
  expect(replaced('@old\\.example$', 'ann@old.example', '@new.example')).toBe('ann@new.example');
  expect(replaced('[^\\d+]', '+49 (30) 12-34', '')).toBe('+49301234');
  expect(replaced('\\bstr\\.', 'Hauptstr. Str. 5', 'street', true)).toBe('Hauptstr. street 5');
  expect(replaced('0{2,3}', '1000000', '-')).toBe('1--');
  expect(replaced('x*', 'xab', '-')).toBe('--a-b-');
  expect(replaced('colou?r|tint', 'color colour tint', '[$&]')).toBe('[color] [colour] [tint]');
  expect(replaced('é', 'CAFÉ', 'e', true)).toBe('CAFe');
});

test('what is no pattern, or none that ends in one pass, is refused', () => {
  const odd = ['', '(', 'a)', '[a', '*a', 'a**', 'a{3,1}', '(?=a)', '(a)\\1', '\\p', '[z-a]'];
  expect(odd.filter((text) => readPattern(text, false) !== undefined)).toEqual([]);
  expect(readPattern('(((a{1000}){1000}){1000})', false)).toBeUndefined();
  expect(readPattern('('.repeat(200), false)).toBeUndefined();
});

test('text that is meant as it stands finds nothing else', () => {
  expect(replaceAll(literalPattern('a.b (c)', true), 'A.B (C) axb', '$1', false)).toBe('$1 axb');
});

test('patterns that make other engines run for ever end here', () => {
  const text = 'a'.repeat(5_000);
  for (const written of ['(a+)+$', '(a|aa)+b', '(a*)*b', '(.*)(.*)(.*)(.*)x']) {
    const pattern = readPattern(written, false);
    if (pattern === undefined) throw new Error(`no pattern: ${written}`);
    // It answers: with the text, or that it was too much.
    expect([undefined, text, 'Z']).toContain(replaceAll(pattern, text, 'Z', true));
  }
});

test('it replaces what the engine of the language replaces', () => {
  const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '1', '\\b', 'c');
  const pattern = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${String(a)}${String(b)}`),
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${String(a)}|${String(b)})`),
      fc
        .tuple(
          fc.constantFrom('a', 'b', '.', '(ab)', '(a|b1)', '[b1]'),
          fc.constantFrom('*', '+', '?', '{1,2}', '*?', '+?', '??'),
        )
        .map(([of, times]) => of + times),
    ),
  })).node as fc.Arbitrary<string>;
  const letters = fc.constantFrom('a', 'b', 'c', '1', ' ');
  const text = fc.string({ unit: letters, maxLength: 12 });
  fc.assert(
    fc.property(pattern, text, (written, given) => {
      expect(replaced(written, given, '<$&>')).toBe(
        given.replace(new RegExp(written, 'gu'), '<$&>'),
      );
    }),
    { numRuns: testRuns(500) },
  );
});
