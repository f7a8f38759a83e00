// The keys by which values count as the same. Never shown to anybody.

import type { SetItem } from './record.ts';

type Valued = Pick<SetItem, 'value'>;

/** What only needs lower case: most names, and this is asked of every one. */
const plainWords = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Letters that Unicode does not take apart, as people type them who do not have them. */
const plainLetters = new Map(
  [
    'ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ŧ:t ı:i ŋ:ng ə:e ς:σ ґ:г',
    // Arabic: other forms of alef and yeh, teh marbuta, and what only stretches a word.
    'ٱ:ا ى:ي ی:ي ة:ه ک:ك ـ:',
  ].flatMap((some) => some.split(' ').map((pair) => pair.split(':') as [string, string])),
);
const unlike = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'gu');

/**
 * Lower case, without diacritics, each letter beside the one it is looked for under (KILIÇ and
 * Kılıç, GROSS and Groß), one space between words. The one way in which names are compared.
 */
export function foldText(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(unlike, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address, tag or handle as it is compared; capital İ leaves a mark of its own behind. */
export const foldItem = (value: string): string => {
  const lower = value.trim().toLowerCase();
  return lower.includes('i\u0307') ? lower.replaceAll('i\u0307', 'i') : lower;
};

export const lowerTrimmed = (item: Valued): string => foldItem(item.value);

export const asIs = (item: Valued): string => item.value;

/** The same value under another label is another entry. */
export const labelled = (item: { value: string; label?: string | undefined }): string =>
  `${item.label ?? ''}\u0000${item.value}`;

/**
 * Digits and a leading plus (`+` and country code where the number was understood), then
 * the digits of an extension, which imports before this version kept beside the number.
 */
export function phoneKey({
  value,
  more,
}: Pick<SetItem, 'value'> & { more?: SetItem['more'] | undefined }): string {
  const digits = value.replace(/[^\d+]/g, '');
  const ext = more?.['ext'];
  return ext === undefined || value.includes(';ext=') ? digits : digits + ext.replace(/\D/g, '');
}

/** One line of all that is text. */
export function joinText(values: readonly unknown[]): string {
  let line = '';
  for (const value of values) {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text !== '') line = line === '' ? text : `${line} ${text}`;
  }
  return line;
}
