// What is listed without an “and”, in each language.

import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';

import { commaWords } from '../../../src-renderer/words/in-language.ts';

test.each([
  ['en', 'Owner, Baumann Joinery'],
  ['de', 'Owner, Baumann Joinery'],
  ['ar', 'Owner، Baumann Joinery'],
])('%s: has commas of its own and no “and”', (language, said) => {
  i18n.loadAndActivate({ locale: language, messages: {} });
  expect(commaWords(['Owner', 'Baumann Joinery'])).toBe(said);
});
