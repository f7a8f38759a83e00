// How this laptop meets others: the network, who may come in by an invite, what hubs of
// the team tell each other, and asking to join somebody else's.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import { safeName } from '../../../src-shared/values/safe-name.ts';
import type { Statement } from '../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../src-shared/sync/team/log/statement-log.ts';
import { type Gossip, startGossip } from './identity/gossip.ts';
import { nodeCrypto as crypto } from './identity/node-crypto.ts';
import type { TeamFile } from './identity/team-file.ts';
import type { TeamState } from './identity/team-state.ts';
import type { HeldNetworks } from './network/held-networks.ts';
import { hubKeysOf, teamTag } from './network/net-config.ts';
import type { Network } from './network/network.ts';
import type { NetworkSight } from './network/own-networks.ts';
import { createTeamNetwork } from './network/team-network.ts';
import { type Asking, createAsking } from './pairing/asking.ts';
import { createInviting, type Inviting } from './pairing/inviting.ts';
import type { TeamLog } from './team-log.ts';

export type Meeting = {
  network: Network;
  held: HeldNetworks;
  inviting: Inviting;
  gossip: Gossip;
  asking: Asking;
  close: () => Promise<void>;
};

export type MeetingNeeds = {
  state: TeamState;
  file: TeamFile;
  log: TeamLog;
  /** What the system shows of this machine's networks; its own when left out. */
  networks?: (() => NetworkSight) | undefined;
  onStatements: (statements: readonly Statement[]) => Taken;
  emit: Emit;
  /** Something that windows show has changed. */
  onChange: () => void;
  /** Who belongs to the team, or whether the network may be used, has changed. */
  onTurn: () => void;
  onBug: (error: unknown) => void;
};

export function createMeeting(needs: MeetingNeeds): Meeting {
  const { state, file, log, emit, onChange, onTurn } = needs;
  const around = createTeamNetwork({
    file,
    log,
    networks: needs.networks,
    tags: (name) => [
      ...state.keys().map(({ key }) => teamTag(key, name)),
      ...inviting.tags(name),
      ...asking.tags(name),
    ],
    keys: () => [...hubKeysOf(state), ...inviting.hubKeys(), ...asking.hubKeys()],
    greet: () => gossip.tell(),
    emit,
    onChange,
    onHeld: onTurn,
  });
  const { network, held } = around;
  const { listen, publish } = network;
  const inviting = createInviting({
    state,
    file,
    crypto,
    now: Date.now,
    later: (work, ms) => void setTimeout(work, ms).unref(),
    listen,
    publish,
    onChange: () => {
      network.discovery()?.announce();
      network.rekey();
      onChange();
    },
    onAsked: ({ memberName }) => log.add({ code: 'asked', detail: safeName(memberName) }),
    onKnown: ({ memberName }) => log.add({ code: 'ask-known', detail: safeName(memberName) }),
    onMissed: ({ memberName }) => log.add({ code: 'ask-missed', detail: safeName(memberName) }),
    onLetIn: ({ id }) => {
      log.add({ code: 'let-in', device: id });
      onTurn();
    },
  });
  const gossip = startGossip({
    state,
    crypto,
    listen,
    publish,
    now: Date.now,
    onStatements: needs.onStatements,
    onHeads: (heads) => {
      if (state.noteHeads(heads)) onTurn();
    },
    onFlood: () => log.add({ code: 'flood' }),
  });
  const asking = createAsking({
    state,
    network,
    onChange,
    onBug: needs.onBug,
    onJoined: () => {
      log.add({ code: 'joined' });
      // It may go by another id than before, and have made private what it had.
      emit('store.many', {});
      onTurn();
    },
  });
  return {
    network,
    held,
    inviting,
    gossip,
    asking,
    close: async () => {
      asking.stop();
      inviting.close();
      gossip.close();
      await around.close();
    },
  };
}
