import { expect, test } from 'vitest';

import { languagesOfSalutations, salutation } from '../../../src-shared/drafts/salutation.ts';

const anna = { language: 'de', given: 'Anna', family: 'Weber' };

test.each([
  ['Sehr geehrte Frau Dr. Weber', { ...anna, prefix: 'Dr.', gender: 'female' }],
  ['Sehr geehrte Frau Weber', { ...anna, prefix: 'Frau' }],
  ['Sehr geehrter Herr Prof. Dr. Weber', { ...anna, prefix: 'Herr Prof. Dr.' }],
  ['Guten Tag Dr. Anna Weber', { ...anna, prefix: 'Dr.' }],
  ['Guten Tag Anna Weber', anna],
  ['Dear Dr. Weber', { ...anna, language: 'en-GB', prefix: 'Dr.' }],
  ['Dear Ms Weber', { ...anna, language: 'en', gender: 'female' }],
  ['Dear Anna Weber', { ...anna, language: 'en' }],
  ['Dear Anna Weber', { ...anna, language: 'Klingon' }],
  ['Madame Weber', { ...anna, language: 'fr', gender: 'female' }],
  ['Hello', { language: 'en' }],
  ['تحية طيبة', { language: 'ar' }],
  ['Moin Anna', { ...anna, own: ' Moin Anna ' }],
])('formal: %s', (words, who) => {
  expect(salutation(who, true)).toBe(words);
});

test('by the given name, whatever the language', () => {
  expect(salutation({ ...anna, prefix: 'Frau Dr.' }, false)).toBe('Guten Tag Anna');
  for (const language of languagesOfSalutations)
    expect(salutation({ ...anna, language }, false)).toContain('Anna');
});

test('who has only one name is called by it', () => {
  expect(salutation({ language: 'de', name: 'Tischlerei Weiß' }, true)).toBe(
    'Guten Tag Tischlerei Weiß',
  );
  expect(salutation({ language: 'en', family: 'Weber' }, false)).toBe('Dear Weber');
});
