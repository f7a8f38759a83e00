// What every type of field must do, whatever it holds: run over a field of each type. A
// type that is missing from the table does not compile.

import { describe, expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import {
  type AnyField,
  cellOf,
  compareValues,
  isTolerated,
  plainReader,
  type Reader,
  shownValue,
  valueOfCell,
  writtenValue,
} from '../../../src-shared/fields/field.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import { visit } from '../../support/records/visit.ts';

type Case = {
  /** Values of the type, in their order. */
  values: JsonValue[];
  /** What may not be stored; beside what no type takes. */
  foreign: JsonValue[];
  /** Whether it may be typed. Left out: yes. */
  isRead?: false;
};

const cases: { readonly [field in keyof typeof visit.fields]: Case } = {
  title: { values: ['fair', 'market'], foreign: [7, ['fair']] },
  plan: { values: ['one\ntwo', 'two'], foreign: [7, ['fair']] },
  host: { values: ['Ada', 'Zoë'], foreign: [7, ['Ada']] },
  page: { values: ['@a@example.org', 'https://example.org/'], foreign: [7] },
  poster: { values: ['data:image/png;base64,AA=='], foreign: [7] },
  due: {
    values: ['--04-12', '1985', '1985-04', '1985-04-12'],
    foreign: [19850412],
  },
  begins: {
    values: [-62_000_000_000_000, 0, 1_700_000_000_123],
    foreign: ['2024-01-01', 1e30],
    isRead: false,
  },
  stage: { values: ['planned', 'done', 'of a newer version'], foreign: [1, ['done']] },
  needs: { values: [['food'], ['food', 'music'], ['music']], foreign: ['food', [1]] },
  paid: { values: [false, true], foreign: ['yes', 1] },
  cost: {
    values: [
      { amount: '-3', currency: 'EUR' },
      { amount: '12.5', currency: 'EUR' },
      { amount: '12.50', currency: 'EUR' },
      { amount: '1234567.89', currency: 'EUR' },
      { amount: '1', currency: 'USD' },
    ],
    foreign: ['12 EUR', { amount: 12, currency: 'EUR' }, { amount: '12', currency: 'Euro' }],
  },
  length: { values: ['-12', '0.50', '7', '1234567.125'], foreign: [7, '7 m', '1e3'] },
  seats: { values: [-1, 0, 1_234_567], foreign: ['7'] },
  joy: { values: [0, 3, 5], foreign: [6, 2.5, -1, '3'] },
  place: { values: ['a1', 'b2'], foreign: ['', 7] },
  partners: { values: [['a1'], ['a1', 'b2']], foreign: ['a1', [7]] },
  extras: { values: [{ any: ['thing'] }, 7], foreign: [], isRead: false },
};

const all = Object.entries<AnyField>(visit.fields).map(
  ([name, field]) => [field.type, name, field, cases[name as keyof typeof cases]] as const,
);
const typed = all.filter(([type]) => type !== 'data');
const readers: Reader[] = [
  plainReader,
  { language: 'de', country: 'DE', wordOf: (code) => `das ${code}` },
  { language: 'fr', country: 'FR', wordOf: (code) => `le ${code}` },
  { language: 'sv', country: 'SE' },
  { language: 'ar', country: 'EG' },
];

test('every type that a kind uses is looked at here', () => {
  const used = [...kinds.values()].flatMap(({ fields }) => Object.values(fields));
  const known = new Set(all.map(([type]) => type));
  expect(used.map(({ type }) => type).filter((type) => !known.has(type))).toEqual([]);
});

describe.each(all)('%s (%s)', (_type, name, field, { values, foreign, isRead = true }) => {
  test('takes its own values and no others', () => {
    for (const value of values) {
      expect([value, field.accepts(value)]).toEqual([value, true]);
      expect([value, isTolerated(field, value)]).toEqual([value, true]);
    }
    const never: JsonValue[] = field.type === 'data' ? [] : [null, { deep: [1] }, [[1]]];
    for (const value of [...foreign, ...never])
      expect([value, isTolerated(field, value)]).toEqual([value, false]);
  });

  test('a value is the same after it was a cell of a file', () => {
    for (const value of values) {
      const cell = cellOf(field, value);
      const back = cell === undefined ? undefined : valueOfCell(field, cell);
      expect(back).toEqual(field.type === 'data' ? undefined : value);
    }
  });

  test('what is written for a reader is understood when they type it again', () => {
    for (const reader of readers)
      for (const value of values) {
        expect(shownValue(field, value, reader)).not.toBe('');
        const text = writtenValue(field, value, reader);
        if (!isRead || value === 'of a newer version') continue;
        expect([reader.language, field.typed(text, reader)]).toEqual([reader.language, value]);
      }
  });

  test('nonsense is not understood', () => {
    if (isText(field)) return;
    expect(field.typed('§ nothing of the kind §', plainReader)).toBeUndefined();
  });

  test('values have one order, and what is of another shape comes last', () => {
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries())
        expect([a, b, sign(compareValues(field, a, b))]).toEqual([
          a,
          b,
          field.type === 'data' ? 0 : sign(i - j),
        ]);
    for (const odd of foreign)
      for (const value of values) {
        expect(compareValues(field, value, odd)).toBeLessThan(0);
        expect(compareValues(field, odd, value)).toBeGreaterThan(0);
      }
  });

  test('a view can ask all that the type offers', () => {
    const marks = field.operators.map((op) => {
      const condition = { field: name, op, arg: argOf(op, values[0] ?? null) };
      return prepareView(
        { of: 'work', conditions: condition, sorts: [], groupBy: [], columns: [], layout: 'table' },
        { kinds: new Map([['visit', visit]]), now: 0, zone: 'UTC', weekStart: 1 },
      ).marks;
    });
    expect(marks.flat()).toEqual([]);
    expect(field.operators.length > 0).toBe(field.type !== 'data');
  });
});

