// What a team was before it had a log: a set of signed statements without an order.
// They are read where such a team is carried over, and made no more.

import { z } from 'zod';

import { parseJson } from '../../../values/parse-json.ts';
import type { TeamCrypto } from '../crypto.ts';

const id = z.string().min(1).max(64);
const key = z.string().min(1).max(200);
const label = z.string().min(1).max(100);
const role = z.enum(['owner', 'member']);

const device = {
  id,
  signKey: key,
  boxKey: key,
  deviceName: label,
  memberName: label,
  colour: z.string().regex(/^#[\da-f]{6}$/),
};

const saidSchema = z.discriminatedUnion('t', [
  /** The founding device makes the team; `team` is the hash of `founding`. */
  z.object({
    t: z.literal('team'),
    team: id,
    founding: key,
    name: label,
    at: z.number(),
    ...device,
  }),
  /** A member lets a device in. */
  z.object({
    t: z.literal('device'),
    team: id,
    at: z.number(),
    epoch: z.number().int(),
    ...device,
  }),
  /** A device says how it wants to be called; the highest `n` counts. */
  z.object({
    t: z.literal('profile'),
    team: id,
    n: z.number().int(),
    id,
    deviceName: label,
    memberName: label,
    colour: device.colour,
  }),
  /** An owner makes a device's member an owner or not; the highest `n` counts. */
  z.object({ t: z.literal('role'), team: id, n: z.number().int(), id, role }),
  /** A device leaves. */
  z.object({ t: z.literal('leave'), team: id, id, at: z.number() }),
  /** An owner begins an epoch without some devices; its key is sealed for each that stays. */
  z.object({
    t: z.literal('epoch'),
    team: id,
    n: z.number().int().min(1),
    stays: z.array(id).max(500),
    removed: z.array(id).max(500),
    keys: z.record(id, z.string().max(1_000)),
    at: z.number(),
  }),
]);
export type Said = z.infer<typeof saidSchema>;
export type SaidOf<T extends Said['t']> = Extract<Said, { t: T }>;
export type Role = z.infer<typeof role>;

export const statementSchema = z.object({
  /** The JSON that was signed. */
  text: z.string().max(100_000),
  /** Device that signed. */
  by: id,
  signature: z.string().max(200),
});
export type Statement = z.infer<typeof statementSchema>;
export const oldStatementsSchema = z.array(statementSchema).max(5_000);

const domain = 'rapport:statement:1\n';

export function isSignedBy(statement: Statement, publicKey: string, crypto: TeamCrypto): boolean {
  return crypto.verify(publicKey, domain + statement.text, statement.signature);
}

/** Undefined for what is broken. */
export function readStatement({ text }: Statement): Said | undefined {
  const parsed = saidSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** As earlier versions kept them. */
export const inOldOrder = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1));

const slotKey = ({ signature, by }: Statement): string => `${signature}${by}`;
