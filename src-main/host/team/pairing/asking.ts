// Asking to join a team with an invite: one at a time, until a member answers or its
// owner gives up.

import type { Result } from '../../../../src-shared/domain/result.ts';
import type { Welcome } from '../../../../src-shared/sync/team/pairing.ts';
import { type Joining, startJoining } from './joining.ts';
import type { HubKey } from '../network/hub-proof.ts';
import type { Topics } from '../network/network.ts';
import { nodeCrypto as crypto } from '../identity/node-crypto.ts';
import type { OwnKeys } from '../../profile/own-device.ts';
import type { TeamState } from '../identity/team-state.ts';

export type Asking = {
  /** Undefined while nobody asks. */
  current: () => Joining | undefined;
  /** `prepare` is done once this laptop was let into a team, before it belongs to it. */
  begin: (secret: string, memberName: string, prepare: Prepare) => void;
  stop: () => void;
  tags: (hubName: string) => string[];
  hubKeys: () => HubKey[];
};

/** `team`: the id of the one it was let into. */
type Prepare = (team: string) => Promise<Result<null>>;

type AskingNeeds = {
  state: TeamState;
  network: Topics;
  onChange: () => void;
  /** Let in: this laptop belongs to the team now. */
  onJoined: () => void;
  onBug: (error: unknown) => void;
};

export function createAsking(needs: AskingNeeds): Asking {
  const { state, network, onChange, onJoined, onBug } = needs;
  let joining: Joining | undefined;

  const stop = (): void => {
    joining?.close();
    joining = undefined;
  };
  /** What could not be prepared is tried again: it is asked, and answered, until it is over. */
  const welcomes = (prepare: Prepare, keys: OwnKeys) => {
    let isPreparing = false;
    const come = async (welcome: Welcome, own: Joining | undefined): Promise<void> => {
      const prepared = await prepare(welcome.team);
      if (!prepared.ok || joining !== own || !state.join(welcome, keys).ok) return;
      stop();
      onJoined();
    };
    return (welcome: Welcome): void => {
      if (isPreparing) return;
      isPreparing = true;
      void come(welcome, joining)
        .catch(onBug)
        .finally(() => (isPreparing = false));
    };
  };
  return {
    current: () => joining,
    begin: (secret, memberName, prepare) => {
      stop();
      const keys = state.keysToAskWith();
      joining = startJoining({
        secret,
        asker: state.asker(memberName, keys),
        crypto,
        openSealed: (sealed) => state.openSealed(sealed, keys),
        listen: network.listen,
        publish: network.publish,
        every: (work, ms) => {
          const timer = setInterval(work, ms);
          return () => clearInterval(timer);
        },
        onChange,
        onWelcome: welcomes(prepare, keys),
      });
    },
    stop,
    tags: (hubName) => joining?.tags(hubName) ?? [],
    hubKeys: () => (joining === undefined ? [] : [joining.hubKey]),
  };
}
