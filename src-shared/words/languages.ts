// The languages that Rapport speaks, and which of them is meant.

/** Each by its own name: whoever looks for it reads that one. */
export const languageNames = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as Language[];

const isLanguage = (code: string): code is Language => Object.hasOwn(languageNames, code);

/** `chosen`: in the settings; '' and what is not spoken here leave it to the system's, best first. */
export function spokenLanguage(chosen: string, system: readonly string[]): Language {
  return [chosen, ...system].map(codeOf).find(isLanguage) ?? 'en';
}

/**
 * How numbers, days and weeks are written where nothing else was chosen: as the system has
 * them, if that is in the language of the words, else as the language is written in the
 * owner's country.
 */
export function localeOf(language: Language, system: readonly string[], country: string): string {
  return system.find((tag) => codeOf(tag) === language) ?? `${language}-${country}`;
}

const codeOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

const fromTheRight = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** How a language is written, by the script it usually stands in. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  fromTheRight.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
