// Brings everything in line with what is known now: who may meet whom, whether the
// network is used at all, what windows meet with. Called after every change.

import { setTimeout as wait } from 'node:timers/promises';

import type { NetConfig } from '../../../src-shared/bridge/team-types.ts';
import type { Asking } from './pairing/asking.ts';
import type { Gossip } from './identity/gossip.ts';
import type { HeldNetworks } from './network/held-networks.ts';
import type { Opens } from './network/hub-proof.ts';
import type { Links } from './links/links.ts';
import { urlsOf } from './network/address.ts';
import { netConfigOf } from './network/net-config.ts';
import { ownZones } from './network/own-networks.ts';
import type { Network } from './network/network.ts';
import type { TeamExchange } from './links/team-exchange.ts';
import type { TeamFile } from './identity/team-file.ts';
import type { TeamLog } from './team-log.ts';
import type { Device } from '../profile/own-device.ts';
import type { TeamState } from './identity/team-state.ts';

export type Upkeep = {
  review: () => Promise<void>;
  /** What windows need to meet; null while there is no team, or sync rests. */
  netConfig: () => NetConfig | null;
  /** Windows get what they meet with once more, even if it has not changed. */
  forgetSent: () => void;
};

type UpkeepNeeds = {
  device: Device;
  state: TeamState;
  file: TeamFile;
  log: TeamLog;
  exchange: TeamExchange;
  network: Network;
  links: Links;
  gossip: Gossip;
  asking: Asking;
  held: HeldNetworks;
  tell: (config: NetConfig | null) => void;
  onChange: () => void;
};

const goodbyeMs = 150;

export function createUpkeep(needs: UpkeepNeeds): Upkeep {
  const { device, state, file, network, links, gossip, held } = needs;
  let sent = '';
  const noted = new Set<string>();

  const isActive = (): boolean =>
    state.keyNow() !== undefined && !file.read().isPaused && !held.isHeld();
  /** For who asks to join, and who has to say still that it left. */
  const isGuest = (): boolean => needs.asking.current() !== undefined || state.isLeaving();
  const mayMeet = (): boolean => isActive() || (isGuest() && !held.isHeld());

  const netConfig = (): NetConfig | null => {
    const now = state.keyNow();
    const hub = network.hub();
    const me = state.membership()?.members.get(device.id);
    if (now === undefined || hub === undefined || me === undefined || !isActive()) return null;
    return netConfigOf(me, now, hub.number, file.read());
  };
  const tellWindows = (): void => {
    const config = netConfig();
    if (JSON.stringify(config) === sent) return;
    sent = JSON.stringify(config);
    if (config === null) links.closeAll();
    else network.discovery()?.announce();
    needs.tell(config);
  };
  const changeKey = (): void => {
    if (state.membership()?.epochDue.includes(device.id) !== true) return;
    if (!state.beginEpoch([]).ok) return;
    needs.log.add({ code: 'new-epoch' });
  };
  /** Said once for each epoch: it stays in the team, but nothing can be sealed for it. */
  const noteUnusable = (): void => {
    const membership = state.membership();
    for (const { id, key, state: place } of membership?.members.values() ?? []) {
      const what = `${membership?.epoch.id} ${id}`;
      if (key !== 'unusable' || place !== 'here' || noted.has(what)) continue;
      noted.add(what);
      needs.log.add({ code: 'no-key-for', device: id });
    }
  };
  const leaveNetwork = async (): Promise<void> => {
    // Windows leave first, or they would knock at a closed door.
    tellWindows();
    await wait(goodbyeMs);
    if (!mayMeet()) await network.stop();
  };
  const setAddresses = (): void => {
    const { addresses, signaling } = file.read();
    // Whoever asks may have been given a signaling server's address, which proves nothing.
    const asked = new Set(needs.asking.hubKeys().flatMap(({ topics = [] }) => topics));
    const urls = addresses.flatMap((address) => urlsOf(address, ownZones()));
    const all = new Map<string, Opens>(urls.map((url) => [url, asked]));
    if (signaling !== '') all.set(signaling, 'all');
    network.setAddresses(all);
    network.rekey();
  };

  return {
    review: async () => {
      changeKey();
      noteUnusable();
      if (isActive()) needs.exchange.open();
      if (mayMeet()) await network.start();
      else await leaveNetwork();
      setAddresses();
      gossip.review();
      gossip.tell();
      links.review();
      tellWindows();
      needs.onChange();
    },
    netConfig,
    forgetSent: () => {
      sent = '';
    },
  };
}
