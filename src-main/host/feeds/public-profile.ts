// What somebody's public profile says of them, on networks that show it without signing
// in: Mastodon (docs.joinmastodon.org, accounts/lookup) and Bluesky (app.bsky.actor.getProfile).

import { z } from 'zod';

import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { leastForProfile } from '../../../src-shared/feeds/plan.ts';
import { profileFields, profileIn } from '../../../src-shared/feeds/proposals.ts';
import { wordsOf } from '../../../src-shared/feeds/rich-text.ts';
import type { FeedState, Profile } from '../../../src-shared/feeds/state.ts';
import { parseJson } from '../../../src-shared/values/parse-json.ts';
import type { Subscription } from '../../../src-shared/feeds/subscription.ts';
import { type FetchOptions, guardedFetch } from './guarded-fetch.ts';

const mastodonSchema = z.object({
  display_name: z.string().max(2_000),
  fields: z
    .array(z.object({ name: z.string().max(2_000), value: z.string().max(10_000) }))
    .max(50)
    .default([]),
});
const blueskySchema = z.object({ displayName: z.string().max(2_000).default('') });

/** From the network's own profile where it shows one, else from what the feed says of itself. */
export async function profileOf(
  feed: ParsedFeed,
  followed: { subscription: Subscription; state: FeedState } | undefined,
  { now, mayAskProfile }: { now: () => number; mayAskProfile: (url: string) => boolean },
  options: FetchOptions,
): Promise<{ profile: Profile; isProfiled: boolean }> {
  const network = followed?.subscription.network ?? 'web';
  const said = profileIn(feed, network);
  if (followed === undefined) return { profile: said, isProfiled: false };
  const { subscription, state } = followed;
  if (profileAddress(subscription.url, network) === undefined)
    return { profile: said, isProfiled: true };
  const isDue =
    now() - (state.profiledAt ?? 0) >= leastForProfile && mayAskProfile(subscription.url);
  const fetched = isDue ? await fetchProfile(subscription, options) : undefined;
  return { profile: fetched ?? state.profile ?? said, isProfiled: isDue };
}

/** Undefined where it could not be had. */
async function fetchProfile(
  { url, network }: Pick<Subscription, 'url' | 'network'>,
  options: FetchOptions,
): Promise<Profile | undefined> {
  const address = profileAddress(url, network);
  if (address === undefined) return undefined;
  const got = await guardedFetch(address, { ...options, headers: { accept: 'application/json' } });
  if (!got.ok || got.value.status !== 200) return undefined;
  const answer = parseJson(new TextDecoder().decode(got.value.bytes));
  if (network === 'bluesky') {
    const parsed = blueskySchema.safeParse(answer);
    return parsed.success ? named(parsed.data.displayName) : undefined;
  }
  const parsed = mastodonSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const pairs = parsed.data.fields.map(({ name, value }) => ({
    name: wordsOf(name, 100),
    value: wordsOf(value, 200),
  }));
  return { ...named(parsed.data.display_name), ...profileFields(pairs) };
}

function named(text: string): Profile {
  const name = wordsOf(text, 200);
  return name === '' ? {} : { name };
}

function profileAddress(url: string, network: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (network === 'mastodon') {
    const user = /^\/@([\w.-]+)\.rss$/.exec(pathname)?.[1];
    return user === undefined ? undefined : `${origin}/api/v1/accounts/lookup?acct=${user}`;
  }
  const did = /^\/profile\/(did:[\w.:%-]+)\/rss$/.exec(pathname)?.[1];
  if (network !== 'bluesky' || did === undefined) return undefined;
  const api = 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile';
  return `${api}?actor=${encodeURIComponent(did)}`;
}
