// The network as the team uses it: whether it may be used here, who of ours was found,
// and what windows and the log hear when this machine moves.

import type { Emit } from '../../../../src-shared/bridge/contract.ts';
import { createHeldNetworks, type HeldNetworks } from './held-networks.ts';
import type { HubKey } from './hub-proof.ts';
import { createNetwork, type Network } from './network.ts';
import { watchNetworks } from './network-watch.ts';
import { type NetworkSight, seeNetworks } from './own-networks.ts';
import type { TeamFile } from '../identity/team-file.ts';
import { throttled } from '../../pace.ts';
import type { TeamLog } from '../team-log.ts';

export type TeamNetwork = { network: Network; held: HeldNetworks; close: () => Promise<void> };

type TeamNetworkNeeds = {
  file: TeamFile;
  log: TeamLog;
  /** What the system shows of this machine's networks; its own when left out. */
  networks?: (() => NetworkSight) | undefined;
  /** Of our team and invites, keyed by a hub's name. */
  tags: (hubName: string) => string[];
  keys: () => readonly HubKey[];
  /** Says to a hub that has just come what is known. */
  greet: () => void;
  emit: Emit;
  onChange: () => void;
  /** The network may no longer be used here, or may be used again. */
  onHeld: () => void;
};

/** Whoever holds an invite can open and shut lines as fast as it likes. */
const meetEvery = 250;
/** Addresses of teammates. */
const mostRemembered = 16;

export function createTeamNetwork(needs: TeamNetworkNeeds): TeamNetwork {
  const { log, tags, emit, onChange } = needs;
  const network = createNetwork({
    tags,
    keys: needs.keys,
    lastMet: () => needs.file.read().lastMet,
    onMet: (address) => {
      const { lastMet } = needs.file.read();
      if (lastMet[0] === address) return;
      const others = lastMet.filter((one) => one !== address);
      needs.file.note({ lastMet: [address, ...others].slice(0, mostRemembered) });
    },
    isOurs: (found) => {
      const ours = tags(found.name);
      return found.tags.some((tag) => ours.includes(tag));
    },
    onLinks: throttled(() => {
      needs.greet();
      onChange();
      // Whoever came is to hear of our window, too.
      emit('net.meet', { isMoved: false });
    }, meetEvery),
    onFound: (address) => log.add({ code: 'hub-found', detail: address }),
    onOtherVersion: (address) => {
      log.add({ code: 'hub-other-version', detail: address });
      onChange();
    },
  });
  const held = createHeldNetworks({
    file: needs.file,
    see: needs.networks ?? seeNetworks,
    onChange: () => {
      log.add({ code: held.isHeld() ? 'held' : 'let-go' });
      needs.onHeld();
    },
  });
  const watch = watchNetworks({
    onLook: held.look,
    onMoved: () => {
      log.add({ code: 'moved' });
      onChange();
      if (held.isHeld()) return;
      network.discovery()?.announce();
      network.dialKnown(true);
      emit('net.meet', { isMoved: true });
    },
  });
  return {
    network,
    held,
    close: () => {
      watch.close();
      return network.stop();
    },
  };
}
