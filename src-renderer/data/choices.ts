// Languages and countries by their names in the window's own language.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { languageNames, languages } from '../../src-shared/words/languages.ts';
import { compareWords } from '../words/in-language.ts';

const countries =
  'AE AR AT AU BE BH BR CA CH CL CN CO CZ DE DK DZ EE EG ES FI FR GB GR HK HR HU IE IL IN IQ IS IT JO JP KE KR KW LB LT LU LV LY MA MX MY NG NL NO NZ OM PH PL PS PT QA RO RS SA SD SE SG SI SK SY TH TN TR TW UA US VN YE ZA'.split(
    ' ',
  );
const locales =
  'en-US en-GB de-DE de-AT de-CH fr-FR es-ES it-IT nl-NL pt-BR pt-PT pl-PL cs-CZ sv-SE da-DK nb-NO fi-FI tr-TR uk-UA ar-EG ar-SA ar-AE ar-MA ja-JP zh-CN ko-KR'.split(
    ' ',
  );

type Option = { value: string; label: string };

export const countryOptions = (): Option[] => named(countries, 'region');

/** Each in its own language, for whoever cannot read the one that is spoken. */
export const languageOptions = (): Option[] => [
  { value: '', label: t`Like the system` },
  ...languages.map((value) => ({ value, label: languageNames[value] })),
];

export const localeOptions = (): Option[] => [
  { value: '', label: t`Like the language` },
  ...named(locales, 'language'),
];

/** Languages that people are written to in. */
export const writtenOptions = (codes: readonly string[]): Option[] => named(codes, 'language');

function named(codes: readonly string[], type: 'region' | 'language'): Option[] {
  const names = new Intl.DisplayNames(i18n.locale, { type });
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => compareWords(a.label, b.label));
}
