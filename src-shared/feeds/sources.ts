// From what somebody types (an address, a handle, a profile link) to where the feed may
// be. Patterns as the platforms document them or as their pages link to them.

import { webAddress } from './address.ts';

/** The platform, for a word and an icon beside the feed. */
export type Network =
  | 'web'
  | 'mastodon'
  | 'bluesky'
  | 'youtube'
  | 'github'
  | 'gitlab'
  | 'reddit'
  | 'medium'
  | 'substack'
  | 'wordpress'
  | 'tumblr'
  | 'devto'
  | 'hackernews'
  | 'stackoverflow'
  | 'podcast'
  | 'peertube'
  | 'lemmy'
  | 'pixelfed';

/** Networks that show nothing to whoever is not signed in: their profiles can only be opened. */
export type ClosedNetwork = 'x' | 'linkedin' | 'facebook' | 'instagram' | 'threads' | 'tiktok';

export type Source =
  | { type: 'closed'; network: ClosedNetwork; url: string }
  /** Tried in this order: feeds first, pages that name their feed after them. */
  | { type: 'open'; network: Network; tries: string[] }
  /** A Bluesky handle: its feed is found under the account's own id. */
  | { type: 'bluesky'; handle: string };

const closed: [ClosedNetwork, RegExp][] = [
  ['x', /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/],
  ['linkedin', /^(?:[a-z]{2,3}\.|www\.)?linkedin\.com$/],
  ['facebook', /^(?:[a-z-]+\.)?(?:facebook|fb)\.com$/],
  ['instagram', /^(?:www\.)?instagram\.com$/],
  ['threads', /^(?:www\.)?threads\.(?:net|com)$/],
  ['tiktok', /^(?:www\.)?tiktok\.com$/],
];

/** Undefined where it is neither an address nor a handle. `hint`: the handle's network, if known. */
export function sourceOf(typed: string, hint = ''): Source | undefined {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:|[^/])/i, '');
  const fediverse = /^@?([\w.-]{1,100})@([a-z\d.-]+\.[a-z]{2,}(?::\d+)?)$/i.exec(text);
  if (fediverse !== null && (text.startsWith('@') || hint === 'mastodon'))
    return mastodon(fediverse[2] ?? '', fediverse[1] ?? '');
  const byHandle = handleOf(text, hint.trim().toLowerCase());
  if (byHandle !== undefined) return byHandle;
  const url = webAddress(
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`,
  );
  if (url === '' || !/[.:]|localhost/.test(new URL(url).hostname)) return undefined;
  return ofAddress(new URL(url));
}

function mastodon(host: string, user: string): Source {
  return { type: 'open', network: 'mastodon', tries: [`https://${host}/@${user}.rss`] };
}

const open = (network: Network, ...tries: string[]): Source => ({ type: 'open', network, tries });

const profiles: { [network in ClosedNetwork]: (name: string) => string } = {
  x: (name) => `https://x.com/${name}`,
  linkedin: (name) => `https://www.linkedin.com/in/${name}`,
  facebook: (name) => `https://www.facebook.com/${name}`,
  instagram: (name) => `https://www.instagram.com/${name}`,
  threads: (name) => `https://www.threads.net/@${name}`,
  tiktok: (name) => `https://www.tiktok.com/@${name}`,
};

/** A bare name needs its network said; `name.bsky.social` and `@name@host` say it themselves. */
function handleOf(text: string, hint: string): Source | undefined {
  if (/[/\s]/.test(text)) return undefined;
  const name = text.replace(/^@/, '');
  if (/\.bsky\.social$/i.test(name) || (hint === 'bluesky' && name.includes('.')))
    return { type: 'bluesky', handle: name.toLowerCase() };
  const network = hint === 'twitter' ? 'x' : hint;
  if (network in profiles && !name.includes('.com/'))
    return {
      type: 'closed',
      network: network as ClosedNetwork,
      url: profiles[network as ClosedNetwork](encodeURIComponent(name)),
    };
  const known = /^[\w.-]+$/.test(name) ? platforms[network]?.(name) : undefined;
  return known;
}

const platforms: { [network: string]: (name: string) => Source } = {
  github: (name) => open('github', `https://github.com/${name}.atom`),
  gitlab: (name) => open('gitlab', `https://gitlab.com/${name}.atom`),
  reddit: (name) => open('reddit', `https://www.reddit.com/user/${name.replace(/^u\//, '')}/.rss`),
  medium: (name) => open('medium', `https://medium.com/feed/@${name}`),
  substack: (name) => open('substack', `https://${name}.substack.com/feed`),
  tumblr: (name) => open('tumblr', `https://${name}.tumblr.com/rss`),
  youtube: (name) => open('youtube', `https://www.youtube.com/@${name}`),
};

type Rule = (url: URL, path: string[]) => Source | undefined;

