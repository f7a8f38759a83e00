// Links: the window carries bytes between this host and a teammate's, unread.

import { z } from 'zod';

import type { NetConfig } from '../team-types.ts';
import { nothing, requestOf } from './request-of.ts';

const link = z.object({ link: z.string().min(1).max(64) });

export const linkRequests = {
  'net.config': requestOf(nothing).to<NetConfig | null>(),
  /** y-webrtc's signaling, to this host's own hub; `client` is new for each provider. */
  'hub.say': requestOf(z.object({ client: z.string().max(80), message: z.unknown() })).to<null>(),
  'hub.leave': requestOf(z.object({ client: z.string().max(80) })).to<null>(),
  'link.open': requestOf(
    link.extend({
      fingerprints: z.tuple([z.string().max(200), z.string().max(200)]),
      epoch: z.string().max(64),
      purpose: z.enum(['records', 'note']),
    }),
  ).to<null>(),
  'link.in': requestOf(link.extend({ bytes: z.instanceof(Uint8Array) })).to<null>(),
  'link.close': requestOf(link).to<null>(),
};
