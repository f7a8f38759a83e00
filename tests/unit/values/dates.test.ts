// As much of a day as is written, and never another one.
import { expect, it } from 'vitest';

import { parseDate } from '../../../src-shared/values/date.ts';

it.each([
  ['1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04'],
  ['1985', '1985'],
  ['--04-12', '--04-12'],
  ['--0412', '--04-12'],
  ['4/1985', '1985-04'],
  ['April 1985', '1985-04'],
  ['12 April', '--04-12'],
  ['12. März 2024', '2024-03-12'],
  ['March 12, 2024', '2024-03-12'],
  ['7-Feb-22', '2022-02-07'],
  ['2024-03-12T10:15:00Z', '2024-03-12'],
  ['12/03/2024, 10:15 AM', '2024-03-12'],
  ['12/03/2024 10:15', '2024-03-12'],
  ['31/12/99', '1999-12-31'],
  ['19850412', '1985-04-12'],
  ['١٢ مارس ٢٠٢٤', '2024-03-12'],
  ['12 كانون الثاني 2024', '2024-01-12'],
  ['١٢\u200f/٠١\u200f/٢٠٢٤', '2024-01-12'],
  ['۱۹۸۵-۰۴-۱۲', '1985-04-12'],
])('%s is %s', (text, date) => {
  expect(parseDate(text, 'dmy')).toBe(date);
});

it.each([
  '1985-13',
  '29.02.2023',
  '31/04/2020',
  '12 March or so',
  '3/4 or 5/4',
  '12/3/123',
  'some day',
  '0000-01-01',
  '1985-4-31',
  '۱۴۰۲/۰۷/۰۱',
])('%s is no date', (text) => {
  expect(parseDate(text, 'dmy')).toBeUndefined();
});

it('03/04 is in the order that is said', () => {
  expect(parseDate('03/04/2021', 'mdy')).toBe('2021-03-04');
  expect(parseDate('03/04/2021', 'dmy')).toBe('2021-04-03');
  expect(parseDate('13/04/2021', 'mdy')).toBe('2021-04-13');
});

it('dots stand between day and month, whichever comes first with strokes', () => {
  expect(parseDate('12.03.1975', 'mdy')).toBe('1975-03-12');
  expect(parseDate('1.2.', 'mdy')).toBe('--02-01');
  expect(parseDate('12.03.1975', 'dmy')).toBe('1975-03-12');
  expect(parseDate('12-03-1975', 'mdy')).toBe('1975-12-03');
});

it.each(
  'en-US en-GB de-DE de-AT de-CH fr-FR es-ES it-IT nl-NL pt-BR pt-PT pl-PL cs-CZ sv-SE da-DK nb-NO fi-FI tr-TR ja-JP zh-CN ko-KR'.split(
    ' ',
  ),
)('every month is understood as %s writes it', (language) => {
  for (const month of Array.from({ length: 12 }, (_, at) => at)) {
    const at = Date.UTC(1975, month, 3);
    const whole = { timeZone: 'UTC', day: 'numeric', year: 'numeric' } as const;
    for (const style of ['long', 'short'] as const) {
      const written = new Intl.DateTimeFormat(language, { ...whole, month: style }).format(at);
      expect(`${written}: ${parseDate(written, 'dmy')}`).toBe(
        `${written}: ${new Date(at).toISOString().slice(0, 10)}`,
      );
    }
  }
});

it('a date without digits that say anything is empty', () => {
  expect(parseDate('0/0/00', 'mdy')).toBe('');
});
