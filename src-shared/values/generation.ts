// What stands behind a family's name and tells a father from a son: no part of that name.

type Generation = 'junior' | 'senior' | 'second' | 'third' | 'fourth';

/** Jun, Sen and the like are also names of families, and are meant with a dot or in small letters. */
const written: readonly (readonly [Generation, RegExp])[] = [
  ['junior', /^(?:jn?r\.?|júnior|junior|jun\.|junr\.?|hijo|fils|figlio|filho)$/iu],
  ['junior', /^jun$|^d\.\s?[Jj]\.?$/u],
  ['senior', /^(?:sn?r\.?|sénior|senior|sen\.|père)$/iu],
  ['senior', /^sen$|^d\.\s?[Ää]\.?$/u],
  ['second', /^II\.?$|^2nd$/iu],
  ['third', /^III\.?$|^3rd$/iu],
  ['fourth', /^IV\.?$|^4th$/u],
];

export const generationOf = (text: string): Generation | undefined =>
  written.find(([, pattern]) => pattern.test(text.trim().normalize('NFC')))?.[0];

type Apart = { rest: string; suffix: string; generation: Generation | undefined };

/** A name without it. What would leave nothing of the name is none. */
export function withoutGeneration(name: string): Apart {
  const words = name.trim().split(/\s+/);
  // "d. Ä." is two words for some.
  for (const count of [2, 1]) {
    const suffix = words.slice(-count).join(' ');
    const generation = words.length > count ? generationOf(suffix) : undefined;
    if (generation === undefined) continue;
    const rest = words.slice(0, -count).join(' ').replace(/,$/, '');
    return { rest, suffix, generation };
  }
  return { rest: name, suffix: '', generation: undefined };
}
