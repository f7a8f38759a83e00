// The window's catalogue: only that of the language which is spoken comes to the page
// (compiled by build/words-plugin.ts). `?language=de` in the address speaks it whatever was
// chosen; `pseudo` and `pseudo-rtl`, which is drawn from right to left, are for tests.

import { i18n, type Messages } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

import type { HostSettings } from '../../src-shared/bridge/host-types.ts';
import {
  directionOf,
  type Language,
  localeOf,
  spokenLanguage,
} from '../../src-shared/words/languages.ts';
import { isolateValues } from './isolated.ts';

type Compiled = { readonly [id: string]: CompiledMessage };

// What the build makes of them is not what the compiler sees.
const catalogues: { readonly [language in Language]: () => Promise<{ default: unknown }> } = {
  en: () => import('../../src-shared/words/locales/en.json'),
  de: () => import('../../src-shared/words/locales/de.json'),
  ar: () => import('../../src-shared/words/locales/ar.json'),
};

/** The language of words, and of dates and numbers; '': as the system. */
export type Choice = Pick<HostSettings, 'language' | 'locale' | 'defaultCountry'>;

const inAddress = new URLSearchParams(location.search).get('language') ?? '';
const isPseudo = inAddress === 'pseudo' || inAddress === 'pseudo-rtl';
const chosenIn = ({ language }: Choice): string =>
  isPseudo || inAddress === '' ? language : inAddress;
const languageOf = (choice: Choice): Language =>
  isPseudo ? 'en' : spokenLanguage(chosenIn(choice), navigator.languages);

export const asTheSystem: Choice = { language: '', locale: '', defaultCountry: 'US' };
/** Begun before the host has said what was chosen: it mostly is this one. */
const likely = languageOf(asTheSystem);
const loadingLikely = catalogues[likely]();

isolateValues(i18n, () => (document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'));
let locale = navigator.language;

/** From now on everything is said in it; what is drawn already must be drawn again. */
export async function speak(choice: Choice): Promise<Language> {
  const language = languageOf(choice);
  locale = localeFor(choice);
  // What is counted in a sentence takes the digits of the dates, if it can.
  const isSame = !isPseudo && new Intl.Locale(locale).language === language;
  const locales: { locales?: string } = isSame ? { locales: locale } : {};
  if (i18n.locale === language && i18n.locales === locales.locales) return language;
  const { default: loaded } = await (language === likely ? loadingLikely : catalogues[language]());
  const compiled = loaded as Compiled;
  const messages: Messages = isPseudo ? await pseudo(compiled) : compiled;
  document.documentElement.lang = language;
  document.documentElement.dir = inAddress === 'pseudo-rtl' ? 'rtl' : directionOf(language);
  i18n.loadAndActivate({ locale: language, messages, ...locales });
  return language;
}

async function pseudo(messages: Compiled): Promise<Messages> {
  const { pseudoCatalogue } = await import('../../src-shared/words/pseudo.ts');
  return pseudoCatalogue(messages);
}

/** Of dates, numbers and weeks. */
export function localeFor(choice: Choice): string {
  if (choice.locale !== '') return choice.locale;
  return isPseudo || chosenIn(choice) === ''
    ? navigator.language
    : localeOf(languageOf(choice), navigator.languages, choice.defaultCountry);
}

/** As it was last chosen. */
export const localeNow = (): string => locale;
