// What lies behind something that was typed: the feeds that can be followed, with their
// newest items, before anything is added.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { FeedPreview, FoundFeed } from '../../../src-shared/bridge/feed-types.ts';
import type { Discovered } from '../../../src-shared/feeds/discover.ts';
import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { plainText } from '../../../src-shared/feeds/rich-text.ts';
import { oneLine } from '../../../src-shared/feeds/safe-words.ts';
import {
  type Network,
  networkOf,
  sourceOf,
  usualFeeds,
} from '../../../src-shared/feeds/sources.ts';
import { guardedFetch, type Names } from './guarded-fetch.ts';
import type { Reader } from './reader.ts';

export type PreviewNeeds = { reader: Reader; names?: Names };
type Options = { allowed?: string | undefined; signal: AbortSignal };

const mostFound = 4;
const mostShown = 3;
const blueskyApi = 'https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle';

/**
 * `hint`: the network of a bare handle. Fails with bad-input for what is neither address
 * nor handle, not-a-feed where nothing can be followed, or as guardedFetch does.
 */
export async function previewFeed(
  typed: string,
  hint: string,
  options: Options,
  needs: PreviewNeeds,
): Promise<Result<FeedPreview>> {
  const source = sourceOf(typed, hint);
  if (source === undefined) return fail('bad-input');
  if (source.type === 'closed')
    return ok({ found: [], closed: { network: source.network, url: source.url } });
  if (source.type === 'bluesky') {
    const feed = await blueskyFeed(source.handle, options, needs);
    return feed.ok ? tryAll([feed.value], 'bluesky', options, needs) : feed;
  }
  return tryAll(source.tries, source.network, options, needs);
}

async function tryAll(
  tries: readonly string[],
  network: Network,
  options: Options,
  needs: PreviewNeeds,
): Promise<Result<FeedPreview>> {
  let failure: Result<FeedPreview> = fail('not-a-feed');
  let page: string | undefined;
  for (const url of tries) {
    const got = await open(url, options, needs);
    if (!got.ok) {
      // A refused address is a question for the owner: no other try answers it.
      if (got.error.code === 'feed-inside') return got;
      failure = got;
      continue;
    }
    if (got.value.type === 'feed')
      return ok({ found: [toFound(got.value.url, network, got.value.feed)] });
    if (got.value.type === 'page') {
      page ??= got.value.url;
      const found = await openEach(got.value.feeds, network, options, needs);
      if (found.length > 0) return ok({ found });
    }
  }
  if (page === undefined) return failure;
  const guesses = usualFeeds.map((path) => ({ url: new URL(path, page).href, title: '' }));
  const guessed = await openEach(guesses, network, options, needs, 1);
  return guessed.length > 0 ? ok({ found: guessed }) : fail('not-a-feed');
}

async function openEach(
  feeds: readonly Discovered[],
  network: Network,
  options: Options,
  needs: PreviewNeeds,
  enough = mostFound,
): Promise<FoundFeed[]> {
  const found: FoundFeed[] = [];
  for (const { url } of feeds.slice(0, Math.max(mostFound, usualFeeds.length))) {
    if (found.length >= enough || options.signal.aborted) break;
    const got = await open(url, options, needs);
    if (got.ok && got.value.type === 'feed')
      found.push(toFound(got.value.url, network, got.value.feed));
  }
  return found;
}

type Opened =
  | { type: 'feed'; url: string; feed: ParsedFeed }
  | { type: 'page'; url: string; feeds: Discovered[] }
  | { type: 'other' };

async function open(url: string, options: Options, needs: PreviewNeeds): Promise<Result<Opened>> {
  const fetched = await guardedFetch(url, {
    ...options,
    headers: {
      accept:
        'application/atom+xml, application/rss+xml, application/feed+json;q=0.9, text/html;q=0.8, */*;q=0.1',
    },
    ...(needs.names === undefined ? {} : { names: needs.names }),
  });
  if (!fetched.ok) return fetched;
  const { status, bytes, headers, url: at, movedTo } = fetched.value;
  if (status < 200 || status >= 300) return fail('feed-status', { status });
  const contentType = headers['content-type'] ?? '';
  const read = await needs.reader.read({ bytes, url: at, contentType });
  if (read.type === 'feed') return ok({ type: 'feed', url: movedTo ?? url, feed: read.feed });
  if (read.type === 'page') return ok({ type: 'page', url: at, feeds: read.feeds });
  return read.type === 'empty' ? fail('feed-empty') : ok({ type: 'other' });
}

function toFound(url: string, network: Network, feed: ParsedFeed): FoundFeed {
  return {
    url,
    network: networkOf(url, isPodcast(feed) && network === 'web' ? 'podcast' : network),
    title: feed.title || new URL(url).hostname,
    description: feed.description,
    count: feed.items.length + feed.leftOut,
    latest: feed.items.slice(0, mostShown).map(({ title, text, published }) => ({
      words: title || oneLine(plainText(text), 140),
      ...(published === undefined ? {} : { at: published }),
    })),
  };
}

const isPodcast = ({ items }: ParsedFeed): boolean =>
  items.length > 0 && items.every(({ media }) => media.some(({ kind }) => kind === 'audio'));

/** The feed lies under the account's DID (atproto.com/specs/did), which the handle leads to. */
async function blueskyFeed(
  handle: string,
  options: Options,
  needs: PreviewNeeds,
): Promise<Result<string>> {
  if (handle.startsWith('did:')) return ok(`https://bsky.app/profile/${handle}/rss`);
  const answer = await guardedFetch(`${blueskyApi}?handle=${encodeURIComponent(handle)}`, {
    ...options,
    ...(needs.names === undefined ? {} : { names: needs.names }),
  });
  if (!answer.ok) return answer;
  const did = /"did"\s*:\s*"(did:[\w.:%-]{1,200})"/.exec(
    new TextDecoder().decode(answer.value.bytes),
  )?.[1];
  return did === undefined ? fail('not-found') : ok(`https://bsky.app/profile/${did}/rss`);
}
