// Networks, and what is the matter with a feed that could not be read: what happened and,
// where somebody can do something, what.

import type { ClosedNetwork, Network } from '../../feeds/sources.ts';
import type { Outcome } from '../../feeds/state.ts';

type FeedNetwork = Network | ClosedNetwork;
type Trouble = Exclude<Outcome, 'ok' | 'unchanged' | 'gone'>;

export const feedNetworks = {
  'feed-network.web': 'Web',
  'feed-network.mastodon': 'Mastodon',
  'feed-network.bluesky': 'Bluesky',
  'feed-network.youtube': 'YouTube',
  'feed-network.github': 'GitHub',
  'feed-network.gitlab': 'GitLab',
  'feed-network.reddit': 'Reddit',
  'feed-network.medium': 'Medium',
  'feed-network.substack': 'Substack',
  'feed-network.wordpress': 'WordPress',
  'feed-network.tumblr': 'Tumblr',
  'feed-network.devto': 'dev.to',
  'feed-network.hackernews': 'Hacker News',
  'feed-network.stackoverflow': 'Stack Overflow',
  'feed-network.podcast': 'Podcast',
  'feed-network.peertube': 'PeerTube',
  'feed-network.lemmy': 'Lemmy',
  'feed-network.pixelfed': 'Pixelfed',
  'feed-network.x': 'X (Twitter)',
  'feed-network.linkedin': 'LinkedIn',
  'feed-network.facebook': 'Facebook',
  'feed-network.instagram': 'Instagram',
  'feed-network.threads': 'Threads',
  'feed-network.tiktok': 'TikTok',
} as const satisfies { readonly [network in FeedNetwork as `feed-network.${network}`]: string };

const unreachable =
  '{detail, select, encoding {What the server sent was broken on the way.} other {The server could not be reached.}}';

export const feedTroubles = {
  'feed-trouble.missing': 'There was nothing at this address. Often that passes.',
  'feed-trouble.refused': 'The server does not show this to feed readers.',
  'feed-trouble.busy': 'The server is busy and asked to be left alone for a while.',
  'feed-trouble.server': 'The server has trouble of its own. Usually that passes.',
  'feed-trouble.status': 'The server gave an answer that is of no use ({detail}).',
  'feed-trouble.page':
    'This address now leads to a web page instead of a feed. Open it and look for its new feed.',
  'feed-trouble.not-a-feed': 'What came from there is not a feed.',
  'feed-trouble.feed-empty': 'The server answered with nothing.',
  'feed-trouble.feed-too-large': 'What the server sends is too long.',
  'feed-trouble.feed-slow': 'The server took too long to answer.',
  'feed-trouble.feed-inside':
    'This leads into a private network ({detail}). Add the feed again to allow that one address on this laptop.',
  'feed-trouble.feed-unreachable': unreachable,
  'feed-trouble.feed-certificate': 'The server could not prove who it is, so nothing was fetched.',
  'feed-trouble.feed-network': unreachable,
  'feed-trouble.stuck': 'What came from there could not be read in time.',
} as const satisfies { readonly [trouble in Trouble as `feed-trouble.${trouble}`]: string };
