// What letters, envelopes and labels say and where.

import { expect, test } from 'vitest';

import { addressBlock } from '../../../src-shared/drafts/address-block.ts';
import { labelSheets, letterForms, onSheets } from '../../../src-shared/drafts/sheets.ts';

const more = {
  street: 'High St 1',
  postalCode: '12345',
  city: 'Town',
  region: 'CA',
  country: 'somewhere',
};
const block = (country: string, parts: { [part: string]: string } = more, abroad = '') =>
  addressBlock({
    name: 'Ana Weber',
    organisation: 'Baumann',
    address: { value: 'High St 1, Town', more: parts },
    country,
    abroad,
  });

test.each([
  ['DE', ['12345 Town']],
  ['US', ['Town, CA 12345']],
  ['CA', ['Town CA 12345']],
  ['GB', ['Town', '12345']],
  ['IE', ['Town', 'CA', '12345']],
  ['IT', ['12345 Town CA']],
  ['BR', ['Town - CA', '12345']],
  ['', ['12345 Town', 'CA']],
])('town, region and code of %s', (country, last) => {
  expect(block(country)).toEqual(['Ana Weber', 'Baumann', 'High St 1', ...last]);
});

test('in Hungary the town stands before the street, in Japan the name last', () => {
  expect(block('HU')).toEqual(['Ana Weber', 'Baumann', 'Town', 'High St 1', '12345']);
  expect(block('JP').at(-1)).toBe('Ana Weber');
});

test('what is empty goes, with the marks before it', () => {
  expect(block('US', { street: 'High St 1', city: 'Town' }).at(-1)).toBe('Town');
  expect(block('US', { city: 'Town', postalCode: '1' }).at(-1)).toBe('Town 1');
});

test('another country stands below in capitals', () => {
  expect(block('DE', more, 'Germany').at(-1)).toBe('GERMANY');
});

test('an address in one line is cut where its commas are', () => {
  expect(block('DE', {})).toEqual(['Ana Weber', 'Baumann', 'High St 1', 'Town']);
});

test('whoever is written to by the name of their organisation is named once', () => {
  const address = { value: 'High St 1' };
  const one = { name: 'Shop', organisation: 'Shop', address, country: '', abroad: '' };
  expect(addressBlock(one)).toEqual(['Shop', 'High St 1']);
});

test.each(labelSheets.map((one) => [one.id, one] as const))(
  'labels of %s lie on their paper',
  (_, { paper, columns, rows, width, height, left, top, gap }) => {
    expect(left + columns * width + (columns - 1) * gap).toBeLessThanOrEqual(paper.width + 0.1);
    expect(top + rows * height).toBeLessThanOrEqual(paper.height + 0.6);
  },
);

test('a sheet that was begun is gone on with', () => {
  const l7160 = labelSheets.find(({ id }) => id === 'L7160');
  if (l7160 === undefined) throw new Error('no L7160');
  const items = Array.from({ length: 20 }, (_, at) => at);
  const sheets = onSheets(items, l7160, 20);
  expect(sheets.map((one) => one.length)).toEqual([2, 18]);
  expect(sheets[0]?.[0]).toEqual({ item: 0, left: 7.2 + 66, top: 15.1 + 6 * 38.1 });
  expect(onSheets(items, l7160, 99).map((one) => one.length)).toEqual([1, 19]);
  expect(onSheets([], l7160, 1)).toEqual([]);
});

test('the window of a letter is above its text', () => {
  for (const { window, text } of letterForms) expect(window.top + window.height).toBeLessThan(text);
});
