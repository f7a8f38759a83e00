// Whoever was erased for good does not come back unnoticed: tombstones are found by their
// hashed addresses.

import type { MatchKeys } from './match-keys.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';
import type { PlanWork } from '../plan/plan-work.ts';

type Addresses = Pick<MatchKeys, 'emails' | 'phones'>;

/** Keys to ask the book for; none when nobody was erased. */
export const erasedLookups = ({ emails, phones }: Addresses, { erasedKeys }: PlanWork): string[] =>
  erasedKeys === undefined ? [] : [...emails, ...phones].flatMap(erasedKeys);

/** A row without a match is skipped where one of its addresses was somebody's who was erased. */
export function noticeErased(
  entry: PlanEntry,
  addresses: Addresses,
  idsByKey: ReadonlyMap<string, string[]>,
  work: PlanWork,
): void {
  if (entry.match !== undefined) return;
  if (!erasedLookups(addresses, work).some((key) => idsByKey.has(key))) return;
  entry.action = 'skip';
  entry.reasons = ['was-erased', ...entry.reasons];
}
