// Whose mails these are, where nobody has said: the address that stands in nearly all of them.

import { plainAddress } from './addresses.ts';
import type { MailHead } from './mail-types.ts';

/** Below it, who wrote and who was written to cannot be told apart. */
const fewest = 3;
const nearlyAll = 0.6;

export function guessOwn(heads: readonly MailHead[]): string[] {
  const counts = new Map<string, number>();
  const personal = heads.filter(({ isNewsletter }) => !isNewsletter);
  if (personal.length < fewest) return [];
  for (const { from, to, cc } of personal)
    for (const key of new Set([...from, ...to, ...cc].map((one) => plainAddress(one.address))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < personal.length * nearlyAll) return [];
  // Two who only write to each other could be either.
  return second?.[1] === first[1] ? [] : [first[0]];
}
