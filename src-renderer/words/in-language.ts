// Lists and sorting as the language of the words has them. Dates and numbers follow the
// owner's setting instead: ui/when.tsx.

import { i18n } from '@lingui/core';

import { say } from '../../src-shared/words/say.ts';

export const compareWords = (a: string, b: string): number => a.localeCompare(b, i18n.locale);

/** Made once for each language: making one costs more than a row of a list. */
const madeBy = new Map<string, Intl.ListFormat>();

function formatter(type: Intl.ListFormatType, style: Intl.ListFormatStyle): Intl.ListFormat {
  const of = `${i18n.locale} ${type}`;
  const known = madeBy.get(of);
  if (known !== undefined) return known;
  const made = new Intl.ListFormat(i18n.locale, { type, style });
  madeBy.set(of, made);
  return made;
}

/** “a, b and c”. */
export const listWords = (words: readonly string[]): string =>
  formatter('conjunction', 'long').format(words);

/** “a, b or c”. */
export const eitherOf = (words: readonly string[]): string =>
  formatter('disjunction', 'long').format(words);

/**
 * “Ana, Ben, Chen”, without an “and”: what is listed often goes on. The lists of units that
 * Intl has say “and” in German and Arabic.
 */
export const commaWords = (items: readonly string[]): string =>
  items.join(i18n.locale === 'ar' ? '، ' : ', ');

/** What somebody wrote, in the marks of the language. */
export const quoted = (text: string): string => say('query.quoted', { text });

/** What a country is called, by its code of ISO 3166-1 alpha-2. */
export const countryWords = (code: string): string =>
  new Intl.DisplayNames(i18n.locale, { type: 'region' }).of(code) ?? code;
