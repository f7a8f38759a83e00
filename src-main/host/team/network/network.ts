// The hub and the search for others, running while there is a reason: a team that is
// not paused, or a request to join one. Topics outlive a restart of the hub.

import { createInTurn } from '../../../../src-shared/pacing/in-turn.ts';
import { type Discovery, type Found, startDiscovery } from './discovery.ts';
import { type Hub, openHub } from './hub.ts';
import type { HubKey, Opens } from './hub-proof.ts';
import { createTries } from './tries.ts';

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
  /** When some of our hubs was found or met last; undefined while none was. */
  foundAt: () => number | undefined;
};

export type NetworkNeeds = {
  tags: (hubName: string) => string[];
  keys: () => readonly HubKey[];
  /** Whether a found hub is one of ours. */
  isOurs: (found: Found) => boolean;
  /** A line to another hub opened or closed. */
  onLinks: () => void;
  /** A hub of ours was found at an address where none was before. */
  onFound: (address: string) => void;
  /** The same, of another version: it cannot be linked. */
  onOtherVersion: (address: string) => void;
};

/** Known, so that a firewall can be opened for it; any other where it is taken. */
const usualPort = 47_653;

/** An address as it is dialled: with the usual port where none is named. */
export const withPort = (address: string): string =>
  /:\d+$/.test(address) ? address : `${address}:${usualPort}`;

/** For one name or address, for all, within so many ms. */
const tries = [8, 60, 10_000] as const;
const mostMet = 500;

export function createNetwork(needs: NetworkNeeds): Network {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const stopsByListener = new Map<(data: unknown) => void, () => void>();
  let hub: Hub | undefined;
  let discovery: Discovery | undefined;
  let manual: ReadonlyMap<string, Opens> = new Map();
  let foundAt: number | undefined;
  const met = new Set<string>();
  const byName = createTries(...tries);
  const byAddress = createTries(...tries);
  const inTurn = createInTurn();
  let isWanted = false;

  const open = async (): Promise<void> => {
    if (hub !== undefined || !isWanted) return;
    const opened = await openHub({ port: usualPort, keys: needs.keys, onLinks: needs.onLinks });
    hub = opened;
    for (const [topic, all] of listeners)
      for (const listener of all) stopsByListener.set(listener, opened.listen(topic, listener));
    for (const [url, trusted] of manual) opened.link(url, { trusted });
    discovery = startDiscovery({
      port: opened.port,
      tags: needs.tags,
      onFound: (found) => {
        if (!needs.isOurs(found)) return;
        // Anybody can repeat what a hub of ours has said, with other ports and from elsewhere.
        const isLinked = opened.linked().includes(found.url);
        if (!isLinked && !(byName.may(found.name) && byAddress.may(hostOf(found.url)))) return;
        const tell = found.isOtherVersion ? needs.onOtherVersion : needs.onFound;
        if (!met.has(found.url)) tell(found.url.replace('ws://', ''));
        if (met.size < mostMet) met.add(found.url);
        if (found.isOtherVersion) return;
        foundAt = Date.now();
        opened.link(found.url, { isFound: true });
      },
    });
  };
  const close = async (): Promise<void> => {
    if (isWanted) return;
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
    foundAt: () => foundAt,
  };
}

const hostOf = (url: string): string => url.replace('ws://', '').replace(/:\d+$/u, '');
