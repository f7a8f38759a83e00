// What is done to each of many people by the bulk edit, as data. What it comes to for one of
// them is said by `records/bulk/outcome.ts`.

import { z } from 'zod';

import { shiftUnits } from '../../values/shift-day.ts';

/** A field's name or a set's, of the kind or of the team's own. */
const name = z.string().min(1).max(64);
const id = z.string().min(1).max(64);
const text = z.string().max(20_000);
const item = z.object({
  value: text.min(1),
  label: z.string().max(200).exactOptional(),
  more: z.record(z.string().max(64), text).exactOptional(),
});

export const bulkEditSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('set'),
    field: name,
    value: z.json(),
    /** Whoever has a value keeps it. */
    isOnlyEmpty: z.boolean(),
  }),
  /** The field, or every entry of the set. */
  z.object({ type: z.literal('clear'), field: name }),
  /** Entries of a set, or of a field that has several values. */
  z.object({ type: z.literal('put'), field: name, items: z.array(item).min(1).max(100) }),
  z.object({ type: z.literal('remove'), field: name, items: z.array(item).min(1).max(100) }),
  /** One value by another; nobody else's is touched. */
  z.object({ type: z.literal('replace'), field: name, from: z.json(), to: z.json() }),
  z.object({
    type: z.literal('find'),
    field: name,
    find: z.string().min(1).max(1_000),
    by: text,
    isPattern: z.boolean(),
    matchesCase: z.boolean(),
  }),
  z.object({
    type: z.literal('add'),
    field: name,
    by: z.string().regex(/^-?\d{1,20}(?:\.\d{1,10})?$/),
  }),
  z.object({
    type: z.literal('shift'),
    field: name,
    count: z.number().int().min(-100_000).max(100_000),
    unit: z.enum(shiftUnits),
  }),
  z.object({ type: z.literal('copy'), from: name, to: name, isOnlyEmpty: z.boolean() }),
  /** A role at an organisation or community, for whoever has none there that goes on. */
  z.object({ type: z.literal('role'), group: id, title: z.string().max(500) }),
  /** Names in capitals or small letters only get capitals where they belong. */
  z.object({ type: z.literal('names') }),
  z.object({ type: z.literal('trash') }),
]);
export type BulkEdit = z.infer<typeof bulkEditSchema>;
export type BulkEditOf<T extends BulkEdit['type']> = Extract<BulkEdit, { type: T }>;
export type BulkItem = z.infer<typeof item>;
