// Which feeds are to be looked at, in which order: pure decisions over who is followed
// and what is being done already.

import { dueAt, mayLookNow } from './followed.ts';
import type { Followed } from './get-feed.ts';

/** One feed to look at, with everybody who is followed by it. */
export type Job = { url: string; followed: readonly Followed[]; isByHand: boolean };

type FollowedByUrl = ReadonlyMap<string, readonly Followed[]>;
/** `from`: when this laptop may ask a feed at all. */
type Moment = { device: string; now: number; from: (url: string, isByHand: boolean) => number };
type IsUnderWay = (url: string) => boolean;

/** What was asked for by hand stays first; then what is due, the longest due first. */
export function withDue(
  queue: readonly Job[],
  all: FollowedByUrl,
  { device, now, from }: Moment,
  isUnderWay: IsUnderWay,
): Job[] {
  const byHand = queue.filter(({ isByHand }) => isByHand);
  const asked = new Set(byHand.map(({ url }) => url));
  const due = [...all]
    .filter(([url]) => !isUnderWay(url) && !asked.has(url))
    .map(([url, followed]) => ({
      url,
      followed,
      at: Math.max(dueAt(followed, device, now), from(url, false)),
    }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at);
  return [...byHand, ...due.map(({ url, followed }) => ({ url, followed, isByHand: false }))];
}

/** What may be looked at by hand now: not what is being fetched, was just fetched, or has ended. */
export function jobsByHand(
  all: FollowedByUrl,
  { now, from }: Omit<Moment, 'device'>,
  isUnderWay: IsUnderWay,
): Job[] {
  return [...all]
    .filter(
      ([url, followed]) => !isUnderWay(url) && mayLookNow(followed, now) && from(url, true) <= now,
    )
    .map(([url, followed]) => ({ url, followed, isByHand: true }));
}

/** `first` before what waits, each address once. */
export function inFront(first: readonly Job[], queue: readonly Job[]): Job[] {
  const urls = new Set(first.map(({ url }) => url));
  return [...first, ...queue.filter(({ url }) => !urls.has(url))];
}
