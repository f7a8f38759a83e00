// Before anything else goes over a link, both sides prove who they are: each signs the
// team, the room's epoch, both random numbers and both DTLS fingerprints with its
// device's key. A recorded hello is worth nothing on another connection, and a relay in
// the middle would have other fingerprints.

import { z } from 'zod';

import type { TeamCrypto } from './crypto.ts';
import type { Membership } from './membership.ts';

export const helloSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    v: z.number().int().min(1),
    device: z.string().min(1).max(64),
    /** Random for each start of the program: one device seen twice has two. */
    instance: z.string().min(1).max(64),
    nonce: z.string().min(20).max(100),
    /** The team's statements under the room's key: the other may not know of us yet. */
    statements: z.string().max(4_000_000),
  }),
  z.object({ t: z.literal('proof'), signature: z.string().max(200) }),
]);
export type HelloMessage = z.infer<typeof helloSchema>;
export type Hello = Extract<HelloMessage, { t: 'hello' }>;

export const helloVersion = 1;

export type Channel = { team: string; epoch: string; fingerprints: readonly [string, string] };

/** The same on both sides, except for who signs it. */
export function proofText(signer: Hello, other: Hello, channel: Channel): string {
  const both = [signer, other]
    .map(({ device, nonce, v }) => [device, nonce, v] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return `rapport:hello:1\n${JSON.stringify([
    channel.team,
    channel.epoch,
    both,
    [...channel.fingerprints].sort(),
    signer.device,
  ])}`;
}

/** unknown: not on the list. gone: it was and is no longer. forged: the proof is wrong. */
export type Refusal = 'unknown' | 'gone' | 'forged' | 'self';

export function checkProof(
  signature: string,
  theirs: Hello,
  ours: Hello,
  channel: Channel,
  membership: Membership,
  crypto: TeamCrypto,
): Refusal | undefined {
  if (theirs.nonce === ours.nonce) return 'forged';
  if (theirs.device === ours.device) return 'self';
  const member = membership.members.get(theirs.device);
  if (member === undefined) return 'unknown';
  if (member.state !== 'here') return 'gone';
  const text = proofText(theirs, ours, channel);
  return crypto.verify(member.signKey, text, signature) ? undefined : 'forged';
}
