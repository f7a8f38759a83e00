// The paper that offices of a country use.

/** By Unicode's common locale data; everywhere else it is A4. */
const withLetter = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ');

export type Paper = 'A4' | 'Letter';
/** own: what is printed says its size itself. */
export type AnyPaper = Paper | 'own';

/** `country`: its code of ISO 3166-1 alpha-2. */
export const paperOf = (country: string): Paper => (withLetter.includes(country) ? 'Letter' : 'A4');
