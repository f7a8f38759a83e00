// What speaks for and against two records being one, in words.

import { t } from '@lingui/core/macro';

import type { Reason } from '../../../src-shared/duplicates/measure.ts';

const words: { readonly [what in Reason['what']]?: (value: string) => string } = {
  'email-same': (value) => t`same e-mail ${value}`,
  'email-like': () => t`e-mails alike`,
  'email-shared': (value) => t`an office’s e-mail ${value}`,
  'phone-same': (value) => t`same phone ${value}`,
  'phone-shared': (value) => t`a phone of several, ${value}`,
  'handle-same': (value) => t`same profile ${value}`,
  'id-same': (value) => t`same number in ${value}`,
  'id-other': (value) => t`another number in ${value}`,
  'name-same': () => t`same name`,
  'name-like': () => t`names alike`,
  'family-same': () => t`same family name`,
  'family-like': () => t`family names alike`,
  'family-other': () => t`another family name`,
  'given-same': () => t`same given name`,
  'given-short': () => t`a short form of the given name`,
  'given-like': () => t`given names alike`,
  'given-initial': () => t`same initial`,
  'given-other': () => t`another given name`,
  'name-turned': () => t`given and family name turned round`,
  'suffix-other': () => t`one senior, one junior`,
  'birthday-same': () => t`same birthday`,
  'birthday-slip': () => t`birthdays that differ by a slip`,
  'birthday-other': () => t`another birthday`,
  'organisation-same': () => t`same organisation`,
  'organisation-like': () => t`organisations alike`,
  'place-same': () => t`same address`,
  'company-same': () => t`same name`,
  'company-like': () => t`names alike`,
  'company-other': () => t`another name`,
  'domain-same': (value) => t`same domain ${value}`,
  'city-other': () => t`another town`,
};

/** What counts most first; how large the book is counts everywhere, and is not said each time. */
export const reasonWords = (reasons: readonly Reason[]): string[] =>
  reasons
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .flatMap(({ what, value }) => words[what]?.(value) ?? []);
