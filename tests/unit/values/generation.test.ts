// Juniors and seniors: what is behind a name is no part of the family's name.

import { expect, test } from 'vitest';

import { parseName } from '../../../src-shared/values/name.ts';

test.each([
  ['Karl Garcia jun.', 'Karl', 'Garcia', 'jun.'],
  ['Karl Garcia Jr.', 'Karl', 'Garcia', 'Jr.'],
  ['Karl Garcia III', 'Karl', 'Garcia', 'III'],
  ['Karl Richter d.Ä.', 'Karl', 'Richter', 'd.Ä.'],
  ['Karl Richter d. J.', 'Karl', 'Richter', 'd. J.'],
  ['Juan Pérez hijo', 'Juan', 'Pérez', 'hijo'],
  ['Jean Dupont fils', 'Jean', 'Dupont', 'fils'],
  ['Karl Garcia sen.', 'Karl', 'Garcia', 'sen.'],
  ['Karl Garcia senior', 'Karl', 'Garcia', 'senior'],
  ['Garcia jun., Karl', 'Karl', 'Garcia', 'jun.'],
  ['Karl Garcia, jun.', 'Karl', 'Garcia', 'jun.'],
  ['Garcia II., Karl', 'Karl', 'Garcia', 'II.'],
])('%s is %s %s, %s', (text, given, family, suffix) => {
  expect(parseName(text)).toMatchObject({ given, family, suffix });
});

test.each([
  ['Amartya Kumar Sen', 'Sen'],
  ['Kim Jun', 'Jun'],
  ['Karl D. J.', 'J.'],
])('%s is of the family %s', (text, family) => {
  const parts = parseName(text);
  expect([parts.family, parts.suffix]).toEqual([family, undefined]);
});
