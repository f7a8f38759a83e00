// Asking to join a team with an invite: one at a time, until a member answers or its
// owner gives up.

import type { Welcome } from '../../../../src-shared/sync/team/pairing.ts';
import { type Joining, startJoining } from './joining.ts';
import type { HubKey } from '../network/hub-proof.ts';
import type { Topics } from '../network/network.ts';
import { nodeCrypto as crypto } from '../identity/node-crypto.ts';
import type { TeamState } from '../identity/team-state.ts';

export type Asking = {
  /** Undefined while nobody asks. */
  current: () => Joining | undefined;
  begin: (secret: string, memberName: string) => void;
  stop: () => void;
  tags: (hubName: string) => string[];
  hubKeys: () => HubKey[];
};

type AskingNeeds = {
  state: TeamState;
  network: Topics;
  onChange: () => void;
  /** Let in: this laptop belongs to the team now. */
  onJoined: () => void;
};

export function createAsking({ state, network, onChange, onJoined }: AskingNeeds): Asking {
  let joining: Joining | undefined;

  const stop = (): void => {
    joining?.close();
    joining = undefined;
  };
  const onWelcome = (welcome: Welcome): void => {
    if (!state.join(welcome).ok) return;
    stop();
    onJoined();
  };
  return {
    current: () => joining,
    begin: (secret, memberName) => {
      stop();
      joining = startJoining({
        secret,
        asker: state.asker(memberName),
        crypto,
        openSealed: state.openSealed,
        listen: network.listen,
        publish: network.publish,
        every: (work, ms) => {
          const timer = setInterval(work, ms);
          return () => clearInterval(timer);
        },
        onChange,
        onWelcome,
      });
    },
    stop,
    tags: (hubName) => joining?.tags(hubName) ?? [],
    hubKeys: () => (joining === undefined ? [] : [joining.hubKey]),
  };
}
