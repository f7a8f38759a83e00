// Feeds: what people say in public, fetched by this laptop.

import { z } from 'zod';

import type { FeedLogEntry, FeedPreview, OpmlFeed } from '../feed-types.ts';
import { nothing, requestOf } from './request-of.ts';

export const feedRequests = {
  'feeds.preview': requestOf(
    z.object({
      text: z.string().max(2_000),
      hint: z.string().max(40).default(''),
      /** The one private address that the owner has just allowed. */
      allowed: z.string().max(60).optional(),
    }),
  ).to<FeedPreview>(),
  'feeds.allow': requestOf(
    z.object({ url: z.string().max(2_000), address: z.string().max(60).nullable() }),
  ).to<null>(),
  'feeds.look': requestOf(z.object({ owner: z.string().max(64).optional() })).to<{
    asked: number;
  }>(),
  'feeds.log': requestOf(nothing).to<FeedLogEntry[]>(),
  'feeds.opmlRead': requestOf(z.object({ text: z.string().max(10_000_000) })).to<OpmlFeed[]>(),
  'feeds.opmlMake': requestOf(nothing).to<{ text: string }>(),
  'feeds.answerProposal': requestOf(
    z.object({ id: z.string().max(64), answer: z.enum(['taken', 'dismissed']) }),
  ).to<null>(),
  /** Without `ids` all of the owner's; without `owner` everybody's. */
  'posts.mark': requestOf(
    z.object({
      owner: z.string().max(64).optional(),
      ids: z.array(z.string().max(64)).max(1_000).optional(),
      isRead: z.boolean(),
    }),
  ).to<null>(),
  'posts.mute': requestOf(z.object({ owner: z.string().max(64), isMuted: z.boolean() })).to<null>(),
  'posts.picture': requestOf(
    z.object({ url: z.string().max(2_000), feed: z.string().max(2_000) }),
  ).to<{ state: 'raw' | 'kept'; bytes: Uint8Array }>(),
  'posts.keepPicture': requestOf(
    z.object({ url: z.string().max(2_000), bytes: z.instanceof(Uint8Array) }),
  ).to<null>(),
};
