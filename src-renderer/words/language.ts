// The window's catalogue. English comes with the page (compiled by build/words-plugin.ts);
// `?language=pseudo` and `pseudo-rtl`, which is drawn from right to left, are for tests.
// Chosen before anything is drawn and for as long as the page stands.

import { i18n } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

import english from '../../src-shared/words/locales/en.json';
import { isolateValues } from './isolated.ts';

i18n.loadAndActivate({ locale: 'en', messages: english });

export async function chooseLanguage(asked: string | null): Promise<void> {
  const isPseudo = asked === 'pseudo' || asked === 'pseudo-rtl';
  if (isPseudo) {
    // It must not import this file, or what waits here: each would wait for the other.
    const { pseudoCatalogue } = await import('../../src-shared/words/pseudo.ts');
    // What the build makes of the catalogue.
    const compiled = english as unknown as { readonly [id: string]: CompiledMessage };
    i18n.loadAndActivate({ locale: 'en', messages: pseudoCatalogue(compiled) });
  }
  const direction = asked === 'pseudo-rtl' ? 'rtl' : directionOf(i18n.locale);
  document.documentElement.lang = i18n.locale;
  document.documentElement.dir = direction;
  isolateValues(i18n, direction);
}

const fromTheRight = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** How a language is written, by the script it usually stands in. */
const directionOf = (language: string): 'ltr' | 'rtl' =>
  fromTheRight.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