/** By host name without `www.`; a leading dot stands for any name before it. */
const byHost: { [host: string]: Rule } = {
  'youtube.com': (url, [first = '', id = '']) => {
    if (first === 'feeds') return open('youtube', url.href);
    const list = url.searchParams.get('list');
    const feed = 'https://www.youtube.com/feeds/videos.xml';
    if (list !== null) return open('youtube', `${feed}?playlist_id=${encodeURIComponent(list)}`);
    if (first === 'channel') return open('youtube', `${feed}?channel_id=${id}`);
    if (first === 'user') return open('youtube', `${feed}?user=${id}`, url.href);
    return open('youtube', url.href);
  },
  'github.com': (url, [owner = '', repository]) => {
    if (url.pathname.endsWith('.atom')) return open('github', url.href);
    if (repository === undefined) return open('github', `https://github.com/${owner}.atom`);
    const base = `https://github.com/${owner}/${repository}`;
    return open('github', `${base}/releases.atom`, `${base}/commits.atom`);
  },
  'gitlab.com': (url, [owner = '']) =>
    open('gitlab', url.pathname.endsWith('.atom') ? url.href : `https://gitlab.com/${owner}.atom`),
  'codeberg.org': (url, [owner = '']) =>
    open('web', url.pathname.endsWith('.rss') ? url.href : `https://codeberg.org/${owner}.rss`),
  'reddit.com': (url, [first = '', name = '']) => {
    if (url.pathname.endsWith('.rss')) return open('reddit', url.href);
    const kind = first === 'u' ? 'user' : first;
    return open('reddit', `https://www.reddit.com/${kind}/${name}/.rss`);
  },
  'medium.com': (url, [first = '']) =>
    open('medium', first === 'feed' ? url.href : `https://medium.com/feed/${first}`),
  '.medium.com': (url) => open('medium', `${url.origin}/feed`),
  '.substack.com': (url) => open('substack', `${url.origin}/feed`),
  '.tumblr.com': (url) => open('tumblr', `${url.origin}/rss`),
  '.wordpress.com': (url) => open('wordpress', `${url.origin}/feed/`),
  'dev.to': (url, [user = '', feed]) =>
    open('devto', user === 'feed' ? url.href : `https://dev.to/feed/${feed ?? user}`),
  'news.ycombinator.com': (url) =>
    open(
      'hackernews',
      `https://hnrss.org/user?id=${encodeURIComponent(url.searchParams.get('id') ?? '')}`,
    ),
  'stackoverflow.com': (url, [first = '', id = '']) =>
    first === 'users'
      ? open('stackoverflow', `https://stackoverflow.com/feeds/user/${id}`)
      : open('stackoverflow', url.href),
};

function ofAddress(url: URL): Source {
  const host = url.hostname.toLowerCase();
  const shut = closed.find(([, pattern]) => pattern.test(host));
  if (shut !== undefined) return { type: 'closed', network: shut[0], url: url.href };
  const path = url.pathname.split('/').filter((part) => part !== '');
  const bare = host.replace(/^(?:www|m|old|new)\./, '');
  if (bare === 'bsky.app' && path[0] === 'profile' && path[1] !== undefined && path[2] !== 'rss')
    return { type: 'bluesky', handle: decodeURIComponent(path[1]).replace(/^@/, '').toLowerCase() };
  const parent = `.${bare.split('.').slice(1).join('.')}`;
  if (path.length > 0 || bare !== 'medium.com') {
    const known =
      byHost[bare]?.(url, path) ??
      (bare.split('.').length > 2 ? byHost[parent]?.(url, path) : undefined);
    if (known !== undefined && (path.length > 0 || byHost[bare] === undefined)) return known;
  }
  return byShape(url, path);
}

/** Software that runs on many hosts is known by the shape of its addresses. */
function byShape(url: URL, [first = '', second = '', ...rest]: string[]): Source {
  const { origin, href, host } = url;
  if (/^@[\w.-]+$/.test(first) && second === '' && !first.endsWith('.rss'))
    return open('mastodon', href, `${origin}/${first}.rss`);
  if (rest.length === 0 && (first === 'u' || first === 'c') && second !== '') {
    const lemmy = `${origin}/feeds/${first}/${second}.xml?sort=New`;
    const channel = `${origin}/feeds/videos.xml?videoChannelName=${encodeURIComponent(second)}`;
    return open(first === 'u' ? 'lemmy' : 'web', href, lemmy, ...(first === 'c' ? [channel] : []));
  }
  if ((first === 'a' || first === 'accounts') && second !== '')
    return open(
      'peertube',
      href,
      `${origin}/feeds/videos.xml?accountName=${encodeURIComponent(second)}`,
    );
  if (first === 'video-channels' && second !== '')
    return open(
      'peertube',
      `${origin}/feeds/videos.xml?videoChannelName=${encodeURIComponent(second)}`,
    );
  if (first !== '' && second === '' && /pixelfed|pixel\./.test(host))
    return open('pixelfed', `${origin}/users/${first.replace(/^@/, '')}.atom`, href);
  return open('web', href);
}

/** Where sites keep their feed when their page does not say it. */
export const usualFeeds = [
  '/feed',
  '/rss',
  '/atom.xml',
  '/feed.xml',
  '/index.xml',
  '/rss.xml',
  '/feed.json',
];

/** What the feed itself gives away about the software it comes from. */
export function networkOf(url: string, known: Network): Network {
  if (known !== 'web' || !URL.canParse(url)) return known;
  const { pathname, hostname } = new URL(url);
  if (/^\/@[\w.-]+\.rss$/.test(pathname)) return 'mastodon';
  if (pathname.startsWith('/feeds/videos.'))
    return hostname.endsWith('youtube.com') ? 'youtube' : 'peertube';
  if (/^\/feeds\/[uc]\/[^/]+\.xml$/.test(pathname)) return 'lemmy';
  if (/^\/users\/[\w.-]+\.atom$/.test(pathname)) return 'pixelfed';
  return known;
}
