// What a window shows of the team, put together from what its parts know.

import type { DeviceInfo, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import type { Exchange } from '../../../src-shared/sync/exchange.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import type { Cursor } from '../../../src-shared/sync/messages.ts';
import type { Member } from '../../../src-shared/sync/team/log/membership.ts';
import type { Device } from '../profile/own-device.ts';
import type { TeamFile } from './identity/team-file.ts';
import type { TeamState } from './identity/team-state.ts';
import type { Links } from './links/links.ts';
import { createSpeed, type Speed } from './links/speed.ts';
import { addressIn, urlOf } from './network/address.ts';
import { plainAddresses } from './network/own-networks.ts';
import type { HeldNetworks } from './network/held-networks.ts';
import type { Network } from './network/network.ts';
import type { Inviting } from './pairing/inviting.ts';
import type { Joining } from './pairing/joining.ts';
import type { TeamLog } from './team-log.ts';

export type TeamParts = {
  file: TeamFile;
  state: TeamState;
  network: Network;
  held: HeldNetworks;
  links: Links;
  inviting: Inviting;
  log: TeamLog;
  joining: () => Joining | undefined;
  exchange: () => Exchange | undefined;
  isCopied: () => boolean;
  otherVersion: (device: string) => 'earlier' | 'later' | undefined;
  /** Where a file of the team's is kept that could not be read. */
  aside: () => string | undefined;
};

/** `device`: this one. */
export function createTeamInfo(team: TeamParts, device: Device): () => Promise<TeamInfo> {
  const speeds = new Map<string, Speed>();
  const speedOf = (device: string): number => {
    const speed = speeds.get(device) ?? createSpeed();
    speeds.set(device, speed);
    return speed.of(team.links.traffic(device), Date.now());
  };
  return async () => {
    const { file, state, inviting, log } = team;
    const { id: me } = device;
    const membership = state.membership();
    const own = membership?.members.get(me);
    const isIn = own?.state === 'here';
    const hub = hubInfo(team.network);
    const invite = inviting.current();
    const members = isIn ? [...(membership?.members.values() ?? [])] : [];
    return {
      team:
        membership === undefined || !isIn
          ? undefined
          : { id: membership.team, name: membership.name, epoch: membership.epoch.n },
      device: me,
      devices: await Promise.all(
        members.map(async (member) => ({
          ...(await deviceInfo(team, member)),
          isMe: member.id === me,
          speed: speedOf(member.id),
        })),
      ),
      invite: invite === undefined ? undefined : { ...invite, addresses: hub?.addresses ?? [] },
      isInviteTried: inviting.isTried(),
      requests: inviting.requests(),
      joining: team.joining()?.info(),
      isPaused: file.read().isPaused,
      networks: team.held.now(),
      former: isIn ? undefined : membership?.name,
      leaving: state.isLeaving() ? membership?.name : undefined,
      isOut: membership !== undefined && own?.state !== 'here' && own?.state !== 'left',
      hasKey: state.keyNow() !== undefined,
      aside: team.aside(),
      isCopied: team.isCopied(),
      hub,
      addresses: file.read().addresses,
      reach: { signaling: file.read().signaling, turn: file.read().turn },
      log: log.entries(),
    };
  };
}

function hubInfo(network: Network): TeamInfo['hub'] {
  const hub = network.hub();
  if (hub === undefined) return undefined;
  const addresses = plainAddresses(network.discovery()?.addresses() ?? []);
  return {
    port: hub.port,
    addresses: addresses.map((address) => addressIn(urlOf(address, hub.port))),
    linked: hub.linked(),
  };
}

async function deviceInfo(
  team: TeamParts,
  member: Member,
): Promise<Omit<DeviceInfo, 'isMe' | 'speed'>> {
  const { id, deviceName, memberName, colour, role, state } = member;
  const isLinked = team.links.linked().has(id);
  const exchange = team.exchange();
  const status = exchange?.peers.get(id)?.status;
  const seen = team.file.read().seen[id];
  const ownAgreedAt = status?.agreedAt ?? seen?.agreedAt;
  const relayed = isLinked ? undefined : exchange?.relayed(id);
  const isByOther = relayed !== undefined && relayed.at > (ownAgreedAt ?? 0);
  return {
    id,
    deviceName,
    memberName,
    colour,
    role,
    state,
    key: member.key,
    otherVersion: team.otherVersion(id),
    link: isLinked ? 'direct' : 'none',
    seenAt: seen?.at,
    toSend:
      isLinked && status?.toSend === undefined
        ? undefined
        : await exchange?.waiting(id, cursorOf(seen?.stored)),
    toCome: isLinked ? status?.toCome : (status?.toCome ?? seen?.toCome),
    agreedAt: isByOther ? relayed.at : ownAgreedAt,
    isViaHere: isByOther && team.links.linked().has(relayed.via),
    via: isByOther ? team.state.membership()?.members.get(relayed.via)?.memberName : undefined,
    differs: status?.differs ?? false,
    isEarlier: isLinked && status?.toSend !== undefined && isEarlier(exchange, id),
    refused: status?.refused ?? 0,
    tooLong: status?.tooLong ?? 0,
    trouble: status?.trouble,
  };
}

const isEarlier = (exchange: Exchange | undefined, id: string): boolean =>
  (exchange?.peers.get(id)?.shares.length ?? Infinity) < sharedCollections.length;

/** What the team's file holds of a place, as the exchange names it. */
function cursorOf(stored: Record<string, number> | undefined): Cursor | undefined {
  if (stored === undefined) return undefined;
  return Object.fromEntries(sharedCollections.map((name) => [name, stored[name] ?? 0]));
}
