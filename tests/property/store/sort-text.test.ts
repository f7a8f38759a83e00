// Sort text: SQLite must see the order that JavaScript sees.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fromSortText, toSortText } from '../../../src-main/host/book/sqlite/sort-text.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

const unit = fc.oneof(
  fc.constantFrom(
    0,
    1,
    0x20,
    0x61,
    0x7f,
    0x80,
    0x7_ff,
    0xd7_ff,
    0xd8_00,
    0xdb_ff,
    0xdc_00,
    0xdf_ff,
    0xe0_00,
    0xff_ff,
  ),
  fc.nat({ max: 0xff_ff }),
);
const text = fc.array(unit, { maxLength: 6 }).map((units) => String.fromCharCode(...units));
const options = { seed: testSeed, numRuns: testRuns(2_000) };

it('sort text can be read back, whatever the text', () => {
  fc.assert(
    fc.property(text, (value) => {
      const encoded = toSortText(value);
      expect(encoded.isWellFormed()).toBe(true);
      expect(fromSortText(encoded)).toBe(value);
    }),
    options,
  );
});

it('the bytes of sort text are ordered as the text is', () => {
  const bytes = (value: string) => Buffer.from(toSortText(value), 'utf8');
  fc.assert(
    fc.property(text, text, (a, b) => {
      const expected = a < b ? -1 : Number(a > b);
      expect(Math.sign(Buffer.compare(bytes(a), bytes(b)))).toBe(expected);
    }),
    options,
  );
});
