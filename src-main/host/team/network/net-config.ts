// What windows and hubs of the team recognise each other by, derived from its keys.

import type { NetConfig } from '../../../../src-shared/bridge/team-types.ts';
import type { Member } from '../../../../src-shared/sync/team/log/membership.ts';
import { nodeCrypto as crypto } from '../identity/node-crypto.ts';
import type { KnownTeam } from '../identity/team-file.ts';
import type { EpochKey } from '../identity/kept-log.ts';
import { gossipTopic } from '../identity/gossip.ts';
import type { TeamState } from '../identity/team-state.ts';
import type { HubKey } from './hub-proof.ts';

export function netConfigOf(
  me: Member,
  epoch: EpochKey,
  hubNumber: number,
  { turn }: Pick<KnownTeam, 'turn'>,
): NetConfig {
  return {
    device: me.id,
    memberName: me.memberName,
    colour: me.colour,
    epoch: epoch.id,
    room: `r${crypto.derive(epoch.key, 'room').slice(0, 24)}`,
    noteRooms: crypto.derive(epoch.key, 'note-rooms'),
    password: crypto.derive(epoch.key, 'signaling'),
    hub: hubNumber,
    iceServers:
      turn === undefined
        ? []
        : [{ urls: turn.url, username: turn.username, credential: turn.credential }],
  };
}

/** What a hub of the team announces under this name. */
export const teamTag = (key: string, hubName: string): string =>
  crypto.hash(`${crypto.derive(key, 'hub-tag')}\n${hubName}`).slice(0, 16);

/** As many as a proof has room for beside those of invites. */
const mostEpochs = 16;

/**
 * The key in force opens everything. An earlier one opens only the topic where who missed
 * an epoch reads of it.
 */
export const hubKeysOf = ({ keys, keyNow }: Pick<TeamState, 'keys' | 'keyNow'>): HubKey[] => {
  const now = keyNow();
  return keys()
    .slice(0, mostEpochs)
    .map(({ id, key }) => ({
      secret: crypto.derive(key, 'hub-proof'),
      ...(id === now?.id ? {} : { topics: [gossipTopic(key, crypto)] }),
    }));
};
