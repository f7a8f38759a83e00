// What is done to many people as one step that can be undone.

import { z } from 'zod';

import type { Command } from '../command.ts';
import { create } from './edits.ts';
import { freezeBucket, momentOf, putForAll } from './people.ts';

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
  }),
  /** Makes a smart bucket one that holds these by hand. */
  z.object({ type: z.literal('freeze'), bucket: z.string().max(64) }),
  z.object({ type: z.literal('trash') }),
  z.object({ type: z.literal('share') }),
]);
export type BulkAct = z.infer<typeof bulkActSchema>;

export function bulkCommand(act: BulkAct, people: readonly string[]): Command {
  switch (act.type) {
    case 'put':
      return putForAll(people, act.set, act.values);
    case 'log':
      return create(
        ...people.map((id) =>
          momentOf({ kind: act.kind, when: act.when, text: act.text, people: [id] }),
        ),
      );
    case 'freeze':
      return freezeBucket(act.bucket, people);
    case 'trash':
      return { type: 'trash', refs: people.map((id) => ({ collection: 'people', id })) };
    case 'share':
      return { type: 'share', people: [...people] };
  }
}
