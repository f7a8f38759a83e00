// Shapes of what the host says about feeds.

import type { ClosedNetwork, Network } from '../feeds/sources.ts';
import type { Outcome } from '../feeds/state.ts';

/** Times in ms since 1970 or ms long, sizes in bytes. */
export type FeedLogEntry = {
  at: number;
  url: string;
  owners: string[];
  outcome: Outcome;
  detail?: string;
  bytes: number;
  ms: number;
  added: number;
  changed: number;
};

export type FoundFeed = {
  url: string;
  network: Network;
  title: string;
  description: string;
  count: number;
  /** The newest items: a title or the first words, and when. */
  latest: { words: string; at?: number }[];
};

/** What lies behind something that was typed. */
export type FeedPreview = {
  found: FoundFeed[];
  /** A network that shows nothing without signing in. */
  closed?: { network: ClosedNetwork; url: string };
};

export type FeedsStatus = { running: number; waiting: number };

/** One outline of an OPML file that names a feed; `folder` is the outline it lies in. */
export type OpmlFeed = { url: string; title: string; folder: string };
