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
])('%s is no date', (text) => {
  expect(parseDate(text, 'dmy')).toBeUndefined();
});

it('03/04 is in the order that is said', () => {
  expect(parseDate('03/04/2021', 'mdy')).toBe('2021-03-04');
  expect(parseDate('03/04/2021', 'dmy')).toBe('2021-04-03');
  expect(parseDate('13/04/2021', 'mdy')).toBe('2021-04-13');
});

it('a date without digits that say anything is empty', () => {
  expect(parseDate('0/0/00', 'mdy')).toBe('');
});
