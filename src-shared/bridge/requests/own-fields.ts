// The team's own fields as a whole: what could be one, and what a change of one would do.

import { z } from 'zod';

import { ownFieldTypes } from '../../domain/own-field.ts';
import type { Done } from '../../records/command.ts';
import type { DetailName } from '../../records/gather/details.ts';
import type { Retyped } from '../../records/gather/retyped.ts';
import { type GatherCounts, gatherSchema } from '../../records/intents/gather.ts';
import { requestOf } from './request-of.ts';

/** How whoever asks writes numbers and days. */
const reader = { language: z.string().max(40), country: z.string().max(2) };
const gathering = gatherSchema.extend(reader);

export const ownFieldRequests = {
  'own.details': requestOf(z.object(reader)).to<{ details: DetailName[] }>(),
  'own.retyped': requestOf(
    z.object({ field: z.string().max(64), type: z.enum(ownFieldTypes) }),
  ).to<Retyped>(),
  'own.count': requestOf(gathering).to<GatherCounts>(),
  'own.gather': requestOf(gathering).to<Done>(),
  'own.rescope': requestOf(
    z.object({
      field: z.string().max(64),
      to: z.enum(['share', 'keep']),
      putsAway: z.boolean(),
    }),
  ).to<Done>(),
};
