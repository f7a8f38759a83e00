// Everything that changes records, as data. A command runs in the host as one
// transaction together with its undo entry (docs/decisions/0002). Parsed at the
// boundary; the types are derived from the parsers.

import { z } from 'zod';

import { editedCollections } from '../domain/record.ts';
import { tagColors } from '../domain/tag.ts';
import { verdictSays } from '../domain/verdict.ts';
import type { Told } from './told.ts';

const id = z.string().min(1).max(64);
const collection = z.enum(editedCollections);
export const refSchema = z.object({ collection, id });
const setItem = z.object({
  id: id.optional(),
  value: z.string().max(20_000),
  label: z.string().max(200).optional(),
  more: z.record(z.string().max(64), z.string().max(20_000)).optional(),
});
const newRecord = z.object({
  id: id.optional(),
  kind: z.string().max(40),
  scope: z.enum(['team', 'private']).optional(),
  fields: z.record(z.string().max(64), z.json()).optional(),
  sets: z.record(z.string().max(64), z.array(setItem).max(5_000)).optional(),
  note: z.string().max(500_000).optional(),
});

/** One change of one record. `field` with null clears it. */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('field'),
    ref: refSchema,
    field: z.string().max(64),
    value: z.json(),
  }),
  z.object({ type: z.literal('set-put'), ref: refSchema, set: z.string().max(64), item: setItem }),
  z.object({ type: z.literal('set-remove'), ref: refSchema, set: z.string().max(64), itemId: id }),
  /** The order in which a set's items are shown; items left out keep their place. */
  z.object({
    type: z.literal('set-order'),
    ref: refSchema,
    set: z.string().max(64),
    ids: z.array(id).min(1).max(5_000),
  }),
  z.object({ type: z.literal('note'), ref: refSchema, text: z.string().max(500_000) }),
  /** A Yjs update (base64) made by an open note editor. */
  z.object({ type: z.literal('note-update'), ref: refSchema, update: z.string().max(2_000_000) }),
]);

/** Who stays, and who joins them. */
const merging = { keep: id, gone: z.array(id).min(1).max(50) };

/** Strict: what a newer version lets people choose is not left out in silence. */
const choices = z.strictObject({
  fields: z.record(z.string().max(64), id),
  without: z.array(z.strictObject({ id, what: z.string().min(1).max(200) })).max(50_000),
});

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('create'), records: z.array(newRecord).min(1).max(10_000) }),
  z.object({
    type: z.literal('edit'),
    changes: z.array(changeSchema).min(1).max(200_000),
    /** Where the values were read, when nobody typed them. */
    source: z.object({ type: z.literal('feed'), feed: z.string().max(2_000) }).optional(),
  }),
  z.object({ type: z.literal('trash'), refs: z.array(refSchema).min(1).max(200_000) }),
  z.object({ type: z.literal('restore'), refs: z.array(refSchema).min(1).max(200_000) }),
  z.object({ type: z.literal('erase'), refs: z.array(refSchema).min(1).max(200_000) }),
  z.object({
    type: z.literal('merge'),
    ...merging,
    choices: choices.optional(),
  }),
  /** Each by itself: what cannot be merged is left out, and counted. */
  z.object({
    type: z.literal('merge-many'),
    merges: z.array(z.object(merging)).min(1).max(2_000),
  }),
  z.object({ type: z.literal('unmerge'), gone: id }),
  /** Whether two people who look like one are two, for the whole team. */
  z.object({
    type: z.literal('judge'),
    pairs: z
      .array(z.tuple([id, id]))
      .min(1)
      .max(2_000),
    says: z.enum(verdictSays),
  }),
  z.object({
    type: z.literal('resolve-conflict'),
    ref: refSchema,
    conflict: z.string().max(200),
    /** Written instead of both, when given. */
    instead: z.json().optional(),
    choice: z.enum(['keep', 'other']),
  }),
  /** What was private to this laptop goes to the team, with roles and moments; no way back. */
  z.object({
    type: z.literal('share'),
    people: z.array(id).max(200_000),
    groups: z.array(id).max(1_000).optional(),
  }),
  /** One that was meant for this laptop alone; no way back. */
  z.object({ type: z.literal('share-moment'), id }),
  /** What is shown stays, for all of these at once. */
  z.object({
    type: z.literal('keep-current'),
    conflicts: z
      .array(z.object({ ref: refSchema, conflict: z.string().max(200) }))
      .min(1)
      .max(10_000),
  }),
  /** Of whole tags, wherever they are, each by its word; `tags` in the order in which they count. */
  z.object({
    type: z.literal('tags'),
    tags: z.array(z.string().max(20_000)).min(1).max(20_000),
    act: z.discriminatedUnion('type', [
      /** Several become one, and so does one with a tag of that name. */
      z.object({ type: z.literal('rename'), to: z.string().trim().min(1).max(20_000) }),
      z.object({ type: z.literal('remove') }),
      z.object({ type: z.literal('color'), color: z.enum(tagColors).nullable() }),
    ]),
  }),
  z.object({ type: z.literal('undo'), action: id.optional() }),
  z.object({ type: z.literal('redo'), action: id.optional() }),
]);

export type Ref = z.infer<typeof refSchema>;
/** An item of a set; one without an id is new, or the one of its key. */
export type NewItem = z.infer<typeof setItem>;
export type Change = z.infer<typeof changeSchema>;
export type Command = z.infer<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What a command did: `ids` are the records it made (create) or touched. */
export type Done = {
  action: string;
  /** What was done, for the toast: the command's type (of the undone action for undo and redo). */
  label: string;
  ids: string[];
  count: number;
  /**
   * Changes left alone because the value has changed since (undo and redo only); of
   * `merge-many`, people who could not be merged.
   */
  left: number;
  /** Of taking apart: what was changed since the merge and stays, as in stamps. */
  stayed?: string[];
  /** What it was about, where it is to be said. */
  told?: Told;
};
