// The keys by which values count as the same. Never shown to anybody.

import type { SetItem } from './record.ts';

type Valued = Pick<SetItem, 'value'>;

/** What only needs lower case: most names, and this is asked of every one. */
const plainWords = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Lower case, without diacritics, one space between words. */
export function foldText(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

export const lowerTrimmed = (item: Valued): string => item.value.trim().toLowerCase();

export const asIs = (item: Valued): string => item.value;

/** The same value under another label is another entry. */
export const labelled = (item: { value: string; label?: string | undefined }): string =>
  `${item.label ?? ''}\u0000${item.value}`;

/**
 * Digits and a leading plus (`+` and country code where the number was understood), then
 * the digits of an extension, which imports before this version kept beside the number.
 */
export function phoneKey({ value, more }: Pick<SetItem, 'value' | 'more'>): string {
  const digits = value.replace(/[^\d+]/g, '');
  const ext = more?.['ext'];
  return ext === undefined || value.includes(';ext=') ? digits : digits + ext.replace(/\D/g, '');
}

/** One line of all that is text. */
export function joinText(values: readonly unknown[]): string {
  return values
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .map((value) => value.trim())
    .join(' ');
}
