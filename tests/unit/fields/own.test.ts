// Fields that the team defined: a stored value is read as the field has it now.

import { expect, test } from 'vitest';

import {
  codeFor,
  type OwnField,
  ownFieldTypes,
  readOwnField,
} from '../../../src-shared/domain/own-field.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { shownValue, writtenValue } from '../../../src-shared/fields/field.ts';
import { isMisfit, ownValues, typeOfOwn } from '../../../src-shared/fields/own.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import {
  changeOption,
  defineField,
  fillIn,
} from '../../../src-shared/records/intents/own-fields.ts';
import { openReplica } from '../../support/sync/replica.ts';

const options = [
  { id: 'o1', code: 'gold', label: 'Gold', isRetired: false },
  { id: 'o2', code: 'silver', label: 'Silver medal', isRetired: false },
  { id: 'o3', code: 'old', label: 'Bronze', isRetired: true },
];
const fieldOf = (type: OwnField['type'], more: Partial<OwnField> = {}): OwnField => ({
  id: 'f',
  label: 'Level',
  kind: 'person',
  type,
  isNewer: false,
  currency: 'EUR',
  help: '',
  isRetired: false,
  isPrivate: false,
  options,
  ...more,
});
const read = (type: OwnField['type'], ...stored: JsonValue[]): JsonValue[] => {
  const { own } = typeOfOwn(fieldOf(type));
  return own === undefined ? [] : ownValues(own, stored);
};

test.each<[OwnField['type'], JsonValue, JsonValue | undefined]>([
  ['number', '12.50', '12.50'],
  ['number', '1,250', '1250'],
  ['number', 'twelve', undefined],
  ['number', true, undefined],
  ['money', '12.50', { amount: '12.50', currency: 'EUR' }],
  ['money', { amount: '3', currency: 'USD' }, { amount: '3', currency: 'USD' }],
  ['text', { amount: '3', currency: 'USD' }, '3 USD'],
  ['text', true, 'yes'],
  ['text', 'gold', 'Gold'],
  ['day', '2026-03-12', '2026-03-12'],
  ['day', '12 March 2026', '2026-03-12'],
  ['day', 'soon', undefined],
  ['yes-no', 'x', true],
  ['yes-no', 'perhaps', undefined],
  ['choice', 'gold', 'gold'],
  ['choice', 'GOLD', 'gold'],
  ['choice', 'silver medal', 'silver'],
  ['choice', 'Bronze', 'old'],
  ['choice', 'Tin', undefined],
  ['choice', 'Gold, Bronze', undefined],
  ['email', 'ana@x.example', 'ana@x.example'],
  ['email', 'ana at x', undefined],
  ['phone', '+49 30 5550101', '+49305550101'],
  ['rating', '4', 4],
  ['rating', '9', undefined],
  ['people', 'Ana', undefined],
])('as %s, %j reads as %j', (type, stored, value) => {
  expect(read(type, stored)).toEqual(value === undefined ? [] : [value]);
});

test('several of a list are read from one text and from a set alike', () => {
  expect(read('choices', 'Gold; Bronze')).toEqual(['gold', 'old']);
  expect(read('choices', 'gold', 'silver', 'gold')).toEqual(['gold', 'silver']);
});

test('several values in a field that has one do not fit, and are not lost', () => {
  const { own } = typeOfOwn(fieldOf('choice'));
  expect(read('choice', 'gold', 'silver')).toEqual([]);
  expect(own && isMisfit(own, ['gold', 'silver'])).toBe(true);
  expect(own && isMisfit(own, ['gold'])).toBe(false);
  expect(own && isMisfit(own, [])).toBe(false);
});

const sample: { readonly [type in OwnField['type']]: JsonValue } = {
  text: 'a',
  'long-text': 'a\nb',
  number: '1.5',
  money: { amount: '1250.00', currency: 'EUR' },
  day: '2026-03-12',
  time: Date.UTC(2026, 2, 12),
  'yes-no': true,
  choice: 'gold',
  choices: ['gold', 'silver'],
  web: 'https://x.example',
  email: 'ana@x.example',
  phone: '+49305550101',
  people: ['01a22760-de72-7790-8378-02c77698a319'],
  groups: ['01a22760-de72-7790-8378-02c77698a319'],
  rating: 3,
};
const reader = { language: 'en', country: 'DE' };

test.each(ownFieldTypes)('a value of %s is one of its type and reads as something', (type) => {
  const field = typeOfOwn(fieldOf(type));
  expect(field.accepts(sample[type])).toBe(true);
  expect(shownValue(field, sample[type], reader)).not.toBe('');
});

