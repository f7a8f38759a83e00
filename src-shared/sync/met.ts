// What teammates say of each other: whoever agreed with B after B had agreed with us has
// everything that we had then, though we have not met. So has whoever agreed with B before,
// where it was on the very same records.

import type { MessageOf } from './messages.ts';
import type { Peer } from './peers.ts';

/** ms since 1970, and the device that says so. */
export type Relayed = { at: number; via: string };

/** More than a team can have; of more the longest known is forgotten. */
const mostDevices = 2_000;

type MetList = MessageOf<'met'>['list'];

/** Whom to tell `to` about: all who agreed with us since `to` did, or on the same. */
export function metSince(peers: ReadonlyMap<string, Peer>, to: string, now: number): MetList {
  const { agreedAt: since, agreedOn } = peers.get(to)?.status ?? {};
  if (since === undefined) return [];
  return [...peers.values()].flatMap(({ device, status }) =>
    device !== to && ((status.agreedAt ?? 0) >= since || status.agreedOn === agreedOn)
      ? [{ device, agoMs: now - since }]
      : [],
  );
}

/** Those of `linked` that did not agree on what the last one to agree did. */
export function laggingBehind(
  peers: ReadonlyMap<string, Peer>,
  linked: readonly string[],
): Set<string> {
  const agreed = [...peers.values()].toSorted(
    (a, b) => (b.status.agreedAt ?? 0) - (a.status.agreedAt ?? 0),
  );
  const on = agreed[0]?.status.agreedOn;
  return new Set(linked.filter((device) => peers.get(device)?.status.agreedOn !== on));
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