test('codes are called what the reader calls them, in and out', () => {
  const reader: Reader = {
    language: 'de',
    wordOf: (code) =>
      ({ planned: 'geplant', yes: 'ja', food: 'Essen', music: 'Musik' })[code] ?? code,
  };
  expect(shownValue(visit.fields.stage, 'planned', reader)).toBe('geplant');
  expect(visit.fields.stage.typed('Geplant', reader)).toBe('planned');
  expect(shownValue(visit.fields.needs, ['food', 'music'], reader)).toBe('Essen und Musik');
  expect(visit.fields.needs.typed('Musik, Essen', reader)).toEqual(['food', 'music']);
  expect(shownValue(visit.fields.paid, true, reader)).toBe('ja');
});

test('a link reads as the record it leads to, and is written by its id', () => {
  const nameOf = (id: string): string => ({ a1: 'Acme', b1: 'Bauer' })[id] ?? '';
  const reader: Reader = { language: 'de', nameOf };
  const { place, partners } = visit.fields;
  expect(shownValue(place, 'a1', reader)).toBe('Acme');
  expect(shownValue(partners, ['a1', 'b1'], reader)).toBe('Acme und Bauer');
  expect(writtenValue(place, 'a1', reader)).toBe('a1');
  expect(writtenValue(partners, ['a1', 'b1'], reader)).toBe('a1, b1');
});

test('there is a type for whatever is declared', () => {
  expect(typed.length).toBeGreaterThan(10);
});

const sign = (value: number): number => Math.sign(value) + 0;
const isText = ({ type }: AnyField): boolean =>
  ['text', 'long-text', 'person-name', 'handle', 'file', 'link', 'links'].includes(type);

function argOf(op: string, value: JsonValue): JsonValue {
  if (op.endsWith('ithin')) return { coming: 30, unit: 'day' };
  if (/Ago$|Ahead$/.test(op)) return { count: 30, unit: 'day' };
  return /^(?:on|notOn|before|after)/.test(op) ? 'today' : value;
}
