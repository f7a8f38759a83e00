// What is typed into a field for a day or a point in time, by readers of other languages.

import { expect, test } from 'vitest';

import { day, time } from '../../../src-shared/fields/day.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';

const noon = new Date(2024, 1, 29, 12, 5).getTime();
const readerOf = (language: string, country = 'DE'): Reader => ({
  language,
  country,
  now: () => noon,
});
const at = (...parts: [number, number, number, number, number]): number =>
  new Date(...parts).getTime();

test.each([
  ['en-US', 'yesterday', '2024-02-28'],
  ['en-US', ' Today', '2024-02-29'],
  ['en-US', 'tomorrow', '2024-03-01'],
  ['en-US', 'gestern', '2024-02-28'],
  ['de', 'heute', '2024-02-29'],
  ['de', 'Morgen', '2024-03-01'],
  ['de', 'vorgestern', '2024-02-27'],
  ['de', 'yesterday', '2024-02-28'],
  ['fr', 'hier', '2024-02-28'],
  ['fr', 'aujourd’hui', '2024-02-29'],
  ['es', 'mañana', '2024-03-01'],
  ['ja', '昨日', '2024-02-28'],
])('in %s %s is %s', (language, text, expected) => {
  expect(day().typed(text, readerOf(language))).toBe(expected);
});

test('words that depend on today mean nothing in a file, and those of other languages nothing here', () => {
  expect(day().typed('yesterday', { language: 'en' })).toBeUndefined();
  expect(day().typed('hier', readerOf('en'))).toBeUndefined();
  expect(day().typed('yesterdays', readerOf('en'))).toBeUndefined();
});

test.each([
  ['US', '3/4/2024 2:10 pm', at(2024, 2, 4, 14, 10)],
  ['US', 'Mar 4, 2024, 12:05 AM', at(2024, 2, 4, 0, 5)],
  ['DE', '3/4/2024 14:10', at(2024, 3, 3, 14, 10)],
  ['DE', '03.04.2024, 14:10 Uhr', at(2024, 3, 3, 14, 10)],
  ['DE', '03.04.2024 um 9 Uhr', at(2024, 3, 3, 9, 0)],
  ['DE', '3. April 2024 14.10', at(2024, 3, 3, 14, 10)],
  ['DE', '2024-04-03T14:10', at(2024, 3, 3, 14, 10)],
  ['DE', '2024-04-03T14:10:30Z', Date.UTC(2024, 3, 3, 14, 10, 30)],
  ['DE', '2024-04-03 14:10', at(2024, 3, 3, 14, 10)],
  ['DE', 'gestern, 14:10', at(2024, 1, 28, 14, 10)],
  ['DE', 'tomorrow at 9am', at(2024, 2, 1, 9, 0)],
  ['DE', '03.04.2024', at(2024, 3, 3, 12, 0)],
])('in %s the time %s is understood', (country, text, expected) => {
  expect(time().typed(text, readerOf('de', country))).toBe(expected);
});

test.each([
  '14:10',
  '3.4.2024 25:10',
  '3.4.2024 14:60',
  '3.4.2024 13 pm',
  'April 2024 14:10',
  '3.4.2024 14:10Z',
  'soon',
])('%s is no point in time', (text) => {
  expect(time().typed(text, readerOf('de'))).toBeUndefined();
});

test.each([
  'en-US',
  'en-GB',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'cs',
  'fi',
  'sv',
  'ja',
  'ko',
  'ar',
  'fa',
])('in %s a point in time is written as it is read back', (language) => {
  for (const country of ['US', 'DE'])
    for (const value of [at(2024, 3, 3, 14, 10), at(1999, 11, 31, 0, 5), at(24, 0, 2, 9, 0)]) {
      const reader = readerOf(language, country);
      expect(time().typed(time().written?.(value, reader) ?? '', reader)).toBe(value);
    }
});

test('a point in time is written as it is shown where that is understood', () => {
  for (const [language, country] of [
    ['en-US', 'US'],
    ['en-GB', 'GB'],
    ['de', 'DE'],
  ] as const) {
    const reader = readerOf(language, country);
    expect(time().written?.(noon, reader)).toBe(time().shown(noon, reader));
  }
});

test('a cell of a file keeps its own time zone', () => {
  const plain = { language: 'en' };
  expect(time().typed('2024-04-03T14:10:00.000Z', plain)).toBe(Date.UTC(2024, 3, 3, 14, 10));
});

test('the first years are shown as they are, not a century of ours', () => {
  expect(day().shown('0001-01-01', readerOf('en-GB'))).toBe('1 January 1');
  expect(day().shown('0099', readerOf('en-GB'))).toBe('99');
});
