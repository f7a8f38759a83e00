// Before anything else goes over a link, both sides prove who they are: each signs the
// team, the room's epoch, both random numbers and both DTLS fingerprints with its
// device's key. A recorded hello is worth nothing on another connection, and a relay in
// the middle would have other fingerprints. What one lacks of the team's log comes first.

import { z } from 'zod';

import type { TeamCrypto } from './crypto.ts';
import type { Membership } from './log/membership.ts';
import { hashSchema } from './log/said.ts';
import type { Taken } from './log/statement-log.ts';
import { longestStatement, type Statement, statementSchema } from './log/statement.ts';

export const helloVersion = 2;

/** A log that cannot grow past its limits has no more ends than this that are worth naming. */
export const mostHeadsTold = 300;
export const headsSchema = z.array(hashSchema).max(mostHeadsTold);
export const pieceSchema = z.array(statementSchema).max(200);
/** Checked in one go: the thread is not held longer. */
const pieceLetters = 16_000;
const longestSealed = 400_000;

export const helloSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    v: z.literal(helloVersion),
    device: z.string().min(1).max(64),
    /** Random for each start of the program: one device seen twice has two. */
    instance: z.string().min(1).max(64),
    nonce: z.string().min(20).max(100),
    /** What the sender's log ends with, under the room's key. */
    heads: z.string().max(longestSealed),
  }),
  /** What the other's log lacks, under the room's key, each after what it stands on. */
  z.object({ t: z.literal('statements'), sealed: z.string().max(longestSealed) }),
  z.object({ t: z.literal('proof'), signature: z.string().max(200) }),
]);
export type HelloMessage = z.infer<typeof helloSchema>;
export type Hello = Extract<HelloMessage, { t: 'hello' }>;

/** Of another version: enough to say who it is and why nothing comes of it. */
export const foreignHelloSchema = z.looseObject({
  t: z.literal('hello'),
  v: z.number().int().min(1),
  device: z.string().min(1).max(64),
});

/** Cut where one piece would take long to check. */
export function inPieces(statements: readonly Statement[]): Statement[][] {
  const pieces: Statement[][] = [];
  let letters = Infinity;
  for (const one of statements) {
    letters += one.text.length + 200;
    if (letters > pieceLetters) {
      pieces.push([]);
      letters = one.text.length + 200;
    }
    pieces.at(-1)?.push(one);
  }
  return pieces;
}

/**
 * Nobody passes on what was not signed, and somebody who has not heard of a removal yet
 * passes on little that it made void: a few of the one and some of the other are forgiven.
 */
export const wrongIn = (taken: Taken): number => taken.bad * 25 + taken.void;
export const mostWrong = 500;

/** A whole log in pieces, however it is cut. */
export const mostPieces = Math.ceil((1_400_000 + longestStatement) / pieceLetters) * 2;

export type Channel = { team: string; epoch: string; fingerprints: readonly [string, string] };

/** The same on both sides, except for who signs it. */
export function proofText(signer: Hello, other: Hello, channel: Channel): string {
  const both = [signer, other]
    .map(({ device, nonce, v }) => [device, nonce, v] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return `rapport:hello:2\n${JSON.stringify([
    channel.team,
    channel.epoch,
    both,
    [...channel.fingerprints].sort(),
    signer.device,
  ])}`;
}

/**
 * unknown: not on the list. gone: it was and is no longer. forged: the proof is wrong.
 * earlier, later: it speaks another version's words. flood: it sent what nobody has said.
 */
export type Refusal = 'unknown' | 'gone' | 'forged' | 'self' | 'earlier' | 'later' | 'flood';

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
