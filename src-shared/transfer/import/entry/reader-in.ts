// How numbers and days are written in a file of a country.

import { plainReader, type Reader } from '../../../fields/field.ts';
import { languageOfCountry } from '../../../values/country-language.ts';

/** ISO 3166-1 alpha-2: in the language that most people there speak. */
export const readerIn = (country: string | undefined): Reader =>
  country === undefined ? plainReader : { country, language: languageOfCountry(country) };
