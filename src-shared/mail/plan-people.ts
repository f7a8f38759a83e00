// Who is who in mails and chats: us, people of the book, people the book may have, strangers.

import { addressKeys, isOnlyName, isRoleAddress, nameKey, plainAddress } from './addresses.ts';
import type { MailAddress, MailHead } from './mail-types.ts';
import type { MailOptions, MailPreview } from './plan-types.ts';

const mostListed = 200;

export type Somebody = {
  ids: readonly string[];
  /** Whom the book has under that name. */ perhaps: readonly string[];
};

/** `who`: what was said of those that a chat only names. */
export function knownBy(
  peopleByAddress: ReadonlyMap<string, readonly string[]>,
  who: MailOptions['who'] = {},
): (one: MailAddress) => Somebody {
  const said = new Map(Object.entries(who).map(([address, id]) => [plainAddress(address), id]));
  return ({ address, name }) => {
    const told = said.get(plainAddress(address));
    if (told !== undefined) return { ids: told === '' ? [] : [told], perhaps: [] };
    const isName = isOnlyName(address);
    const ids = isName
      ? undefined
      : addressKeys(address)
          .map((key) => peopleByAddress.get(key))
          .find((found) => found !== undefined);
    if (ids !== undefined) return { ids, perhaps: [] };
    const isOfPhone = isName || address.startsWith('phone:');
    const alike = isOfPhone && name !== '' ? peopleByAddress.get(nameKey(name)) : undefined;
    return { ids: [], perhaps: alike ?? [] };
  };
}

/** Each of them once, whatever they call themselves, under the name they used most lately. */
export function createStrangers(never: ReadonlySet<string>) {
  const byKey = new Map<string, MailPreview['perhaps'][number]>();
  const sorted = (isAlike: boolean) =>
    [...byKey.values()]
      .filter(({ people }) => people.length > 0 === isAlike)
      .sort((a, b) => b.count - a.count);
  return {
    note: ({ address, name }: MailAddress, people: readonly string[]): void => {
      const key = plainAddress(address);
      if (never.has(key) || isRoleAddress(address)) return;
      const before = byKey.get(key);
      byKey.set(key, {
        address: key,
        name: name === '' ? (before?.name ?? '') : name,
        count: (before?.count ?? 0) + 1,
        people: [...people],
      });
    },
    perhaps: () => sorted(true).slice(0, mostListed),
    list: () =>
      sorted(false)
        .slice(0, mostListed)
        .map(({ address, name, count }) => ({ address, name, count })),
    count: () => sorted(false).length,
  };
}

/** Names in chats that do not say whose they are, whoever is in most first. */
export function namesInChats(heads: readonly MailHead[]): string[] {
  const chats = new Map<string, Set<string>>();
  for (const { chat, direction, from, to, references } of heads) {
    if (chat === undefined || direction !== undefined) continue;
    for (const { address } of [...from, ...to])
      chats.set(address, (chats.get(address) ?? new Set()).add(references[0] ?? ''));
  }
  return [...chats]
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([address]) => address)
    .slice(0, 50);
}
