// Names that are written in capitals or small letters only, as they should be.
import { expect, it } from 'vitest';

import { isBetterWritten } from '../../../src-shared/values/name-case.ts';
import { howTurkish, type NamePart, properCase } from '../../../src-shared/values/proper-case.ts';

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
  expect(properCase(written, part, 'none')).toBe(proper);
  expect(properCase(proper, part, 'none')).toBe(proper);
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
  expect(properCase(written, part, 'none')).toBe(written);
});

it('a Turkish name keeps its dots, and one of another language gets none', () => {
  expect(properCase('İREM', 'given', 'all')).toBe('İrem');
  expect(properCase('IŞIK', 'family', 'some')).toBe('Işık');
  expect(properCase('irem', 'given', 'some')).toBe('İrem');
  expect(properCase('KILIÇ', 'family', 'some')).toBe('Kılıç');
  expect(properCase('YILMAZ', 'family', 'some')).toBe('Yılmaz');
  expect(properCase('SARIÇINAR', 'family', 'some')).toBe('Sarıçınar');
  expect(properCase('FRANÇOIS', 'given', 'none')).toBe('François');
  expect(howTurkish(['MEHMET', 'KILIÇ'], 'MEHMET')).toBe('some');
  expect(howTurkish(['ALİ', 'KAYA'], 'ALİ')).toBe('all');
  expect(howTurkish(['CAN', 'KILIÇ', '+905551112233'], 'CAN')).toBe('some');
  expect(howTurkish(['FRANÇOIS', 'PETIT', 'f@x.fr'], 'FRANÇOIS')).toBe('none');
});

it.each([
  ['FISCHER', 'Fischer'],
  ['RICHTER', 'Richter'],
  ['WEISS', 'Weiss'],
  ['DEMIR', 'Demir'],
  ['SCHMIDT', 'Schmidt'],
  ['MARTIN', 'Martin'],
  ['ŞIMŞEK', 'Şimşek'],
  ['ivanov', 'Ivanov'],
])('of somebody with a Turkish given name %s becomes %s', (written, proper) => {
  expect(properCase(written, 'family', howTurkish(['AYŞE', written], 'AYŞE'))).toBe(proper);
});
