// What declarations outside functions are called: a phrase that is said when it is shown,
// or a text that is the same in every language or has been said already.

import { i18n, type MessageDescriptor } from '@lingui/core';

export type Words = MessageDescriptor | string;

export const wordsOf = (words: Words): string =>
  typeof words === 'string' ? words : i18n._(words);
