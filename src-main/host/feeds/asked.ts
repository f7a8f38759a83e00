// When this laptop asked whom, by its own memory: records come from teammates, too, and none
// of them makes it ask a server sooner than it would by itself.

import { leastByHand, leastByItself, leastForProfile } from '../../../src-shared/feeds/plan.ts';
import type { FeedLog } from './feed-log.ts';

export type Asked = {
  /** What was asked before this start. */
  recall: () => Promise<void>;
  /** From when on a feed may be asked. */
  feedFrom: (url: string, isByHand: boolean) => number;
  noteFeed: (url: string) => void;
  /** Whether the profile behind a feed may be asked for now; it then counts as asked. */
  takeProfile: (url: string) => boolean;
};

export function createAsked(log: Pick<FeedLog, 'entries'>, now: () => number): Asked {
  const feeds = new Map<string, number>();
  const profiles = new Map<string, number>();
  let recalled: Promise<void> | undefined;
  const recall = async (): Promise<void> => {
    for (const { url, at } of await log.entries())
      feeds.set(url, Math.max(feeds.get(url) ?? -Infinity, at));
  };
  return {
    recall: () => (recalled ??= recall()),
    feedFrom: (url, isByHand) =>
      (feeds.get(url) ?? -Infinity) + (isByHand ? leastByHand : leastByItself),
    noteFeed: (url) => void feeds.set(url, now()),
    takeProfile: (url) => {
      if (now() < (profiles.get(url) ?? -Infinity) + leastForProfile) return false;
      profiles.set(url, now());
      return true;
    },
  };
}
