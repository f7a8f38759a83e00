// What is said of a search that found other words than those typed.

import { t } from '@lingui/core/macro';

import { listWords } from './in-language.ts';

export const insteadWords = (typed: string, like: readonly string[]): string =>
  t`Nothing for “${typed}”: showing ${listWords(like)}`;
