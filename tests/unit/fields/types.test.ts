import { describe, expect, test } from 'vitest';

import { defineKind, fieldsOf } from '../../../src-shared/domain/kind.ts';
import { person } from '../../../src-shared/domain/person.ts';
import { choice, choices, yesNo } from '../../../src-shared/fields/choice.ts';
import { day, time } from '../../../src-shared/fields/day.ts';
import {
  type AnyField,
  compareValues,
  isTolerated,
  shownValue,
} from '../../../src-shared/fields/field.ts';
import { links } from '../../../src-shared/fields/link.ts';
import { money, number, rating } from '../../../src-shared/fields/number.ts';
import { log } from '../../../src-shared/fields/set.ts';
import { text } from '../../../src-shared/fields/text.ts';

const english = { language: 'en' };
const german = { language: 'de' };

describe('a field type', () => {
  const types: { [type: string]: [field: AnyField, typed: string, stored: unknown][] } = {
    text: [[text(), ' two words ', 'two words']],
    number: [
      [number(), '1,234.50', '1234.50'],
      [number(), '-7', '-7'],
    ],
    money: [[money({ currency: 'EUR' }), '1,250.00', { amount: '1250.00', currency: 'EUR' }]],
    'money of another currency': [
      [money({ currency: 'EUR' }), 'USD 12', { amount: '12', currency: 'USD' }],
    ],
    day: [
      [day(), '1985-04', '1985-04'],
      [day(), '--04-12', '--04-12'],
      [day(), '12 March 2024', '2024-03-12'],
    ],
    'yes or no': [[yesNo(), 'Yes', true]],
    choice: [[choice(['open', 'done']), ' Done', 'done']],
    choices: [[choices(['red', 'blue']), 'Blue; red', ['red', 'blue']]],
    rating: [[rating(), '4', 4]],
    links: [[links({ to: ['people'] }), 'a1, b2', ['a1', 'b2']]],
  };
  for (const [name, cases] of Object.entries(types))
    test(`${name}: what is typed is understood and accepted`, () => {
      for (const [field, typed, stored] of cases) {
        const value = field.typed(typed, english);
        expect(value).toEqual(stored);
        expect(field.accepts(value ?? null)).toBe(true);
      }
    });

  test('reads amounts and days in the language of whoever looks', () => {
    expect(number().typed('1.234,50', german)).toBe('1234.50');
    expect(number().typed('١٬٢٣٤٫٥٠', german)).toBe('1234.50');
    expect(number().typed('۱۲', english)).toBe('12');
    expect(shownValue(number(), '1234.50', german)).toBe('1.234,50');
    expect(shownValue(money({ currency: 'EUR' }), { amount: '5', currency: 'EUR' }, english)).toBe(
      '€5.00',
    );
    expect(shownValue(day(), '1985-04', english)).toBe('April 1985');
    expect(shownValue(day(), '--04-12', english)).toBe('April 12');
    expect(day().typed('3/4/2021', english)).toBe('2021-03-04');
    expect(day().typed('3/4/2021', { language: 'en-US', country: 'GB' })).toBe('2021-04-03');
  });

  test('reads amounts as the country has them, where the language makes nothing of them', () => {
    const here = { language: 'en', country: 'DE' };
    expect(number().typed('42,5', here)).toBe('42.5');
    expect(number().typed('1.234,567', here)).toBe('1234.567');
    expect(money({ currency: 'EUR' }).typed('1.500,50 €', here)).toEqual({
      amount: '1500.50',
      currency: 'EUR',
    });
    expect(rating().typed('4,0', here)).toBe(4);
    // Understood in the language already.
    expect(number().typed('1.234', here)).toBe('1.234');
    expect(number().typed('1,234', here)).toBe('1234');
    expect(number().typed('1,234.50', { language: 'de', country: 'US' })).toBe('1234.50');
    // Without a country, or where neither has it so, it is not guessed.
    expect(number().typed('42,5', english)).toBeUndefined();
    expect(number().typed('1.234,567', english)).toBeUndefined();
    expect(number().typed('1,2.3,4', here)).toBeUndefined();
  });

  test('does not take what it does not understand, and shows it as it was written', () => {
    expect(number().typed('a dozen', english)).toBeUndefined();
    expect(rating().accepts(9)).toBe(false);
    expect(choice(['open']).typed('shut', english)).toBeUndefined();
    expect(day().accepts('in spring')).toBe(false);
    expect(isTolerated(day(), 'in spring')).toBe(true);
    expect(isTolerated(time(), 1e30)).toBe(false);
    expect(shownValue(day(), 'in spring', english)).toBe('in spring');
  });

  test('orders values, and what is of another shape last', () => {
    const stages = choice(['new', 'won', 'lost']);
    const sorted = ['lost', 7, 'new', 'won'].toSorted((a, b) => compareValues(stages, a, b));
    expect(sorted).toEqual(['new', 'won', 'lost', 7]);
    expect(['10', '9'].toSorted((a, b) => compareValues(number(), a, b))).toEqual(['9', '10']);
  });
});

test('a record’s fields are typed; what is of another shape is left out', () => {
  expect(fieldsOf(person, { fields: { given: 'Ada', birthday: 'in spring' } })).toEqual({
    given: 'Ada',
  });
});

test('search text, keys and links follow from the declaration', () => {
  const visit = defineKind('visit', {
    collection: 'work',
    privacy: 'as-linked',
    onErase: 'unlink',
    fields: { title: text({ search: 'name' }), people: links({ to: ['people'] }) },
    sets: { stages: log() },
  });
  const content = { fields: { title: 'Fair', people: ['p1', 'p2'] }, sets: {}, note: 'Hall 4' };
  expect(visit.derive(content)).toEqual({ name: 'Fair', keys: ['p1', 'p2'] });
  expect(visit.search(content)).toEqual({ name: 'Fair', contact: '', body: 'Hall 4' });
  expect(visit.links(content).map(({ what, id }) => [what, id])).toEqual([
    ['people', 'p1'],
    ['people', 'p2'],
  ]);
});
