// The letters that stand for somebody who has no picture.

import { expect, test } from 'vitest';

import { initialsOf } from '../../../src-renderer/ui/initials.ts';
import { personName } from '../../../src-shared/domain/person.ts';

const of = (fields: { [part: string]: string }) =>
  initialsOf({ fields, name: personName({ fields, sets: {}, note: '' }) });

test('they are those of the given and the family name, whatever stands around them', () => {
  expect(of({ prefix: 'Dr.', given: 'Anna', family: 'Weiß' })).toBe('AW');
  expect(of({ given: 'Dr. Anna', family: 'Weiß' })).toBe('AW');
  expect(of({ given: 'Herr', family: 'Abdul-Rahman' })).toBe('A');
  expect(of({ given: 'Ada', middle: 'King', family: 'Lovelace', suffix: 'PhD' })).toBe('AL');
  expect(of({ given: 'Anna' })).toBe('A');
});

test('of a name that was never taken apart they are those of its ends, without titles', () => {
  expect(of({ fullName: 'Dr. Anna Weiß' })).toBe('AW');
  expect(of({ fullName: 'Herr Abdul-Rahman' })).toBe('A');
  expect(initialsOf({ fields: {}, name: 'ben@lamps.example' })).toBe('BL');
  expect(initialsOf({ fields: {}, name: '🌱 Seeds and more' })).toBe('SM');
});

test('whoever is called as a title is has letters, too', () => {
  expect(of({ given: 'Herr' })).toBe('H');
});
