// All of one replica's conversations. Whatever is written here, by a person, an import
// or a teammate, goes out to every teammate that has not got it.

import type { CommandContext } from '../records/context.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createDigest } from './digest.ts';
import { sharedCollections } from './item.ts';
import type { Cursor } from './messages.ts';
import { countOutgoing } from './outgoing.ts';
import { laggingBehind, metSince, noteMet, type Relayed } from './met.ts';
import { createPeer, type Peer } from './peers.ts';
import { isInRanges } from './ranges.ts';
import { type Link, openSession, type Session, type SessionNeeds } from './session.ts';

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
/** While much is being written, comparing with all would never end. */
const compareMs = 5_000;

export function createExchange(needs: ExchangeNeeds): Exchange {
  const digest = createDigest(needs.store, needs.context().yieldNow);
  const peers = new Map<string, Peer>();
  const open = new Map<Session, string>();
  /** The device whose delivery is being committed; undefined for what was done here. */
  let storing: string | undefined;
  const relayed = new Map<string, Relayed>();
  const now = (): number => needs.context().now();
  const tellMet = (): void => {
    for (const [session, to] of open) {
      const list = metSince(peers, to, now());
      if (list.length > 0) session.tellMet(list);
    }
    compareSoon();
  };
  // Those who never meet hear of each other here, once all have agreed on the same.
  const compareLagging = (): void => {
    const lagging = laggingBehind(peers, [...open.values()]);
    for (const [session, whose] of open)
      if (lagging.has(whose)) void session.compare().catch(needs.onBug);
  };
  const compareSoon = createLater(compareLagging, needs.later, compareMs);
  const pumpAll = (): void => {
    for (const session of open.keys()) session.pump();
  };
  // Most likely everybody hears of what came from a teammate from its author: it is passed
  // on a little later, and only mentioned.
  const pumpSoon = createLater(pumpAll, needs.later, relayMs);
  const stop = needs.store.onCommit(() => (storing === undefined ? pumpAll() : pumpSoon()));

  const peerOf = (device: string): Peer => {
    const onVerdict = (agrees: boolean): void => needs.onVerdict(device, agrees);
    const peer = peers.get(device) ?? createPeer(device, needs.onChange, onVerdict, tellMet);
    peers.set(device, peer);
    return peer;
  };
  const isRelayed: SessionNeeds['isRelayed'] = (collection, sequence) =>
    [...peers.values()].some(({ known }) => isInRanges(known.get(collection) ?? [], sequence));
  const join = (device: string, link: Link): Session => {
    const peer = peerOf(device);
    peer.noteJoined();
    const session = openSession({
      ...needs,
      digest,
      peer,
      link,
      onMet: (list) => {
        // Who knows less cannot say of others that they have everything.
        if (peer.shares.length < sharedCollections.length) return;
        noteMet(relayed, device, list, peer.status.agreedAt, now());
        needs.onChange();
      },
      isRelayed,
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
  };

  return {
    peers,
    join,
    relayed: (device) => relayed.get(device),
    waiting: async (device, at) => {
      const peer = peers.get(device);
      const from = peer?.acknowledged() ?? at;
      return from === undefined
        ? undefined
        : countOutgoing(needs.store, from, peer?.known, peer?.shares);
    },
    sessions: (device) =>
      [...open].flatMap(([session, whose]) => (whose === device ? [session] : [])),
    close: () => {
      stop();
      for (const session of open.keys()) session.close();
      open.clear();
    },
  };
}

/** Runs `work` once for all calls within `ms`. */
function createLater(work: () => void, later: ExchangeNeeds['later'], ms: number): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      work();
    }, ms);
  };
}
