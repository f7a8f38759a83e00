// Which records are worth comparing: those that share a key. Comparing each with each would
// take hours.

import { doubleMetaphone } from 'double-metaphone';

import { rootsOf } from './short-names.ts';
import type { Traits } from './traits.ts';

/** Keys of a record; an address or number finds by its end, a name by its sound. */
export function blockKeys({
  given,
  family,
  whole,
  emails,
  phones,
  handles,
  ids,
  birthday,
  organisations,
  places,
}: Traits): string[] {
  const keys: string[] = [];
  for (const { full, user, isShared } of emails) {
    // An office's address is several people's, who are compared by what else they share.
    if (isShared) continue;
    keys.push(`e ${full}`);
    if (user.length >= 5) keys.push(`u ${user}`);
  }
  for (const phone of phones) keys.push(`p ${phone.slice(-7)}`);
  for (const handle of handles) keys.push(`h ${handle}`);
  for (const [system, value] of ids) keys.push(`i ${system} ${value}`);
  const first = given[0] ?? '';
  for (const name of family) {
    keys.push(`n ${name} ${first.slice(0, 1)}`);
    const [sound] = doubleMetaphone(name);
    if (sound !== '') {
      keys.push(`s ${sound} ${first.slice(0, 2)}`);
      for (const one of organisations) keys.push(`o ${sound} ${one}`);
      for (const place of places) keys.push(`a ${sound} ${place}`);
      if (birthday !== '') keys.push(`b ${sound} ${birthday.slice(-5)}`);
    }
    for (const root of rootsOf(first)) keys.push(`r ${name} ${root}`);
    // Given and family name are turned round in some files.
    if (first !== '') keys.push(`t ${[first, name].toSorted().join(' ')}`);
  }
  if (birthday !== '' && first !== '') keys.push(`g ${first} ${birthday.slice(-5)}`);
  if (family.length === 0 && first !== '')
    for (const one of organisations) keys.push(`f ${first} ${one}`);
  if (whole.length > 1) keys.push(`t ${whole.toSorted().join(' ')}`);
  if (whole.length === 1) keys.push(`w ${whole[0] ?? ''}`);
  return [...new Set(keys)];
}

/**
 * How many may share a key. Those who share a common name are compared where they share
 * something else, too; anything else that so many have is passed over, and named.
 */
export const largestBlock = (isOfName: boolean): number => (isOfName ? 40 : 500);

/** Made of a name alone. */
export const isNameKey = (key: string): boolean => /^[nsrtw] /.test(key);

/** 33 bits of a text: one in some thousand pairs of many keys is compared in vain. */
export function hash33(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    a = Math.imul(a ^ letter, 2_654_435_761);
    b = Math.imul(b ^ letter, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (b & 1) * 4_294_967_296 + (a >>> 0);
}
