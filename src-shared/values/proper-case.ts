// A name in capitals or small letters only, with capitals where they belong: ANNA VON MÜLLER is
// Anna von Müller, O'BRIEN O'Brien, MCDONALD McDonald, LUDWIG II Ludwig II. A name that has both
// already is somebody's own way of writing it, and stays.

import { isOneCase } from './name-case.ts';

export type NamePart = 'given' | 'middle' | 'family' | 'maidenName' | 'fullName';
export const namePartsInCase: readonly NamePart[] = [
  'given',
  'middle',
  'family',
  'maidenName',
  'fullName',
];

/** As it should be written; the same text where nothing is to be done. */
export function properCase(text: string, part: NamePart, turkish: Turkish): string {
  const isInitials = part !== 'family' && part !== 'maidenName' && /^\p{Lu}{2}$/u.test(text);
  // JP is two initials, LI a family.
  if (!isOneCase(text) || isInitials) return text;
  const words = text.split(' ');
  return words
    .map((word, at) => {
      const language = languageOf(word, part, turkish);
      const lower = word.toLocaleLowerCase(language);
      if (isNumeral(word, at, words, part)) return word.toUpperCase();
      if (isParticle(lower, at, words, part)) return lower;
      return afterNames.get(lower) ?? wordInCase(lower, language);
    })
    .join(' ');
}

/**
 * How far the I of a name is Turkish. some: whoever has it seems to be from there, but the name may
 * be of another language, or written without dots. all: it is written with both, İ and I.
 */
export type Turkish = 'none' | 'some' | 'all';

/** By letters that only Turkish has, a Turkish number or address, or a given name that is Turkish. */
export function howTurkish(texts: readonly string[], given: string): Turkish {
  if (texts.some((text) => /[\u0130\u0131]/u.test(text))) return 'all';
  if (texts.some((text) => /[ĞğŞş]/u.test(text))) return 'some';
  if (texts.some((text) => /^\+90\d|\.tr$/i.test(text))) return 'some';
  return turkishNames.has(plain(given.split(' ')[0] ?? '')) ? 'some' : 'none';
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** AYŞE FISCHER is Ayşe Fischer, AYŞE YILDIZ Ayşe Yıldız. */
function languageOf(word: string, part: NamePart, turkish: Turkish): 'tr' | 'und' {
  if (turkish !== 'some') return turkish === 'all' ? 'tr' : 'und';
  const hasLetters = /[ĞğŞşÇç]/u.test(word);
  const isSmall = word === word.toLowerCase();
  if (isSmall) return hasLetters || part === 'given' || part === 'middle' ? 'tr' : 'und';
  // In a Turkish word the vowels agree: with these no dotless one stands.
  if (/[EÖÜ]/u.test(word)) return 'und';
  return hasLetters || dotless.has(plain(word)) ? 'tr' : 'und';
}

/** Common names with a dotless i and none of the other letters. */
const dotless = new Set(
  'yildiz yilmaz yildirim kilic aydin akin altin sari kara kizil kaplan irmak isil nazli tarik rifat riza firat sirri sitki hidir ilgaz ilgin sila yalin yaldiz aslan aykin'.split(
    ' ',
  ),
);

const turkishNames = new Set(
  'mehmet ahmet mustafa huseyin hasan ibrahim ismail osman yusuf murat emre burak cem kemal orhan fatma ayse emine hatice zeynep elif meryem serife zehra sultan hulya ozlem gulsen aysel'.split(
    ' ',
  ),
);

/** Before a family's name they are small in most of the languages that have them. */
const particles = new Set(
  'von vom zu zum zur van der den de ter ten te het af av del dos das do da du y e bin ibn bint'.split(
    ' ',
  ),
);
/** Behind one of these they are small as well: de la Cruz, but Le Pen. */
const behindParticles = new Set(['la', 'las', 'los', 'le', "'t"]);

function isParticle(lower: string, at: number, words: readonly string[], part: NamePart): boolean {
  const isLast = at === words.length - 1;
  const mayBegin = part === 'family' || part === 'maidenName';
  if (isLast || (at === 0 && !mayBegin) || part === 'given') return false;
  if (particles.has(lower)) return true;
  return behindParticles.has(lower) && particles.has(words[at - 1]?.toLowerCase() ?? '');
}

/** Li, Vi and Xi are names. */
const isNumeral = (word: string, at: number, words: readonly string[], part: NamePart): boolean =>
  part !== 'middle' &&
  at > 0 &&
  at === words.length - 1 &&
  /^(?:ii|iii|iv|vii|viii|ix)$/i.test(word);

const afterNames = new Map([
  ['phd', 'PhD'],
  ['md', 'MD'],
  ['mba', 'MBA'],
  ['msc', 'MSc'],
  ['bsc', 'BSc'],
]);

/** Macdonald and Machado look alike: only those that are known have a capital inside. */
const withMac =
  /^mac(?=(?:donald|leod|kenzie|arthur|gregor|intyre|intosh|pherson|millan|allister|farlane|dougall|kay|lean|neil|namara)$)/;

/** Between hyphens and behind an apostrophe with one letter before it a name begins. */
function wordInCase(lower: string, language: string): string {
  return lower.replace(/[\p{L}\p{M}]+/gu, (letters, at: number) => {
    const before = lower.slice(0, at);
    if (/[\p{L}\p{M}]['’ʼ]$/u.test(before) && !/(?:^|[-. ])[odl]['’ʼ]$/u.test(before))
      return letters;
    const inside = /^mc(?=\p{L}{2})/u.exec(letters)?.[0] ?? withMac.exec(letters)?.[0] ?? '';
    if (inside !== '')
      return capital(inside, language) + capital(letters.slice(inside.length), language);
    // In Dutch both letters are one.
    if (/^ij\p{L}/u.test(letters)) return `IJ${letters.slice(2)}`;
    return capital(letters, language);
  });
}

const capital = (word: string, language: string): string =>
  word === '' ? '' : word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
