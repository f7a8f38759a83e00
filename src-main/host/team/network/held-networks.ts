// Networks of which this laptop's owner said that they cost by use: in them nothing is
// synced or fetched. Remembered here only; whichever network the laptop comes back to is
// recognised. Where several are joined at once, one that is held is enough.

import type { NetworkInfo } from '../../../../src-shared/bridge/team-types.ts';
import { isSameNetwork, type NetworkSight, type OwnNetwork, ownNetworks } from './own-networks.ts';
import type { TeamFile } from '../identity/team-file.ts';

export type HeldNetworks = {
  isHeld: () => boolean;
  /** The networks this laptop is in, as last looked at. */
  now: () => NetworkInfo[];
  /** Looks which networks these are. */
  look: () => void;
  /** `network`: an id of `now`. False where the laptop is not in it any more. */
  hold: (network: string, isHeld: boolean) => boolean;
};

const mostRemembered = 100;

export type HeldNeeds = {
  file: TeamFile;
  see: () => NetworkSight;
  /** From now on the network may be used, or may not. */
  onChange: () => void;
};

export function createHeldNetworks({ file, see, onChange }: HeldNeeds): HeldNetworks {
  let networks = ownNetworks(see());
  const isKnown = (network: OwnNetwork): boolean =>
    file.read().heldNetworks.some((held) => isSameNetwork(held, network));
  const isHeld = (): boolean => networks.some(isKnown);
  let wasHeld = isHeld();
  const note = (): void => {
    if (isHeld() === wasHeld) return;
    wasHeld = !wasHeld;
    onChange();
  };

  return {
    isHeld,
    now: () =>
      networks.map((network) => ({
        id: idOf(network),
        kind: network.kind,
        subnet: network.subnet,
        isHeld: isKnown(network),
      })),
    look: () => {
      networks = ownNetworks(see());
      note();
    },
    hold: (id, isToHold) => {
      const network = networks.find((one) => idOf(one) === id);
      if (network === undefined) return false;
      const others = file.read().heldNetworks.filter((held) => !isSameNetwork(held, network));
      const heldNetworks = isToHold ? [...others, network].slice(-mostRemembered) : others;
      file.write({ heldNetworks });
      note();
      return true;
    },
  };
}

const idOf = ({ kind, subnet }: OwnNetwork): string => `${kind} ${subnet}`;
