// Networks and outcomes in words a shop owner understands, each with what to do.

import type { ClosedNetwork, Network } from '../../../../src-shared/feeds/sources.ts';
import { mostItems, mostRead } from '../../../../src-shared/feeds/feed.ts';
import { patience } from '../../../../src-shared/feeds/plan.ts';
import { type FeedState, isGood } from '../../../../src-shared/feeds/state.ts';
import type { Dates } from '../../../ui/when.tsx';

const networks: { [network in Network | ClosedNetwork]: string } = {
  web: 'Web',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  youtube: 'YouTube',
  github: 'GitHub',
  gitlab: 'GitLab',
  reddit: 'Reddit',
  medium: 'Medium',
  substack: 'Substack',
  wordpress: 'WordPress',
  tumblr: 'Tumblr',
  devto: 'dev.to',
  hackernews: 'Hacker News',
  stackoverflow: 'Stack Overflow',
  podcast: 'Podcast',
  peertube: 'PeerTube',
  lemmy: 'Lemmy',
  pixelfed: 'Pixelfed',
  x: 'X (Twitter)',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  tiktok: 'TikTok',
};

export const networkWords = (network: unknown): string =>
  typeof network === 'string' && Object.hasOwn(networks, network)
    ? networks[network as Network]
    : 'Web';

/** How many items a feed has, and how many of them come; no more than `mostRead` are counted. */
export function countWords(items: number, count: Dates['count']): string {
  if (items <= mostItems) return items === 1 ? '1 item' : `${count(items)} items`;
  const all = items < mostRead ? `${count(items)} items` : `${count(mostRead)} items or more`;
  return `${all}, of which the newest ${count(mostItems)} come`;
}

/** One calm line about a feed; `isWell` false where somebody may want to do something. */
export function stateWords(
  state: FeedState | undefined,
  now: number,
  dates: Pick<Dates, 'dateTime' | 'date'>,
  /** This device's id: what another one fetched is marked as a teammate's. */
  device = state?.lookedBy,
): { text: string; isWell: boolean } {
  if (state?.outcome === undefined) return { text: 'Not looked at yet', isWell: true };
  if (isGood(state.outcome)) {
    const at = state.fetchedAt ?? state.lookedAt ?? now;
    const by = state.lookedBy === device ? '' : ', fetched by a teammate’s laptop';
    return { text: `Up to date as of ${dates.dateTime(at)}${by}`, isWell: true };
  }
  if (state.outcome === 'gone') {
    const since =
      state.lookedAt === undefined
        ? ''
        : `; the server has said so since ${dates.date(state.lookedAt)}`;
    const text = `Its owner has ended this feed${since}. What was posted is kept.`;
    return { text, isWell: false };
  }
  const text = troubleWords(state, now);
  const again =
    state.nextAt === undefined ? '' : ` Rapport looks again ${dates.dateTime(state.nextAt)}.`;
  return { text: `${text}${again}`, isWell: false };
}

function troubleWords({ outcome, detail, failingSince }: FeedState, now: number): string {
  const isLong = failingSince !== undefined && now - failingSince > patience;
  if (isLong)
    return 'This has not worked for more than two weeks. Open the page to see whether it has moved, or remove the feed.';
  switch (outcome) {
    case 'missing':
      return 'There was nothing at this address. Often that passes.';
    case 'refused':
      return 'The server does not show this to feed readers.';
    case 'busy':
      return 'The server is busy and asked to be left alone for a while.';
    case 'server':
      return 'The server has trouble of its own. Usually that passes.';
    case 'status':
      return `The server gave an answer that is of no use (${detail ?? ''}).`;
    case 'page':
      return 'This address now leads to a web page instead of a feed. Open it and look for its new feed.';
    case 'not-a-feed':
      return 'What came from there is not a feed.';
    case 'feed-empty':
      return 'The server answered with nothing.';
    case 'feed-too-large':
      return 'What the server sends is too long.';
    case 'feed-slow':
      return 'The server took too long to answer.';
    case 'feed-inside':
      return `This leads into a private network (${detail ?? ''}). Add the feed again to allow that one address on this laptop.`;
    case 'feed-certificate':
      return 'The server could not prove who it is, so nothing was fetched.';
    case 'stuck':
      return 'What came from there could not be read in time.';
    default:
      return detail === 'encoding'
        ? 'What the server sent was broken on the way.'
        : 'The server could not be reached.';
  }
}

/** Why not more, and what can be done instead. */
export const closedWords = (network: ClosedNetwork): string =>
  `${networks[network]} shows posts only to people who are signed in to it, so Rapport cannot fetch them without pretending to be you. You can open the profile, and keep a post by pasting it here.`;

export const explanation = [
  'This laptop asks the websites themselves for what the people you choose post in public. Nothing goes through a server of ours; there is none.',
  'Each website sees this laptop’s internet address, that it uses Rapport, and which feed it asks for, much as if you opened the page in a browser. It does not see who you are, whom else you follow, or who is in your book.',
  'Only feeds that you add are fetched, politely and seldom. In a team one laptop fetches each feed for everybody.',
];
