// Countries as people write them in an address: by code, or by name in the languages that
// imports know.

import { getCountries } from 'libphonenumber-js/min';

import { foldText } from '../../../domain/fold.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'];
const others = { usa: 'US', 'u.s.a.': 'US', uk: 'GB', england: 'GB', scotland: 'GB', wales: 'GB' };

let codeByName: Map<string, string> | undefined;

/** ISO 3166-1 alpha-2; undefined for what is no country's code or name. */
export function countryOf(text: string): string | undefined {
  codeByName ??= readNames();
  return codeByName.get(foldText(text.trim()));
}

function readNames(): Map<string, string> {
  const known = new Map<string, string>(Object.entries(others));
  for (const code of getCountries()) {
    known.set(code.toLowerCase(), code);
    for (const language of languages) {
      const name = new Intl.DisplayNames(language, { type: 'region' }).of(code);
      if (name !== undefined && !known.has(foldText(name))) known.set(foldText(name), code);
    }
  }
  return known;
}
