// What windows are told about the team, put together from the books of the exchange.

import type { DeviceInfo, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import type { Cursor } from '../../../src-shared/sync/messages.ts';
import type { Member } from '../../../src-shared/sync/team/membership.ts';
import { createSpeed } from './links/speed.ts';
import type { Team } from './team.ts';

const speeds = new Map<string, ReturnType<typeof createSpeed>>();

export async function readTeamInfo(team: Team, me: string): Promise<TeamInfo> {
  const { file, state, network, inviting, log } = team;
  const view = state.view();
  const own = view?.members.get(me);
  const linked = team.links.linked();
  const hub = network.hub();
  const addresses = (network.discovery()?.addresses() ?? []).map(
    (address) => `${address}:${hub?.port ?? 0}`,
  );
  const invite = inviting.current();
  const isIn = own?.state === 'here';
  return {
    team:
      view === undefined || !isIn
        ? undefined
        : { id: view.team, name: view.name, epoch: view.epoch.n },
    device: me,
    devices: isIn
      ? await Promise.all(
          [...(view?.members.values() ?? [])].map((member) => deviceInfo(team, member, me, linked)),
        )
      : [],
    invite: invite === undefined ? undefined : { ...invite, addresses },
    requests: inviting.requests(),
    joining: team.joining()?.info(),
    isPaused: file.read().isPaused,
    networks: team.held.now(),
    isOut: own?.state === 'removed',
    isCopied: team.isCopied(),
    hub: hub === undefined ? undefined : { port: hub.port, addresses, linked: hub.linked() },
    addresses: file.read().addresses,
    reach: { signaling: file.read().signaling, turn: file.read().turn },
    log: log.entries(),
  };
}

async function deviceInfo(
  team: Team,
  member: Member,
  me: string,
  linked: Set<string>,
): Promise<DeviceInfo> {
  const { id, deviceName, memberName, colour, role, state } = member;
  const status = team.exchange()?.peers.get(id)?.status;
  const seen = team.file.read().seen[id];
  const speed = speeds.get(id) ?? createSpeed();
  speeds.set(id, speed);
  const ownAgreedAt = status?.agreedAt ?? seen?.agreedAt;
  const relayed = linked.has(id) ? undefined : team.exchange()?.relayed(id);
  const isByOther = relayed !== undefined && relayed.at > (ownAgreedAt ?? 0);
  return {
    id,
    deviceName,
    memberName,
    colour,
    role,
    state,
    isMe: id === me,
    link: linked.has(id) ? 'direct' : 'none',
    seenAt: seen?.at,
    toSend:
      linked.has(id) && status?.isKnown !== true
        ? undefined
        : await team.exchange()?.waiting(id, cursorOf(seen?.stored)),
    toCome: status?.isKnown === true ? status.toCome : undefined,
    agreedAt: isByOther ? relayed.at : ownAgreedAt,
    via: isByOther ? team.state.view()?.members.get(relayed.via)?.memberName : undefined,
    differs: status?.differs ?? false,
    refused: status?.refused ?? 0,
    trouble: status?.trouble,
    speed: speed.of(team.links.traffic(id), Date.now()),
  };
}

/** What the team's file holds of a place, as the exchange names it. */
function cursorOf(stored: Record<string, number> | undefined): Cursor | undefined {
  if (stored === undefined) return undefined;
  return Object.fromEntries(sharedCollections.map((name) => [name, stored[name] ?? 0]));
}
