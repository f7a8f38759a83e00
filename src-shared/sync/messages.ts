// What two teammates' hosts say to each other over an authenticated link. Every
// message is one object; how it becomes bytes is the link's business. docs/protocol.md
// tells the same in prose.
//
//   open    how far I have read your writes; sent by both at the start and after doubt
//   batch   what I wrote after `from`, up to `at`; `left` rows are still to come
//   ack     how far I have now read and stored your writes
//   sums    my digest: tell me whether yours is the same
//   agreed  it is
//   ids     it is not: what I hold in the partitions that differ
//   want    send me these records
//   met     who else had all of yours, the last time I compared with them after you
//   give    records outside of the order of writing (repair)

import { z } from 'zod';

import { type Item, parseItem, type SharedCollection, sharedCollections } from './item.ts';

/** Raised when an older version could no longer understand what is sent. */
export const exchangeVersion = 1;

const position = z.number().int().min(0);
/** What a later version says of collections that are not known here is passed over. */
const byCollection = <T extends z.ZodType>(value: T) =>
  z.record(z.string().max(40), value).transform(
    (named) =>
      Object.fromEntries(Object.entries(named).filter(([name]) => isShared(name))) as {
        [C in SharedCollection]?: z.output<T>;
      },
  );
const isShared = (name: string): boolean => sharedCollections.some((shared) => shared === name);
export const cursorSchema = byCollection(position);
const id = z.string().min(1).max(64);
const epoch = z.string().min(1).max(64);
const items = z.array(z.unknown()).max(10_000);
const part = z.number().int().min(0).max(255);

export const messageSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('open'),
    v: z.number().int().min(1),
    epoch,
    /** `later`: places in collections that version 1 did not know and would stumble over. */
    have: z.object({ epoch, at: cursorSchema, later: cursorSchema.optional() }).nullable(),
    /** The collections I know; left out: those of version 1. */
    knows: z.array(z.string().max(40)).max(100).optional(),
  }),
  z.object({
    t: z.literal('batch'),
    epoch,
    from: cursorSchema,
    at: cursorSchema,
    left: z.number().int().min(0),
    items,
  }),
  /** `whole`: a record that is not here came as edits only; send whole records now. */
  z.object({ t: z.literal('ack'), epoch, at: cursorSchema, whole: z.boolean().optional() }),
  z.object({
    t: z.literal('sums'),
    sums: byCollection(z.array(z.number()).length(256)),
  }),
  z.object({ t: z.literal('agreed') }),
  z.object({
    t: z.literal('ids'),
    lists: z
      .array(
        z.object({
          c: z.enum(sharedCollections),
          parts: z.array(part).max(256),
          ids: z.array(z.tuple([id, z.number()])).max(200_000),
        }),
      )
      .max(sharedCollections.length),
  }),
  z.object({ t: z.literal('want'), c: z.enum(sharedCollections), ids: z.array(id).max(5_000) }),
  z.object({ t: z.literal('give'), items }),
  z.object({
    t: z.literal('met'),
    list: z.array(z.object({ device: id, agoMs: z.number().min(0) })).max(500),
  }),
]);

/** Positions in each collection's writes; a collection left out is at 0. */
export type Cursor = z.infer<typeof cursorSchema>;
export type Message = z.infer<typeof messageSchema>;
export type MessageOf<T extends Message['t']> = Extract<Message, { t: T }>;

/** Undefined for what a newer version may say and this one does not know. */
export function parseMessage(raw: unknown): Message | undefined {
  const parsed = messageSchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

export type ParsedItems = { known: Item[]; unreadable: unknown[] };

/** `unreadable`: broken, or of a newer version. */
export function parseItems(raw: readonly unknown[]): ParsedItems {
  const parsed: ParsedItems = { known: [], unreadable: [] };
  for (const one of raw) {
    const item = parseItem(one);
    if (item === undefined) parsed.unreadable.push(one);
    else parsed.known.push(item);
  }
  return parsed;
}
