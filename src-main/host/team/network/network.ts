// The hub and the search for others, running while there is a reason: a team that is
// not paused, or a request to join one. Topics outlive a restart of the hub.

import { createInTurn } from '../../../../src-shared/pacing/in-turn.ts';
import { usualPort } from './address.ts';
import { type Discovery, startDiscovery } from './discovery.ts';
import { createFinding, type Finding, type FindingNeeds } from './finding.ts';
import { type Hub, openHub } from './hub.ts';
import type { HubKey, Opens } from './hub-proof.ts';

/** What is said to everybody who listens to a topic, over all hubs. */
export type Topics = {
  /** Returns a function that stops listening. */
  listen: (topic: string, listener: (data: unknown) => void) => () => void;
  /** `data` is sealed text. */
  publish: (topic: string, data: string) => void;
};

export type Network = Topics & {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  hub: () => Hub | undefined;
  discovery: () => Discovery | undefined;
  /** Links the hubs added by hand, and no longer those taken out; by address what may pass unproven. */
  setAddresses: (addresses: ReadonlyMap<string, Opens>) => void;
  /** The keys have changed. */
  rekey: () => void;
  /** Tries once more where teammates were met before, and what was added by hand. */
  dialKnown: Finding['dialKnown'];
  /** When some of our hubs was found or met last; undefined while none was. */
  foundAt: () => number | undefined;
};

export type NetworkNeeds = Omit<FindingNeeds, 'hub' | 'manual'> & {
  tags: (hubName: string) => string[];
  keys: () => readonly HubKey[];
  onMet: (address: string) => void;
  /** A line to another hub opened or closed. */
  onLinks: () => void;
};

const redialMs = 60_000;
/** It is most likely back at once, where it was. */
const lostMs = 2_000;

export function createNetwork(needs: NetworkNeeds): Network {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const stopsByListener = new Map<(data: unknown) => void, () => void>();
  let hub: Hub | undefined;
  let discovery: Discovery | undefined;
  let manual: ReadonlyMap<string, Opens> = new Map();
  const finding = createFinding({ ...needs, hub: () => hub, manual: () => manual });
  const inTurn = createInTurn();
  let isWanted = false;
  let redial: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    if (hub !== undefined || !isWanted) return;
    const { keys, onLinks, onMet } = needs;
    const onLost = (): void => void setTimeout(() => finding.dialKnown(), lostMs).unref();
    const opened = await openHub({ port: usualPort, keys, onLinks, onMet, onLost });
    hub = opened;
    for (const [topic, all] of listeners)
      for (const listener of all) stopsByListener.set(listener, opened.listen(topic, listener));
    finding.dialKnown();
    redial = setInterval(() => finding.dialKnown(), redialMs).unref();
    discovery = startDiscovery({
      port: opened.port,
      tags: needs.tags,
      onFound: finding.onFound,
    });
  };
  const close = async (): Promise<void> => {
    if (isWanted) return;
    clearInterval(redial);
    discovery?.close();
    discovery = undefined;
    const closing = hub;
    hub = undefined;
    stopsByListener.clear();
    await closing?.close();
  };

  return {
    start: () => {
      isWanted = true;
      return inTurn(open);
    },
    stop: () => {
      isWanted = false;
      return inTurn(close);
    },
    hub: () => hub,
    discovery: () => discovery,
    listen: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      if (hub !== undefined) stopsByListener.set(listener, hub.listen(topic, listener));
      return () => {
        known.delete(listener);
        stopsByListener.get(listener)?.();
        stopsByListener.delete(listener);
      };
    },
    publish: (topic, data) => hub?.publish(topic, data),
    setAddresses: (addresses) => {
      for (const url of manual.keys()) if (!addresses.has(url)) hub?.unlink(url);
      manual = addresses;
      for (const [url, trusted] of addresses) hub?.link(url, { trusted });
    },
    rekey: () => hub?.rekey(),
    dialKnown: finding.dialKnown,
    foundAt: finding.foundAt,
  };
}
