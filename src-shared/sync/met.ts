// What teammates say of each other: whoever agreed with B after B had agreed with us has
// everything that we had then, though we have not met.

import type { MessageOf } from './messages.ts';
import type { Peer } from './peers.ts';

/** ms since 1970, and the device that says so. */
export type Relayed = { at: number; via: string };

/** More than a team can have; of more the longest known is forgotten. */
const mostDevices = 2_000;

type MetList = MessageOf<'met'>['list'];

/** Whom to tell `to` about: all who agreed with us since `to` did. */
export function metSince(peers: ReadonlyMap<string, Peer>, to: string, now: number): MetList {
  const since = peers.get(to)?.status.agreedAt;
  if (since === undefined) return [];
  return [...peers.values()].flatMap(({ device, status }) =>
    device !== to && (status.agreedAt ?? 0) >= since ? [{ device, agoMs: now - since }] : [],
  );
}

/** Notes what `via` says of others; it can vouch only for what it had from here itself. */
export function noteMet(
  relayed: Map<string, Relayed>,
  via: string,
  list: MetList,
  agreedAt: number | undefined,
  now: number,
): void {
  for (const { device, agoMs } of list) {
    const at = Math.min(now - agoMs, agreedAt ?? 0);
    if (at > (relayed.get(device)?.at ?? 0)) relayed.set(device, { at, via });
  }
  for (const device of relayed.keys()) {
    if (relayed.size <= mostDevices) return;
    relayed.delete(device);
  }
}