/** Times are chosen, not typed. */
test.each(ownFieldTypes.filter((type) => type !== 'time'))(
  'a value of %s is understood as it is written',
  (type) => {
    const field = typeOfOwn(fieldOf(type));
    const written = writtenValue(field, sample[type], reader);
    expect(field.typed(written, reader)).toEqual(sample[type]);
  },
);

test('a choice is shown by its name, a newer name too, and by what it was called when put away', () => {
  const field = typeOfOwn(fieldOf('choice'));
  expect(shownValue(field, 'silver', reader)).toBe('Silver medal');
  expect(shownValue(field, 'old', reader)).toBe('Bronze');
  expect(field.choices).toEqual(['gold', 'silver']);
});

test('the same option made on two laptops is the same one; a name that moved on is not taken again', () => {
  expect(codeFor('  Gold Card ', [])).toBe('gold-card');
  expect(codeFor('gold  card', [])).toBe('gold-card');
  expect(codeFor('Gold', ['gold'])).toBe('gold-2');
});

test('a definition is read from its record; what a newer version wrote is text nobody writes to', () => {
  const { context } = openReplica('alice');
  const made = makeRecord(
    defineField({ label: ' Size ', kind: 'person', type: 'choice', options: ['S', 'M'] }),
    context,
  );
  expect(readOwnField(made)).toMatchObject({
    label: 'Size',
    type: 'choice',
    options: [{ code: 's', label: 'S' }, { code: 'm' }],
  });
  const newer = { ...made, fields: { ...made.fields, type: 'hologram' } };
  const field = readOwnField(newer);
  expect(field).toMatchObject({ type: 'text', isNewer: true });
  expect(field && typeOfOwn(field).own?.isReadOnly).toBe(true);
  expect(readOwnField({ ...made, status: 'trashed' })).toBeUndefined();
});

test('filling in leaves one value, wherever the ones before stood', () => {
  const ref = { collection: 'people' as const, id: 'p' };
  const doc = {
    fields: { 'x:f': 'Gold' },
    sets: { 'x:f': [{ id: 'i1', value: 'silver' }] },
  };
  const alone = fillIn(ref, 'x:f', typeOfOwn(fieldOf('choice')), doc, 'old');
  // Two values in a field that has one do not fit: both are kept.
  expect(alone.map(({ type }) => type)).toEqual(['set-put', 'set-put', 'field', 'set-remove']);
  const several = fillIn(ref, 'x:f', typeOfOwn(fieldOf('choices')), doc, ['silver', 'gold']);
  expect(several).toEqual([
    { type: 'field', ref, field: 'x:f', value: null },
    { type: 'set-put', ref, set: 'x:f', item: { value: 'gold' } },
  ]);
  const linked = fillIn(ref, 'x:f', typeOfOwn(fieldOf('people')), { fields: {}, sets: {} }, ['q']);
  expect(linked).toMatchObject([{ item: { value: 'q', more: { to: 'people' } } }]);
});

test('what did not fit is kept as another detail when something else is filled in', () => {
  const ref = { collection: 'people' as const, id: 'p' };
  const doc = { fields: { 'x:f': '43 wide' }, sets: {} };
  expect(fillIn(ref, 'x:f', typeOfOwn(fieldOf('number')), doc, '42')).toEqual([
    { type: 'set-put', ref, set: 'custom', item: { value: '43 wide', label: 'Level' } },
    { type: 'field', ref, field: 'x:f', value: '42' },
  ]);
  const fits = { fields: { 'x:f': '43' }, sets: {} };
  expect(fillIn(ref, 'x:f', typeOfOwn(fieldOf('number')), fits, '42')).toHaveLength(1);
});

test('whether anything stands there can be asked of every type', () => {
  for (const type of ownFieldTypes)
    expect(typeOfOwn(fieldOf(type)).operators).toEqual(
      expect.arrayContaining(['isEmpty', 'isNotEmpty', 'doesNotFit']),
    );
});

test('an option that is named anew keeps its code', () => {
  expect(changeOption(fieldOf('choice'), 'o1', { label: 'Platinum' })).toMatchObject([
    { item: { id: 'o1', value: 'gold', more: { label: 'Platinum' } } },
  ]);
  expect(changeOption(fieldOf('choice'), 'o1', { isRetired: true })).toMatchObject([
    { item: { more: { label: 'Gold', retired: 'yes' } } },
  ]);
});
