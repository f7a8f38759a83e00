// All of one replica's conversations. Whatever is written here, by a person, an import
// or a teammate, goes out to every teammate that has not got it.

import type { CommandContext } from '../records/context.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createDigest } from './digest.ts';
import { createPeer, type Peer } from './peers.ts';
import { type Link, openSession, type Session } from './session.ts';

export type ExchangeNeeds = {
  store: RecordStore;
  /** Names this store in teammates' notes; a new one after a backup was put back. */
  epoch: string;
  context: () => CommandContext;
  /** Some teammate's status changed. */
  onChange: () => void;
  onBug: (error: unknown) => void;
};

export type Exchange = {
  /** Begins a conversation over an authenticated link. */
  join: (device: string, link: Link) => Session;
  peers: ReadonlyMap<string, Peer>;
  /** Of the device's open conversations. */
  sessions: (device: string) => Session[];
  close: () => void;
};

export function createExchange(needs: ExchangeNeeds): Exchange {
  const digest = createDigest(needs.store, needs.context().yieldNow);
  const peers = new Map<string, Peer>();
  const open = new Map<Session, string>();
  const stop = needs.store.onCommit(() => {
    for (const session of open.keys()) session.pump();
  });

  return {
    peers,
    sessions: (device) =>
      [...open].flatMap(([session, whose]) => (whose === device ? [session] : [])),
    join: (device, link) => {
      const peer = peers.get(device) ?? createPeer(device, needs.onChange);
      peers.set(device, peer);
      const session = openSession({ ...needs, digest, peer, link });
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
