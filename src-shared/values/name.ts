// A person's name from one text to its parts. The text itself stays as `fullName` wherever
// the parts do not say the same: no letter of a name is lost.

import { parseFullName } from 'parse-full-name';

import { generationOf, withoutGeneration } from './generation.ts';
import { hasSameWords, joinedParts, type NameFields } from './name-words.ts';

/** Longer ones are not taken apart. */
const longestName = 200;

/** Empty for a text without a name. One word is a given name. */
export function parseName(text: string): NameFields {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '') return {};
  if (!name.includes(' ')) return { given: name };
  // "Roe, Ana" says nothing that its parts do not.
  const turned = turnedName(name);
  if (turned !== undefined) return turned;
  const parts = partsOf(name);
  if (joinedParts(parts) === name) return parts;
  // Parts that leave something of it out, or make something up, are no help.
  return { ...(hasSameWords(parts, name) ? parts : {}), fullName: name };
}

function partsOf(name: string): NameFields {
  const [family = '', given, ...more] = name.split(', ');
  const before = withoutGeneration(family);
  // "Roe jun., Ana"
  const turned =
    given === undefined || more.length > 0 || before.suffix === ''
      ? undefined
      : turnedName(`${before.rest}, ${given}`);
  if (turned !== undefined) return { ...turned, suffix: before.suffix };
  const { rest, suffix } = withoutGeneration(name);
  if (suffix === '') return namePartsOf(name);
  const parts: NameFields = rest.includes(' ') ? namePartsOf(rest) : { given: rest };
  return { ...parts, suffix: [parts.suffix ?? '', suffix].join(' ').trim() };
}

const afterName =
  /^(?:jr|sr|i{2,3}|iv|v|md|phd|esq|dds|cpa|mba|msc|bsc|ma|ba|dr|inc|ltd|llc|gmbh|ag|e\.?v|sa)\b/i;

/** "Family, Given", where what stands behind the comma is no title or kind of company. */
function turnedName(name: string): NameFields | undefined {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isTurned =
    more.length === 0 &&
    family !== '' &&
    given !== '' &&
    !afterName.test(given) &&
    family.split(' ').length <= 3 &&
    given.split(' ').length <= 3 &&
    /^[\p{L}\p{M}'’. -]+$/u.test(family + given) &&
    generationOf(given) === undefined &&
    withoutGeneration(family).generation === undefined;
  if (!isTurned) return undefined;
  const [first = '', ...middle] = given.split(' ');
  return { given: first, family, ...(middle.length > 0 ? { middle: middle.join(' ') } : {}) };
}

/** None where the library is not sure. */
function namePartsOf(name: string): NameFields {
  if (name.length > longestName) return {};
  const parsed = parseFullName(name, 'all', 0, false, true);
  if (parsed.error.length > 0) return {};
  const parts: NameFields = {};
  if (parsed.title !== '') parts.prefix = parsed.title;
  const { first, last } = givenFirst(parsed.first, parsed.last);
  if (first !== '') parts.given = first;
  if (parsed.middle !== '') parts.middle = parsed.middle;
  if (last !== '') parts.family = last;
  if (parsed.suffix !== '') parts.suffix = parsed.suffix;
  if (parsed.nick !== '') parts.nickname = parsed.nick;
  return parts;
}

/** Begin a family's name even where nothing stands before them. */
const particles = new Set(
  'a ab abu af bin bint da dal de degli dei del della den der des di do dos du el fitz ibn la las le lo los mac mc of saint san santa st st. ten ter ua van von y zu zum zur'.split(
    /\s+/,
  ),
);

/** The library takes Ben, Al and Björn for the beginning of a family's name. */
function givenFirst(first: string, last: string): { first: string; last: string } {
  const [word = '', ...rest] = last.split(' ');
  const isGiven =
    first === '' && rest.length > 0 && /^\p{Lu}/u.test(word) && !particles.has(word.toLowerCase());
  return isGiven ? { first: word, last: rest.join(' ') } : { first, last };
}
