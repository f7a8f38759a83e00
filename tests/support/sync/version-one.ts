// What a laptop of the first version understands of a message, and says: it knew six
// collections, and a message that named another one was lost to it as a whole.

import { z } from 'zod';

import { type Message, messageSchema } from '../../../src-shared/sync/messages.ts';

const known = z.enum(['groups', 'people', 'ties', 'moments', 'work', 'posts']);
const position = z.number().int().min(0);
const cursor = z.partialRecord(known, position);
const items = z.array(z.looseObject({ c: known }));

const first = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('open'),
    v: position,
    epoch: z.string(),
    have: z.object({ epoch: z.string(), at: cursor }).nullable(),
  }),
  z.object({
    t: z.literal('batch'),
    epoch: z.string(),
    from: cursor,
    at: cursor,
    left: position,
    items,
  }),
  z.object({
    t: z.literal('ack'),
    epoch: z.string(),
    at: cursor,
    whole: z.boolean().optional(),
  }),
  z.object({
    t: z.literal('sums'),
    sums: z.partialRecord(known, z.array(z.number()).length(256)),
  }),
  z.object({ t: z.literal('agreed') }),
  z.looseObject({ t: z.literal('ids'), lists: z.array(z.looseObject({ c: known })).max(6) }),
  z.looseObject({ t: z.literal('want'), c: known }),
  z.object({ t: z.literal('give'), items }),
  z.looseObject({ t: z.literal('met') }),
]);

/** Throws for what that version would have passed over. */
export const throughVersionOne = (raw: unknown): Message => messageSchema.parse(first.parse(raw));
