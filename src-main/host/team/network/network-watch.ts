// Looks every two seconds whether this machine is in other networks than before, or has
// slept, whether or not the network is used just now.

import { ownAddresses } from './own-networks.ts';

export type NetworkWatch = { close: () => void };

export type WatchNeeds = {
  /** At every look, before anything else is said. */
  onLook: () => void;
  /** This machine is in other networks than before, or has slept. */
  onMoved: () => void;
};

const lookMs = 2_000;
/** A timer this late means that the machine slept. */
const sleptMs = 8_000;

export function watchNetworks({ onLook, onMoved }: WatchNeeds): NetworkWatch {
  let addresses = ownAddresses().join();
  let lastLook = Date.now();
  const timer = setInterval(() => {
    const late = Date.now() - lastLook;
    const before = addresses;
    lastLook = Date.now();
    addresses = ownAddresses().join();
    onLook();
    if (late > sleptMs || addresses !== before) onMoved();
  }, lookMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
