// The language that most people of a country speak.

const byCountry = new Map<string, string>();

/** `country`: ISO 3166-1 alpha-2. */
export function languageOfCountry(country: string): string {
  const known = byCountry.get(country);
  if (known !== undefined) return known;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  byCountry.set(country, language);
  return language;
}
