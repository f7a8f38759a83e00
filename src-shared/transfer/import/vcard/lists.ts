// Cards that stand for a list (RFC 6350 KIND:group, and Apple's own), and cards that are
// related to others, name them by UID, before or after them in the file.

import { cardUid } from './card-uid.ts';
import { eachCard } from './each-card.ts';
import type { ReadWork } from '../source.ts';
import { type Card, parseCard } from './card.ts';

export type Lists = {
  /** Names of the lists that a card is on. */
  namesOf(card: Card): readonly string[];
  /** The name of a card that others name by its UID. */
  nameOf: (uid: string) => string | undefined;
  /** Whether a list has a name, and a card of this file is on it. */
  hasMembers(list: Card): boolean;
};

export const isList = ({ properties }: Card): boolean =>
  properties.some(
    ({ name, values }) =>
      (name === 'kind' || name === 'x-addressbookserver-kind') &&
      values[0]?.toLowerCase() === 'group',
  );

export async function readLists(text: string, work: ReadWork): Promise<Lists> {
  const namesByUid = new Map<string, string[]>();
  const uids = new Map<string, string>();
  if (/KIND[^:\n]*:\s*group|RELATED[^:\n]*:\s*urn:uuid:/i.test(text))
    await eachCard(text, work, ({ lines, problem }) => {
      if (problem !== undefined) return;
      const card = parseCard(lines);
      const name = nameOf(card);
      if (!isList(card)) {
        for (const key of keysOf(card)) uids.set(key, name);
        return;
      }
      if (name === '') return;
      for (const uid of membersOf(card)) {
        const names = namesByUid.get(uid) ?? [];
        if (!names.includes(name)) namesByUid.set(uid, [...names, name]);
      }
    });
  return {
    namesOf: (card) => [...new Set(keysOf(card).flatMap((key) => namesByUid.get(key) ?? []))],
    nameOf: (uid) => uids.get(memberUid(uid)) || undefined,
    hasMembers: (list) => nameOf(list) !== '' && membersOf(list).some((uid) => uids.has(uid)),
  };
}

const membersOf = ({ properties }: Card): string[] =>
  properties
    .filter(({ name }) => name === 'member' || name === 'x-addressbookserver-member')
    .map(({ values }) => memberUid(values[0] ?? ''))
    .filter((uid) => uid !== '');

const nameOf = (card: Card): string => valueOf(card, 'fn').slice(0, 200);
/** By its UID, and by the addresses with which RFC 6350 lets a list name somebody, too. */
const keysOf = (card: Card): string[] => [
  ...(uidOf(card) === '' ? [] : [uidOf(card)]),
  ...card.properties.flatMap(({ name, values }) =>
    name === 'email'
      ? [memberUid(`mailto:${values[0]?.trim() ?? ''}`)]
      : name === 'tel'
        ? [memberUid(`tel:${(values[0] ?? '').trim().replace(/^tel:/i, '')}`)]
        : [],
  ),
];
const uidOf = (card: Card): string => memberUid(valueOf(card, 'uid'));
const valueOf = ({ properties }: Card, wanted: string): string =>
  properties.find(({ name }) => name === wanted)?.values[0]?.trim() ?? '';
/** Lists do not always keep the case. */
const memberUid = (text: string): string => cardUid(text).toLowerCase();
