// Languages and countries by their names in the window's own language.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { compareWords } from '../words/in-language.ts';

const countries =
  'AR AT AU BE BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IS IT JP KE KR LT LU LV MX MY NG NL NO NZ PH PL PT RO RS SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );
const locales =
  'en-US en-GB de-DE de-AT de-CH fr-FR es-ES it-IT nl-NL pt-BR pt-PT pl-PL cs-CZ sv-SE da-DK nb-NO fi-FI tr-TR uk-UA ja-JP zh-CN ko-KR'.split(
    ' ',
  );

type Option = { value: string; label: string };

export const countryOptions = (): Option[] => named(countries, 'region');

export const localeOptions = (): Option[] => [
  { value: '', label: t`Like the system` },
  ...named(locales, 'language'),
];

function named(codes: readonly string[], type: 'region' | 'language'): Option[] {
  const names = new Intl.DisplayNames(i18n.locale, { type });
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => compareWords(a.label, b.label));
}
