// Keeps the team's log the same on all its hubs, also with devices that were away while
// others joined, left or were removed: what is said is sealed under every epoch's key
// that this device holds, so that whoever has missed an epoch can read of it, and finds
// its own key to the next one inside. Hubs tell each other what their logs end with, and
// send what the other lacks.

import { z } from 'zod';

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  headsSchema,
  inPieces,
  mostHeadsTold,
  mostWrong,
  pieceSchema,
  wrongIn,
} from '../../../../src-shared/sync/team/hello.ts';
import type { Statement } from '../../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../../src-shared/sync/team/log/statement-log.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import type { Topics } from '../network/network.ts';
import type { TeamState } from './team-state.ts';

export type Gossip = {
  /** Says what the log ends with, in all rooms. */
  tell: () => void;
  /** Listens in the rooms of all epochs known by now. */
  review: () => void;
  close: () => void;
};

export type GossipNeeds = Topics & {
  state: TeamState;
  crypto: TeamCrypto;
  now: () => number;
  onStatements: (statements: readonly Statement[]) => Taken;
  /** Others have told that their logs end with these. */
  onHeads: (heads: readonly string[]) => void;
  /** In a room only owners are listened to for a while: somebody in it sends what nobody has signed. */
  onFlood: () => void;
};

const messageSchema = z.object({ heads: headsSchema, statements: pieceSchema.default([]) });
type Message = z.infer<typeof messageSchema>;

/** What was sent a moment ago is on its way to everybody. */
const againMs = 5_000;
const deafMs = 10 * 60 * 1000;
/** Of each message, while a room is flooded. */
const mostInFlood = 4;

export const gossipTopic = (key: string, crypto: TeamCrypto): string =>
  `g${crypto.derive(key, 'gossip-topic').slice(0, 24)}`;

export function startGossip(needs: GossipNeeds): Gossip {
  const { state, crypto } = needs;
  const rooms = new Map<string, { stop: () => void; say: (statements: Statement[]) => void }>();

  const enter = (epoch: string, key: string): void => {
    const topic = gossipTopic(key, crypto);
    const secret = crypto.derive(key, 'gossip');
    const say = (statements: Statement[]): void => {
      const heads = state.log()?.headsIn(epoch).slice(0, mostHeadsTold) ?? [];
      needs.publish(topic, crypto.seal(secret, JSON.stringify({ heads, statements })));
    };
    const hear = hearer(needs, epoch, say);
    const stop = needs.listen(topic, (data) => {
      const text = typeof data === 'string' ? crypto.open(secret, data) : undefined;
      const parsed = messageSchema.safeParse(text === undefined ? undefined : parseJson(text));
      if (parsed.success) hear(parsed.data);
    });
    rooms.set(key, { stop, say });
  };
  const review = (): void => {
    const known = new Set(state.keys().map(({ key }) => key));
    for (const [key, { stop }] of rooms) {
      if (known.has(key)) continue;
      stop();
      rooms.delete(key);
    }
    for (const { id, key } of state.keys()) if (!rooms.has(key)) enter(id, key);
  };
  review();
  return {
    tell: () => {
      for (const { key } of state.keys()) rooms.get(key)?.say([]);
    },
    review,
    close: () => {
      for (const { stop } of rooms.values()) stop();
      rooms.clear();
    },
  };
}

/** One room's: takes in what comes, and sends or asks for what the other or this side lacks. */
function hearer(needs: GossipNeeds, epoch: string, say: (statements: Statement[]) => void) {
  const { state, now } = needs;
  const sentAt = new Map<string, number>();
  let wrong = 0;
  let deafUntil = 0;

  const isFlooded = (statements: readonly Statement[]): boolean => {
    if (now() < deafUntil) {
      // Whoever is about to be removed may flood the room, so that nobody there hears of it.
      const { members } = state.membership() ?? {};
      const ofOwners = statements.filter(({ by }) => members?.get(by)?.role === 'owner');
      if (ofOwners.length > 0) needs.onStatements(ofOwners.slice(0, mostInFlood));
      return true;
    }
    wrong += wrongIn(needs.onStatements(statements));
    if (wrong <= mostWrong) return false;
    wrong = 0;
    deafUntil = now() + deafMs;
    needs.onFlood();
    return true;
  };
  const mayRepeat = (what: string): boolean => {
    const at = now();
    if (at - (sentAt.get(what) ?? -Infinity) < againMs) return false;
    for (const [old, since] of sentAt) if (at - since >= againMs) sentAt.delete(old);
    sentAt.set(what, at);
    return true;
  };
  return ({ heads, statements }: Message): void => {
    const log = state.log();
    if (log === undefined || (statements.length > 0 && isFlooded(statements))) return;
    needs.onHeads(heads);
    for (const piece of inPieces(log.lacking(heads, epoch))) {
      if (mayRepeat(piece[0]?.signature ?? '')) say(piece);
    }
    // They know what is not known here: telling what is known here asks for it.
    const isBehind = heads.some((id) => !log.knows(id));
    if (isBehind && statements.length === 0 && mayRepeat('heads')) say([]);
  };
}
