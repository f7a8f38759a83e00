// Tests what teammates need to find each other, one thing at a time, and says what is
// wrong by name. The window turns names into words and advice.

import { once } from 'node:events';
import { WebSocket } from 'ws';

import type { Finding } from '../../../../src-shared/bridge/team-types.ts';
import type { TeamFile } from '../identity/team-file.ts';
import type { HeldNetworks } from './held-networks.ts';
import type { Network } from './network.ts';

export type Examined = {
  file: TeamFile;
  network: Network;
  held: HeldNetworks;
  /** Devices with a direct link. */
  links: { linked: () => ReadonlySet<string> };
};

const patienceMs = 2_500;

export async function diagnose(team: Examined): Promise<Finding[]> {
  if (team.held.isHeld()) return [{ test: 'allowed', state: 'bad', detail: 'held' }];
  if (team.file.read().isPaused) return [{ test: 'allowed', state: 'bad', detail: 'paused' }];
  const hub = team.network.hub();
  const discovery = team.network.discovery();
  const addresses = discovery?.addresses() ?? [];
  const trouble = discovery?.trouble();
  discovery?.ask();
  const [address] = addresses;
  const isOpen =
    hub === undefined || address === undefined
      ? false
      : await canReach(`ws://${address}:${hub.port}`);
  const linked = hub?.linked() ?? [];
  const direct = team.links.linked().size;
  return [
    { test: 'network', state: addresses.length > 0 ? 'good' : 'bad', detail: addresses.join(', ') },
    { test: 'port', state: isOpen ? 'good' : 'bad', detail: String(hub?.port ?? '') },
    {
      test: 'multicast',
      state: discovery === undefined || trouble !== undefined ? 'bad' : 'good',
      detail: trouble ?? '',
    },
    { test: 'found', state: team.network.foundAt() === undefined ? 'unknown' : 'good' },
    {
      test: 'linked',
      state: linked.length > 0 ? 'good' : 'unknown',
      detail: linked.map((url) => url.replace('ws://', '')).join(', '),
    },
    { test: 'direct', state: direct > 0 ? 'good' : 'unknown', detail: String(direct) },
  ];
}

/** Over the network's own address, as a teammate would: a firewall may be in the way. */
async function canReach(url: string): Promise<boolean> {
  const socket = new WebSocket(url, { handshakeTimeout: patienceMs });
  try {
    await once(socket, 'open');
    return true;
  } catch {
    return false;
  } finally {
    socket.on('error', () => undefined);
    socket.terminate();
  }
}
