// Names that are written in capitals or small letters only, as they should be.
import { expect, it } from 'vitest';

import { isBetterWritten } from '../../../src-shared/values/name-case.ts';
import { looksTurkish, type NamePart, properCase } from '../../../src-shared/values/proper-case.ts';

it.each<[NamePart, string, string]>([
  ['given', 'ANNA', 'Anna'],
  ['given', 'anna-lena', 'Anna-Lena'],
  ['given', 'JEAN LUC', 'Jean Luc'],
  ['given', 'john r. r.', 'John R. R.'],
  ['given', 'van anh', 'Van Anh'],
  ['given', 'ZOË', 'Zoë'],
  ['given', 'ΓΙΏΡΓΟΣ', 'Γιώργος'],
  ['given', 'ИВАН', 'Иван'],
  ['family', 'MÜLLER', 'Müller'],
  ['family', 'müller-lüdenscheidt', 'Müller-Lüdenscheidt'],
  ['family', 'VON DER LEYEN', 'von der Leyen'],
  ['family', 'VAN DEN BERG', 'van den Berg'],
  ['family', 'DE LA CRUZ', 'de la Cruz'],
  ['family', 'LE PEN', 'Le Pen'],
  ['family', 'MCDONALD', 'McDonald'],
  ['family', 'macleod', 'MacLeod'],
  ['family', 'MACHADO', 'Machado'],
  ['family', "O'BRIEN", "O'Brien"],
  ['family', "o’brien-d'angelo", "O’Brien-D'Angelo"],
  ['family', "ABU'L", "Abu'l"],
  ['family', 'LI', 'Li'],
  ['family', 'IJSBRAND', 'IJsbrand'],
  ['family', 'WINDSOR III', 'Windsor III'],
  ['fullName', 'ANNA VON MÜLLER', 'Anna von Müller'],
  ['fullName', 'VON NEUMANN', 'Von Neumann'],
  ['fullName', 'karl ludwig iv', 'Karl Ludwig IV'],
  ['fullName', 'DR. ANNA ROE PHD', 'Dr. Anna Roe PhD'],
])('the %s %s becomes %s', (part, written, proper) => {
  expect(properCase(written, part, false)).toBe(proper);
  expect(properCase(proper, part, false)).toBe(proper);
  expect(isBetterWritten(proper, written)).toBe(true);
});

it.each<[NamePart, string]>([
  ['given', 'Anna'],
  ['given', 'JP'],
  ['given', 'A'],
  ['family', 'McDonald'],
  ['family', 'deLuca'],
  ['fullName', '李小龍'],
  ['fullName', 'أحمد علي'],
  ['fullName', '4711'],
])('the %s %s stays as it is', (part, written) => {
  expect(properCase(written, part, false)).toBe(written);
});

it('a Turkish name keeps its dots, and one of another language gets none', () => {
  expect(properCase('İREM', 'given', true)).toBe('İrem');
  expect(properCase('IŞIK', 'family', true)).toBe('Işık');
  expect(properCase('irem', 'given', true)).toBe('İrem');
  expect(properCase('KILIÇ', 'family', true)).toBe('Kılıç');
  expect(properCase('FRANÇOIS', 'given', false)).toBe('François');
  expect(looksTurkish(['MEHMET', 'KILIÇ'], 'MEHMET')).toBe(true);
  expect(looksTurkish(['ALİ', 'KAYA'], 'ALİ')).toBe(true);
  expect(looksTurkish(['CAN', 'KILIÇ', '+905551112233'], 'CAN')).toBe(true);
  expect(looksTurkish(['FRANÇOIS', 'PETIT', 'f@x.fr'], 'FRANÇOIS')).toBe(false);
});
