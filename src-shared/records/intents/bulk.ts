// What is done to many people as one step that can be undone.

import { z } from 'zod';

import type { Command } from '../command.ts';
import { duePrecisions } from '../../domain/promise-due.ts';
import { promiseSides } from '../../domain/promise.ts';
import { logForEach } from './log-line.ts';
import { freezeBucket, putForAll } from './people.ts';

const promiseSaid = z.object({
  by: z.enum(promiseSides),
  text: z.string().max(2_000),
  member: z.string().max(200),
  due: z
    .object({
      day: z.string().max(10),
      precision: z.enum(duePrecisions),
      time: z.string().max(5).optional(),
    })
    .optional(),
});

const reminderSaid = z.object({
  text: z.string().max(2_000),
  day: z.string().max(10),
  clock: z.string().max(5),
  zone: z.string().max(64),
  who: z.string().max(200),
});

export const bulkActSchema = z.discriminatedUnion('type', [
  /** Puts values into a set of each, such as tags or buckets. */
  z.object({
    type: z.literal('put'),
    set: z.string().max(64),
    values: z.array(z.string().max(20_000)).min(1).max(100),
  }),
  /** Writes down for each of them what happened with them. `when`: ms since 1970. */
  z.object({
    type: z.literal('log'),
    kind: z.enum(['note', 'call', 'meeting', 'message']),
    when: z.number(),
    text: z.string().max(100_000),
    /** What else is said of it: topic, outcome, direction, mood. */
    more: z.record(z.string().max(64), z.union([z.string().max(2_000), z.number()])).default({}),
    /** Who was there each time. */
    others: z.array(z.string().max(64)).max(100).default([]),
    promises: z.array(promiseSaid).max(20).default([]),
    /** To be in touch with them again. */
    reminder: reminderSaid.optional(),
    /** It has not happened: only what is to be done is put down. */
    isPlan: z.boolean().optional(),
  }),
  /** Makes a smart bucket one that holds these by hand. */
  z.object({ type: z.literal('freeze'), bucket: z.string().max(64) }),
  z.object({ type: z.literal('trash') }),
  z.object({ type: z.literal('share') }),
]);
export type BulkAct = z.infer<typeof bulkActSchema>;

/** `newId`: of a moment that promises name. */
export function bulkCommand(act: BulkAct, people: readonly string[], newId: () => string): Command {
  switch (act.type) {
    case 'put':
      return putForAll(people, act.set, act.values);
    case 'log':
      return logForEach(act, people, newId);
    case 'freeze':
      return freezeBucket(act.bucket, people);
    case 'trash':
      return { type: 'trash', refs: people.map((id) => ({ collection: 'people', id })) };
    case 'share':
      return { type: 'share', people: [...people] };
  }
}
