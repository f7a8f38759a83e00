// What asks for attention today, and how one keeps in touch with somebody.

import { z } from 'zod';

import type { InTouch, TodayAnswer } from '../../today/answers.ts';
import type { Row } from '../../today/rows.ts';
import { requestOf } from './request-of.ts';

const zone = z.string().max(64);

export const todayRequests = {
  'today.list': requestOf(
    z.object({ zone, limit: z.number().int().min(1).max(2_000) }),
  ).to<TodayAnswer>(),
  /** Of one person. */
  'today.of': requestOf(z.object({ zone, person: z.string().max(64) })).to<{ rows: Row[] }>(),
  'today.inTouch': requestOf(z.object({ zone, person: z.string().max(64) })).to<InTouch>(),
};
