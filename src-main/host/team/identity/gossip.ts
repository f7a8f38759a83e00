// Keeps the team's statements the same on all its hubs, also with devices that were
// away while others joined, left or were removed: what is said is sealed under every
// epoch's key that this device holds, so that whoever has missed an epoch can read of
// it, and finds its own key to the next one inside.

import { z } from 'zod';

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  type Statement,
  statementsSchema,
  unionOf,
} from '../../../../src-shared/sync/team/statements.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import type { Topics } from '../network/network.ts';
import type { TeamState } from './team-state.ts';

export type Gossip = {
  /** Says what is known, in all rooms. */
  tell: () => void;
  /** Listens in the rooms of all epochs known by now. */
  review: () => void;
  close: () => void;
};

export type GossipNeeds = Topics & {
  state: TeamState;
  crypto: TeamCrypto;
  onStatements: (statements: readonly Statement[]) => void;
};

const messageSchema = z.object({ statements: statementsSchema });

export const gossipTopic = (key: string, crypto: TeamCrypto): string =>
  `g${crypto.derive(key, 'gossip-topic').slice(0, 24)}`;

export function startGossip(needs: GossipNeeds): Gossip {
  const { state, crypto } = needs;
  const stops = new Map<string, () => void>();

  const tell = (): void => {
    const text = JSON.stringify({ statements: state.statements() });
    for (const { key } of state.keys()) {
      const sealed = crypto.seal(crypto.derive(key, 'gossip'), text);
      needs.publish(gossipTopic(key, crypto), sealed);
    }
  };
  const hear = (key: string) => (data: unknown) => {
    const text =
      typeof data === 'string' ? crypto.open(crypto.derive(key, 'gossip'), data) : undefined;
    if (text === undefined) return;
    const parsed = messageSchema.safeParse(parseJson(text));
    if (!parsed.success) return;
    const { statements } = parsed.data;
    needs.onStatements(statements);
    // They lack something that is known here.
    if (unionOf(statements, []).length < state.statements().length) tell();
  };
  const review = (): void => {
    for (const { key } of state.keys()) {
      if (!stops.has(key)) stops.set(key, needs.listen(gossipTopic(key, crypto), hear(key)));
    }
  };
  review();
  return {
    tell,
    review,
    close: () => {
      for (const stop of stops.values()) stop();
      stops.clear();
    },
  };
}
