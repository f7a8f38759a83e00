// What teammates say to each other, as it matters to whoever reads on this laptop.

import { z } from 'zod';

import type { ForMe } from '../../together/for-me.ts';
import { nothing, requestOf } from './request-of.ts';

const id = z.string().min(1).max(64);
/** ms since 1970. */
const time = z.number().int().min(0).max(8.64e15);

export type ForMeAnswer = {
  /** The newest first. Of what is done only the newest. */
  entries: ForMe[];
  /** How many are open. */
  open: number;
  /** How many comments were looked through, where there are more. */
  lookedAt?: number;
};

export const togetherRequests = {
  'together.forMe': requestOf(nothing).to<ForMeAnswer>(),
  /** Puts aside on this laptop, or takes back. `why`: for which reason each was read. */
  'together.mark': requestOf(
    z.object({
      marks: z
        .array(
          z.object({
            id,
            why: z.string().max(40),
            state: z.enum(['open', 'done', 'later']),
            until: time.optional(),
          }),
        )
        .min(1)
        .max(2_000),
    }),
  ).to<null>(),
  /** Whether to be told of comments on a record; null: as usual. */
  'together.follow': requestOf(z.object({ id, isFollowed: z.boolean().nullable() })).to<null>(),
};
