// How something comes round is said as people say it, in every language.

import { i18n } from '@lingui/core';
import { expect, test, vi } from 'vitest';

import { readWords } from '../../../build/words.ts';

vi.stubGlobal('location', { search: '' });
vi.stubGlobal('document', { documentElement: { dir: 'ltr' } });
vi.stubGlobal('navigator', { language: 'en-GB', languages: ['en-GB'] });
const { repeatSaid } = await import('../../../src-renderer/words/every-words.ts');
const { repeatText } = await import('../../../src-shared/values/repeat.ts');

const onThe = (nth: number): string =>
  repeatSaid(repeatText({ unit: 'month', interval: 1, nth: { nth, weekDay: 2 } }));

test.each([
  ['en', 1, 'on the first Tuesday of the month'],
  ['en', 2, 'on the second Tuesday of the month'],
  ['en', 5, 'on the fifth Tuesday of the month'],
  ['en', -1, 'on the last Tuesday of the month'],
  ['de', 1, 'am ersten Tuesday im Monat'],
] as const)('in %s the %i', (language, nth, words) => {
  i18n.loadAndActivate({ locale: language, messages: readWords(language) });
  expect(onThe(nth)).toBe(words);
});
