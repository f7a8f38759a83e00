// Lists and sorting as the language of the words has them. Dates and numbers follow the
// owner's setting instead: ui/when.tsx.

import { i18n } from '@lingui/core';

export const compareWords = (a: string, b: string): number => a.localeCompare(b, i18n.locale);

/** “a, b and c”. */
export const listWords = (words: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale).format(words);

/** “a, b or c”. */
export const eitherOf = (words: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(words);

/** “Ana, Ben, Chen”, without an “and”: what is listed often goes on. */
export const commaWords = (items: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale, { type: 'unit', style: 'short' }).format(items);
