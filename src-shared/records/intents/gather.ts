// Values put together in one of the team's own fields: other details of one name, or those of
// another such field.

import { z } from 'zod';

import { kindsWithOwnFields, ownFieldTypes } from '../../domain/own-field.ts';

const id = z.string().min(1).max(64);
const label = z.string().min(1).max(200);

export const gatherSchema = z.object({
  kind: z.enum(kindsWithOwnFields),
  from: z.union([z.object({ field: id }), z.object({ label })]),
  into: z.union([
    z.object({ field: id }),
    /** One that is made for them. */
    z.object({
      label,
      type: z.enum(ownFieldTypes),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
  ]),
});
export type Gather = z.infer<typeof gatherSchema>;

/** What it comes to, before and after. */
export type GatherCounts = {
  /** Records with something to be put together. */
  records: number;
  fits: number;
  misfits: number;
  /** Some of what does not fit, as text. */
  examples: string[];
};
