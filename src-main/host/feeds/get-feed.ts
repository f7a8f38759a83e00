// Fetches one feed as politely as it wants to be asked, and has it read.

import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import type { FeedState, Outcome, Profile } from '../../../src-shared/feeds/state.ts';
import type { Subscription } from '../../../src-shared/feeds/subscription.ts';
import { type Answer, guardedFetch, type Names } from './guarded-fetch.ts';
import { profileOf } from './public-profile.ts';
import type { Reader } from './reader.ts';

export type GetNeeds = {
  reader: Reader;
  now: () => number;
  names?: Names;
  /** Waits until this host may be asked. */
  turn: (host: string) => Promise<void>;
  /** Closes: what is under way is given up. */
  signal: AbortSignal;
  /** Whether this laptop may ask for the profile behind a feed now; it then counts as asked. */
  mayAskProfile: (url: string) => boolean;
};

/** A feed with everybody who is followed by it, and how it stands with each. */
export type Followed = { subscription: Subscription; state: FeedState };

type Trouble = Exclude<Outcome, 'ok' | 'unchanged'>;
export type Got =
  | { outcome: 'ok'; feed: ParsedFeed; answer: Answer; profile: Profile; isProfiled: boolean }
  | { outcome: 'unchanged'; answer: Answer }
  | { outcome: Trouble; detail?: string; answer?: Answer };

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1';
export async function getFeed(
  url: string,
  followed: readonly Followed[],
  allowed: string | undefined,
  needs: GetNeeds,
): Promise<Got> {
  // Asked "has it changed" only if nobody here would miss what is there already.
  const [first, ...others] = followed.map(({ state }) => state);
  const isSame = others.every(
    ({ etag, modified }) => etag === first?.etag && modified === first?.modified,
  );
  const known = isSame && first?.fetchedAt !== undefined ? first : undefined;
  const headers = {
    accept,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.modified === undefined ? {} : { 'if-modified-since': known.modified }),
  };
  const fetched = await guardedFetch(url, {
    headers,
    allowed,
    signal: needs.signal,
    turn: needs.turn,
    ...(needs.names === undefined ? {} : { names: needs.names }),
  });
  if (!fetched.ok) {
    const { code, detail } = fetched.error;
    const why = detail?.['address'] ?? detail?.['why'];
    return {
      outcome: code === 'bad-input' ? 'feed-unreachable' : (code as Trouble),
      ...(why === undefined ? {} : { detail: String(why).slice(0, 200) }),
    };
  }
  const answer = fetched.value;
  if (answer.status === 304) return { outcome: 'unchanged', answer };
  if (answer.status < 200 || answer.status >= 300)
    return { outcome: outcomeOf(answer.status), detail: String(answer.status), answer };
  const contentType = answer.headers['content-type'] ?? '';
  const read = await needs.reader.read({ bytes: answer.bytes, url: answer.url, contentType });
  switch (read.type) {
    case 'feed': {
      const { signal, turn, names } = needs;
      const options = { allowed, signal, turn, ...(names === undefined ? {} : { names }) };
      const profile = await profileOf(read.feed, followed[0], needs, options);
      return { outcome: 'ok', feed: read.feed, answer, ...profile };
    }
    case 'page':
      return { outcome: 'page', answer };
    case 'empty':
      return { outcome: 'feed-empty', answer };
    case 'neither':
      return { outcome: 'not-a-feed', answer };
    case 'stuck':
      return { outcome: 'stuck', answer };
  }
}

function outcomeOf(status: number): Trouble {
  if (status === 410) return 'gone';
  if (status === 404) return 'missing';
  if (status === 401 || status === 403 || status === 451) return 'refused';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server' : 'status';
}
