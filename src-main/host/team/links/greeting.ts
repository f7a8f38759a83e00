// The first words over a link. Each side says hello, then proves with its device's key
// that it meant this very connection.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  type Channel,
  checkProof,
  type Hello,
  helloSchema,
  helloVersion,
  proofText,
  type Refusal,
} from '../../../../src-shared/sync/team/hello.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import { type Statement, statementsSchema } from '../../../../src-shared/sync/team/statements.ts';
import type { TeamState } from '../identity/team-state.ts';

/** How far two ends have got with greeting each other. */
export type Greeting = {
  /** DTLS fingerprints of both ends, or what stands for them on another transport. */
  fingerprints: [string, string];
  /** Id of the epoch whose room the link was made in. */
  epoch: string;
  ours: Hello;
  theirs?: Hello;
};

export type GreetingStep =
  /** Not what comes next in a greeting. */
  | { is: 'broken' }
  | { is: 'answered'; answer: object }
  | { is: 'refused'; why: Refusal; theirs: Hello }
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
  device: string;
  /** Random for this start of the program. */
  instance: string;
  onStatements: (statements: readonly Statement[]) => void;
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

  const learn = (epoch: string, sealed: string): void => {
    const key = keyOf(epoch);
    const text = key === undefined ? undefined : crypto.open(key, sealed);
    if (text === undefined) return;
    const parsed = statementsSchema.safeParse(parseJson(text));
    if (parsed.success) needs.onStatements(parsed.data);
  };
  const answer = (greeting: Greeting, theirs: Hello): GreetingStep => {
    if (greeting.theirs !== undefined) return { is: 'broken' };
    greeting.theirs = theirs;
    // Their statements may be what lets us know them when their proof comes.
    learn(greeting.epoch, theirs.statements);
    const text = proofText(greeting.ours, theirs, channelOf(greeting));
    const signature = crypto.sign(state.ownSign().secretKey, text);
    return { is: 'answered', answer: { t: 'proof', signature } };
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
        device: needs.device,
        instance: needs.instance,
        nonce: crypto.random(24),
        statements: crypto.seal(key, JSON.stringify(state.statements())),
      };
    },
    hear: (greeting, raw) => {
      const parsed = helloSchema.safeParse(raw);
      if (!parsed.success) return { is: 'broken' };
      return parsed.data.t === 'hello'
        ? answer(greeting, parsed.data)
        : check(greeting, parsed.data.signature);
    },
  };
}
