// How a device asks to join and a member answers, over a topic that only the invite
// names and under a key that only the invite gives. The asking side commits to its
// random number before it sees the other's, so nobody who has stolen the invite can
// choose keys that give the same short code.
//
//   asker    ask      commit = hash(nonce + own keys), own keys and names
//   member   reply    own random number, team, signing key
//   asker    reveal   the nonce it committed to
//            both screens now show six digits made from everything above
//   member   accepted (statements and keys of the team, sealed for the asker) or refused

import { z } from 'zod';

import { parseJson } from '../../values/parse-json.ts';
import type { TeamCrypto } from './crypto.ts';
import { statementsSchema } from './log/limits.ts';
import { hashSchema } from './log/said.ts';
import { deviceIdOf } from './log/statement.ts';

const id = z.string().min(1).max(64);
const key = z.string().min(1).max(200);
const name = z.string().min(1).max(100);

export const askerSchema = z.object({
  id,
  signKey: key,
  boxKey: key,
  deviceName: name,
  memberName: name,
});
export type Asker = z.infer<typeof askerSchema>;

export const pairingSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('ask'),
    ask: id,
    commit: key,
    asker: askerSchema,
    /** Left out by the first version. */
    v: z.number().int().default(1),
  }),
  z.object({
    t: z.literal('reply'),
    ask: id,
    nonce: key,
    team: id,
    teamName: name,
    memberName: name,
    signKey: key,
    v: z.number().int().default(1),
  }),
  z.object({ t: z.literal('reveal'), ask: id, nonce: key }),
  z.object({ t: z.literal('accepted'), ask: id, sealed: z.string().max(2_000_000) }),
  z.object({ t: z.literal('refused'), ask: id }),
]);
export type PairingMessage = z.infer<typeof pairingSchema>;
export type PairingOf<T extends PairingMessage['t']> = Extract<PairingMessage, { t: T }>;

/** Of the words with which devices come to a team. */
export const pairingVersion = 2;

/** What `accepted` carries. `keys`: each epoch's key by its id. */
export const welcomeSchema = z.object({
  team: hashSchema,
  /** With which statement the member takes the team to have begun. */
  anchor: hashSchema,
  statements: statementsSchema,
  keys: z.record(z.string().regex(/^\d+(-[\w-]{1,20})?$/), key),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** Whether a device may be let in at all: its id is its keys', and they can be used. */
export const isUsable = (asker: Asker, crypto: TeamCrypto): boolean =>
  asker.id === deviceIdOf(asker, crypto) && crypto.sealFor(asker.boxKey, 'test') !== undefined;

export const commitOf = (nonce: string, asker: Asker, crypto: TeamCrypto): string =>
  crypto.hash(`rapport:commit:1\n${nonce}\n${JSON.stringify(sorted(asker))}`);

/** Six digits in two groups. */
export function matchingCode(
  asked: { nonce: string; asker: Asker },
  reply: PairingOf<'reply'>,
  crypto: TeamCrypto,
): string {
  const said = [asked.nonce, sorted(asked.asker), reply.nonce, reply.team, reply.signKey];
  const hash = crypto.hash(`rapport:code:1\n${JSON.stringify(said)}`);
  let number = 0;
  for (const char of hash.slice(0, 20)) number = (number * 64 + char.charCodeAt(0)) % 1_000_000;
  const digits = String(number).padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

const sorted = ({ id: own, signKey, boxKey, deviceName, memberName }: Asker): string[] => [
  own,
  signKey,
  boxKey,
  deviceName,
  memberName,
];

/** Undefined for what is not about this invite, broken or foreign. */
export function openPairing(
  sealed: unknown,
  inviteKey: string,
  crypto: TeamCrypto,
): PairingMessage | undefined {
  if (typeof sealed !== 'string') return undefined;
  const text = crypto.open(inviteKey, sealed);
  if (text === undefined) return undefined;
  const parsed = pairingSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}
