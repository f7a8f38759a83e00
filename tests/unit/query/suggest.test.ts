// Values that are there come up for what is typed, those that most have first.

import { expect, test } from 'vitest';

import { suggestedIn } from '../../../src-shared/query/suggest.ts';

const groups = [
  { key: null, count: 90 },
  { key: 'koln', count: 2, written: 'Köln' },
  { key: 'kolding', count: 7, written: 'Kolding' },
  { key: 'bad koln', count: 1, written: 'Bad Köln' },
  { key: 'القاهرة', count: 3 },
  { key: '  ', count: 5 },
  { key: 'x'.repeat(400), count: 9 },
];
const values = (text: string, limit = 10) =>
  suggestedIn(groups, text, limit).map(({ value, count }) => `${value} ${count}`);

test('whatever its capitals and accents, wherever in the value, most first', () => {
  expect(values('KOL')).toEqual(['Kolding 7', 'Köln 2', 'Bad Köln 1']);
  expect(values(' köln ')).toEqual(['Köln 2', 'Bad Köln 1']);
  expect(values('قاهره')).toEqual(['القاهرة 3']);
  expect(values('nowhere')).toEqual([]);
});

test('nothing typed: those that most have; what is empty or endless is left out', () => {
  expect(values('', 3)).toEqual(['Kolding 7', 'القاهرة 3', 'Köln 2']);
  expect(values('xxx')).toEqual([]);
});
