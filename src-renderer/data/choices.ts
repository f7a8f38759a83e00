// Languages and countries by their names in the window's own language.

import { compareWords } from '../words/in-language.ts';

const countries =
  'AR AT AU BE BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IS IT JP KE KR LT LU LV MX MY NG NL NO NZ PH PL PT RO RS SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );
const locales =
  'en-US en-GB de-DE de-AT de-CH fr-FR es-ES it-IT nl-NL pt-BR pt-PT pl-PL cs-CZ sv-SE da-DK nb-NO fi-FI tr-TR uk-UA ja-JP zh-CN ko-KR'.split(
    ' ',
  );

const regionNames = new Intl.DisplayNames(undefined, { type: 'region' });
const languageNames = new Intl.DisplayNames(undefined, { type: 'language' });
const byLabel = (a: { label: string }, b: { label: string }): number =>
  compareWords(a.label, b.label);

export const countryOptions = countries
  .map((value) => ({ value, label: regionNames.of(value) ?? value }))
  .sort(byLabel);

export const localeOptions = [
  { value: '', label: 'Like the system' },
  ...locales.map((value) => ({ value, label: languageNames.of(value) ?? value })).sort(byLabel),
];
