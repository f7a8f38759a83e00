// The words by which a text is found beside those it holds: as somebody types them who does
// not have its letters, leaves out an apostrophe, or writes an umlaut as two letters.

import { foldText } from './fold.ts';

const letters = String.raw`[\p{L}\p{N}\p{M}\p{Co}]+`;
const joints = String.raw`['’‘ʼ\u0060´-]`;
const compound = new RegExp(`${letters}(?:${joints}${letters})*`, 'gu');
const joint = new RegExp(joints, 'u');
/** Written without spaces between words: their characters are words already. */
const spaceless =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF]/;
export const isSpaceless = (word: string): boolean => spaceless.test(word);
const picture = /\p{Extended_Pictographic}/gu;
/** Nothing of it can be typed otherwise. */
const plain = /^[\x20-&(-,./0-9:-~]*$/;
const asTwo: { readonly [letter: string]: string } = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };

/** How a word is written otherwise; `isName`: ue, oe and ae may stand for an umlaut. */
export function otherSpellings(word: string, isName: boolean): string[] {
  const plainWord = foldText(word);
  const spelt = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüå]/g, (letter) => asTwo[letter] ?? letter);
  const found = new Set([plainWord, foldText(spelt)]);
  if (isName && /^[a-z]{3,30}$/.test(plainWord)) found.add(plainWord.replace(/([aou])e/g, '$1'));
  return [...found];
}

/** Words to be found by that are not in the text; '' for most. */
export function moreWords(text: string, isName: boolean): string {
  if (plain.test(text)) return isName ? withoutE(text) : '';
  const more = new Set<string>();
  for (const [whole] of text.matchAll(compound)) {
    if (spaceless.test(whole)) continue;
    const parts = whole.split(joint);
    const had = new Set(parts.flatMap((part) => [part.toLowerCase(), latinFold(part)]));
    const words = parts.length > 1 ? [...parts, parts.join('')] : parts;
    for (const word of words)
      for (const spelling of otherSpellings(word, isName))
        if (!had.has(spelling)) more.add(spelling);
  }
  for (const [one] of text.matchAll(picture)) more.add(pictureWord(one));
  return [...more].join(' ');
}

/** Of a name in plain letters, those words that may have an umlaut. */
function withoutE(name: string): string {
  if (!/[aou]e/i.test(name)) return '';
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && word.length <= 30 && /[aou]e/.test(word))
    .map((word) => word.replace(/([aou])e/g, '$1'))
    .join(' ');
}

/** One word of a search, in each way in which it may stand in the index. */
export function typedSpellings(word: string): string[] {
  if (spaceless.test(word)) return [word];
  const pictures = Array.from(word.matchAll(picture), ([one]) => pictureWord(one));
  const found = [word, foldText(word), foldText(word.split(joint).join('')), ...pictures];
  return [...new Set(found.filter((one) => /[\p{L}\p{N}\p{Co}]/u.test(one)))];
}

const pictureWord = (one: string): string => `picture${one.codePointAt(0)?.toString(16)}`;

/** As the index folds: marks go from Latin letters only. */
const latinFold = (word: string): string =>
  /^[\p{Script=Latin}\p{N}\p{M}]+$/u.test(word)
    ? word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    : word.toLowerCase();
