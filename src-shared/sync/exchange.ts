// All of one replica's conversations. Whatever is written here, by a person, an import
// or a teammate, goes out to every teammate that has not got it.

import type { CommandContext } from '../records/context.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createDigest } from './digest.ts';
import type { Cursor } from './messages.ts';
import { countOutgoing } from './outgoing.ts';
import { createPeer, type Peer } from './peers.ts';
import { isInRanges } from './ranges.ts';
import { type Link, openSession, type Session } from './session.ts';

export type ExchangeNeeds = {
  store: RecordStore;
  /** Names this store in teammates' notes; a new one after a backup was put back. */
  epoch: string;
  context: () => CommandContext;
  /** Some teammate's status changed. */
  onChange: () => void;
  /** A comparison with a teammate found what was not known before. */
  onVerdict: (device: string, agrees: boolean) => void;
  /** Runs `work` after a while. */
  later: (work: () => void, ms: number) => void;
  onBug: (error: unknown) => void;
};

export type Relayed = { at: number; via: string };

export type Exchange = {
  /** Begins a conversation over an authenticated link. */
  join: (device: string, link: Link) => Session;
  peers: ReadonlyMap<string, Peer>;
  /** Until when (ms since 1970) a device has everything of here, as another one says. */
  relayed: (device: string) => Relayed | undefined;
  /**
   * How many rows written here a teammate has still to get, judged by what it last said
   * (`at`, where nothing was said since the start); undefined where nothing is known.
   */
  waiting: (device: string, at: Cursor | undefined) => Promise<number | undefined>;
  /** Of the device's open conversations. */
  sessions: (device: string) => Session[];
  close: () => void;
};

/** Long enough for the author's own message to have come. */
const relayMs = 1_000;

export function createExchange(needs: ExchangeNeeds): Exchange {
  const digest = createDigest(needs.store, needs.context().yieldNow);
  const peers = new Map<string, Peer>();
  const open = new Map<Session, string>();
  /** The device whose delivery is being committed; undefined for what was done here. */
  let storing: string | undefined;
  let isRelaying = false;
  const relayed = new Map<string, Relayed>();
  /** Whoever agreed with us after the teammate did has all that the teammate had then. */
  const tellMet = (): void => {
    const now = needs.context().now();
    for (const [session, to] of open) {
      const since = peers.get(to)?.status.agreedAt;
      if (since === undefined) continue;
      const list = [...peers.values()].flatMap(({ device, status }) =>
        device !== to && (status.agreedAt ?? 0) >= since ? [{ device, agoMs: now - since }] : [],
      );
      if (list.length > 0) session.tellMet(list);
    }
  };
  const hearMet = (via: string, list: readonly { device: string; agoMs: number }[]): void => {
    const now = needs.context().now();
    for (const { device, agoMs } of list) {
      const at = Math.min(now - agoMs, peers.get(via)?.status.agreedAt ?? 0);
      if (at > (relayed.get(device)?.at ?? 0)) relayed.set(device, { at, via });
    }
    needs.onChange();
  };
  const pumpAll = (): void => {
    for (const session of open.keys()) session.pump();
  };
  const stop = needs.store.onCommit(() => {
    if (storing === undefined) return pumpAll();
    // Most likely everybody hears it from its author: it is passed on a little later,
    // and only mentioned.
    if (isRelaying) return;
    isRelaying = true;
    needs.later(() => {
      isRelaying = false;
      pumpAll();
    }, relayMs);
  });

  return {
    peers,
    relayed: (device) => relayed.get(device),
    waiting: async (device, at) => {
      const peer = peers.get(device);
      const from = peer?.acknowledged() ?? at;
      return from === undefined ? undefined : countOutgoing(needs.store, from, peer?.known);
    },
    sessions: (device) =>
      [...open].flatMap(([session, whose]) => (whose === device ? [session] : [])),
    join: (device, link) => {
      const peer =
        peers.get(device) ??
        createPeer(device, needs.onChange, (agrees) => needs.onVerdict(device, agrees), tellMet);
      peers.set(device, peer);
      const session = openSession({
        ...needs,
        digest,
        peer,
        link,
        onMet: (list) => hearMet(device, list),
        isRelayed: (collection, sequence) =>
          [...peers.values()].some(({ known }) =>
            isInRanges(known.get(collection) ?? [], sequence),
          ),
        onStoring: (isStoring) => {
          storing = isStoring ? device : undefined;
        },
      });
      open.set(session, device);
      return {
        ...session,
        close: () => {
          open.delete(session);
          session.close();
        },
      };
    },
    close: () => {
      stop();
      for (const session of open.keys()) session.close();
      open.clear();
    },
  };
}
