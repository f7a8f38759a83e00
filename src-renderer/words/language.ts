// The window's catalogue. English comes with the page (compiled by build/words-plugin.ts);
// `?language=pseudo` is for tests. Chosen before anything is drawn and for as long as the
// page stands.

import { i18n } from '@lingui/core';

import english from '../../src-shared/words/locales/en.json';

i18n.loadAndActivate({ locale: 'en', messages: english });

export async function chooseLanguage(asked: string | null): Promise<void> {
  if (asked !== 'pseudo') return;
  const { pseudoEnglish } = await import('./pseudo-language.ts');
  i18n.loadAndActivate({ locale: 'en', messages: pseudoEnglish });
}
