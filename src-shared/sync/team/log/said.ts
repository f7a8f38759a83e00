// What a statement of the team's log can say. Each names the heads of the log that its
// signer had seen (`after`), so that what was said before what can be told.

import { z } from 'zod';

export const hashSchema = z.string().regex(/^[\w-]{43}$/);
const key = z.string().regex(/^[\w-]{1,200}$/);
const label = z.string().min(1).max(100);
const role = z.enum(['owner', 'member']);
export type Role = z.infer<typeof role>;

export const mostHeads = 16;
/** What a carried-over team names of the time before: far more than any team has said. */
const mostOld = 800;
/** A key is sealed for each: what is said of an epoch has to fit. */
export const mostDevices = 150;

const names = {
  deviceName: label,
  memberName: label,
  colour: z.string().regex(/^#[\da-f]{6}$/),
};
const device = { signKey: key, boxKey: key, ...names };
const later = { team: hashSchema, after: z.array(hashSchema).min(1).max(mostHeads) };

export const saidSchema = z.discriminatedUnion('t', [
  /** The founding device makes the team, whose id is this statement's. */
  z.object({ t: z.literal('team'), after: z.tuple([]), founding: key, name: label, ...device }),
  /** A device of a team that an earlier version made: what it knew of it, at its update. */
  z.object({
    t: z.literal('carried'),
    team: hashSchema,
    after: z.array(hashSchema).min(1).max(mostOld),
    ...device,
  }),
  /** A member lets a device in. */
  z.object({ t: z.literal('admit'), ...later, ...device }),
  /** A device says how it wants to be called. */
  z.object({ t: z.literal('profile'), ...later, ...names }),
  /** An owner makes a device an owner, or not. */
  z.object({ t: z.literal('role'), ...later, device: hashSchema, role }),
  z.object({ t: z.literal('leave'), ...later }),
  /** An owner begins an epoch without some devices; its key is sealed for each that stays. */
  z.object({
    t: z.literal('epoch'),
    ...later,
    n: z.number().int().min(1),
    removed: z.array(hashSchema).max(mostDevices),
    stays: z.array(hashSchema).max(mostDevices),
    /** Less than `stays` where somebody's key cannot be sealed for. */
    keys: z.record(hashSchema, z.string().max(400)),
  }),
  /** A device holds the key of an epoch. */
  z.object({ t: z.literal('took'), ...later, epoch: hashSchema }),
]);
export type Said = z.infer<typeof saidSchema>;
export type SaidOf<T extends Said['t']> = Extract<Said, { t: T }>;

type Saying<S> = S extends { team: string } ? Omit<S, 'team' | 'after' | 'n'> : never;
/** What a device has to say; the log adds to whom and after what, and the next number. */
export type ToSay = Saying<Exclude<Said, { t: 'carried' }>>;

/** Of what a newer version says: enough to keep it in its place and pass it on. */
export const envelopeSchema = z.looseObject({ t: z.string().max(40), ...later });
