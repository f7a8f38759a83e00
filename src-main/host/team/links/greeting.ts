// The first words over a link. Each side says hello, then proves with its device's key
// that it meant this very connection.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  type Channel,
  checkProof,
  foreignHelloSchema,
  headsSchema,
  type Hello,
  helloSchema,
  helloVersion,
  inPieces,
  mostHeadsTold,
  mostPieces,
  mostWrong,
  pieceSchema,
  proofText,
  type Refusal,
  wrongIn,
} from '../../../../src-shared/sync/team/hello.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import type { Statement } from '../../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../../src-shared/sync/team/log/statement-log.ts';
import type { Device } from '../../profile/own-device.ts';
import type { TeamState } from '../identity/team-state.ts';

/** How far two ends have got with greeting each other. */
export type Greeting = {
  /** DTLS fingerprints of both ends, or what stands for them on another transport. */
  fingerprints: [string, string];
  /** Id of the epoch whose room the link was made in. */
  epoch: string;
  ours: Hello;
  theirs?: Hello;
  /** Pieces of the log that have come, and what was wrong in them. */
  pieces?: { count: number; wrong: number };
};

export type GreetingStep =
  /** Not what comes next in a greeting. */
  | { is: 'broken' }
  | { is: 'answered'; answers: object[] }
  | { is: 'refused'; why: Refusal; theirs: { device: string; instance?: string } }
  | { is: 'proven'; device: string };

export type Greeter = {
  /** Undefined where this device holds no key of the epoch. */
  hello: (epoch: string) => Hello | undefined;
  /** Takes in what the other end says; `greeting.theirs` is filled on the way. */
  hear: (greeting: Greeting, raw: unknown) => GreetingStep;
};

export type GreeterNeeds = {
  state: TeamState;
  crypto: TeamCrypto;
  device: Pick<Device, 'id'>;
  /** Random for this start of the program. */
  instance: string;
  onStatements: (statements: readonly Statement[]) => Taken;
};

export function createGreeter(needs: GreeterNeeds): Greeter {
  const { state, crypto } = needs;
  const keyOf = (epoch: string): string | undefined =>
    state.keys().find(({ id }) => id === epoch)?.key;
  const channelOf = ({ epoch, fingerprints }: Greeting): Channel => ({
    team: state.membership()?.team ?? '',
    epoch,
    fingerprints,
  });

  const open = (epoch: string, sealed: string): unknown => {
    const key = keyOf(epoch);
    const text = key === undefined ? undefined : crypto.open(key, sealed);
    return text === undefined ? undefined : parseJson(text);
  };
  const answer = (greeting: Greeting, theirs: Hello): GreetingStep => {
    if (greeting.theirs !== undefined) return { is: 'broken' };
    greeting.theirs = theirs;
    const key = keyOf(greeting.epoch) ?? '';
    const heads = headsSchema.safeParse(open(greeting.epoch, theirs.heads));
    const lacking = heads.success ? (state.log()?.lacking(heads.data, greeting.epoch) ?? []) : [];
    const pieces = inPieces(lacking).map((piece) => ({
      t: 'statements',
      sealed: crypto.seal(key, JSON.stringify(piece)),
    }));
    const text = proofText(greeting.ours, theirs, channelOf(greeting));
    const signature = crypto.sign(state.ownSign().secretKey, text);
    return { is: 'answered', answers: [...pieces, { t: 'proof', signature }] };
  };
  /** What they know may be what lets us know them when their proof comes. */
  const learn = (greeting: Greeting, sealed: string): GreetingStep => {
    const { theirs } = greeting;
    const piece = pieceSchema.safeParse(open(greeting.epoch, sealed));
    if (theirs === undefined || !piece.success) return { is: 'broken' };
    const before = greeting.pieces ?? { count: 0, wrong: 0 };
    const wrong = wrongIn(needs.onStatements(piece.data));
    greeting.pieces = { count: before.count + 1, wrong: before.wrong + wrong };
    const isFlood = greeting.pieces.count > mostPieces || greeting.pieces.wrong > mostWrong;
    return isFlood ? { is: 'refused', why: 'flood', theirs } : { is: 'answered', answers: [] };
  };
  const refuse = (raw: unknown): GreetingStep => {
    const foreign = foreignHelloSchema.safeParse(raw);
    if (!foreign.success || foreign.data.v === helloVersion) return { is: 'broken' };
    const { v, device } = foreign.data;
    return { is: 'refused', why: v < helloVersion ? 'earlier' : 'later', theirs: { device } };
  };
  const check = (greeting: Greeting, signature: string): GreetingStep => {
    const { theirs, ours } = greeting;
    const membership = state.membership();
    if (theirs === undefined || membership === undefined) return { is: 'broken' };
    const why = checkProof(signature, theirs, ours, channelOf(greeting), membership, crypto);
    return why === undefined
      ? { is: 'proven', device: theirs.device }
      : { is: 'refused', why, theirs };
  };

  return {
    hello: (epoch) => {
      const key = keyOf(epoch);
      if (key === undefined) return undefined;
      return {
        t: 'hello',
        v: helloVersion,
        device: needs.device.id,
        instance: needs.instance,
        nonce: crypto.random(24),
        heads: crypto.seal(
          key,
          JSON.stringify(state.log()?.headsIn(epoch).slice(0, mostHeadsTold) ?? []),
        ),
      };
    },
    hear: (greeting, raw) => {
      const parsed = helloSchema.safeParse(raw);
      if (!parsed.success) return refuse(raw);
      const { data } = parsed;
      if (data.t === 'hello') return answer(greeting, data);
      if (data.t === 'statements') return learn(greeting, data.sealed);
      return check(greeting, data.signature);
    },
  };
}
