// Whose mails these are, where nobody has said: the address that stands in nearly all of them.

import { plainAddress } from './addresses.ts';
import type { MailHead } from './mail-types.ts';

/** Below it, who wrote and who was written to cannot be told apart. */
const fewest = 3;
const nearlyAll = 0.6;

export const guessOwn = (heads: readonly MailHead[]): string[] => [
  ...guessAddress(heads),
  ...guessName(heads),
];

type Addressed = Pick<MailHead, 'from' | 'to' | 'cc' | 'isNewsletter' | 'chat'>;

export function guessAddress(heads: readonly Addressed[]): string[] {
  const counts = new Map<string, number>();
  const personal = heads.filter(({ isNewsletter, chat }) => !isNewsletter && chat === undefined);
  if (personal.length < fewest) return [];
  for (const { from, to, cc } of personal)
    for (const key of new Set([...from, ...to, ...cc].map((one) => plainAddress(one.address))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < personal.length * nearlyAll) return [];
  // Two who only write to each other could be either.
  return second?.[1] === first[1] ? [] : [first[0]];
}

/** Of several chats only their owner is in each. */
function guessName(heads: readonly MailHead[]): string[] {
  const chats = new Map<string, Set<string>>();
  for (const { chat, direction, references, from, to } of heads) {
    if (chat === undefined || direction !== undefined) continue;
    const [id = ''] = references;
    const writers = chats.get(id) ?? new Set();
    for (const { address } of [...from, ...to]) writers.add(plainAddress(address));
    chats.set(id, writers);
  }
  if (chats.size < 2) return [];
  const [first = new Set<string>(), ...others] = chats.values();
  const inAll = [...first].filter((one) => others.every((writers) => writers.has(one)));
  return inAll.length === 1 ? inAll : [];
}
