// What this laptop remembers of one teammate's device for as long as it runs: what it
// is known to have, how much is on the way, when both last agreed. Status words are
// derived from this and from nothing else.

import type { ErrorCode } from '../domain/result.ts';
import type { Place } from './delivery.ts';
import { firstCollections, type SharedCollection } from './item.ts';
import type { Cursor } from './messages.ts';
import type { RangesBy } from './outgoing.ts';
import { addRange, type Range } from './ranges.ts';

export type PeerStatus = {
  /**
   * Rows still to be sent and to come; 0 and 0 with a link open means caught up. Undefined until
   * it has said how far it has read, and how much it has for this laptop.
   */
  toSend: number | undefined;
  toCome: number | undefined;
  /** ms since 1970; undefined: never since this start. */
  agreedAt: number | undefined;
  /** Stands for the records that both had then. */
  agreedOn: string | undefined;
  /** Set while the last comparison found a difference that is not repaired yet. */
  differs: boolean;
  /** Records of this teammate that could not be taken over. */
  refused: number;
  /** Records here that are too long to be sent to it. */
  tooLong: number;
  trouble: ErrorCode | undefined;
  received: number;
};

export type Peer = {
  device: string;
  /** What it knows of what is shared here: less where it runs an earlier version. */
  shares: readonly SharedCollection[];
  /** How far this device has been read, as of now; stored with what it brought. */
  place?: Place;
  known: RangesBy;
  status: PeerStatus;
  /** A conversation begins: what was counted in the last one may not be so any more. */
  noteJoined: () => void;
  noteSending: (left: number) => void;
  noteAcked: () => void;
  noteReceiving: (left: number, items: number) => void;
  noteKnown: (collection: SharedCollection, range: Range) => void;
  noteAgreed: (at: number, on: string) => void;
  noteDiffers: () => void;
  /** How far it has stored what was written here; undefined while it has not said. */
  noteAcknowledged: (at: Cursor) => void;
  acknowledged: () => Cursor | undefined;
  noteRefused: (count: number) => void;
  noteTooLong: (count: number) => void;
  noteTrouble: (code: ErrorCode) => void;
};

/** `onVerdict` hears what a comparison found, when that is news; `onAgreed` each that ended well. */
export function createPeer(
  device: string,
  onChange: () => void,
  onVerdict: (agrees: boolean) => void,
  onAgreed: () => void = () => undefined,
): Peer {
  const status: PeerStatus = {
    toSend: undefined,
    toCome: undefined,
    agreedAt: undefined,
    agreedOn: undefined,
    differs: false,
    refused: 0,
    tooLong: 0,
    trouble: undefined,
    received: 0,
  };
  const known: RangesBy = new Map();
  const acknowledged: { current: Cursor | undefined } = { current: undefined };
  const change = (patch: Partial<PeerStatus>): void => {
    Object.assign(status, patch);
    onChange();
  };
  return {
    device,
    shares: firstCollections,
    known,
    status,
    noteJoined: () => change({ toSend: undefined, toCome: undefined }),
    noteSending: (toSend) => change({ toSend }),
    noteAcked: () => change({ trouble: undefined }),
    noteReceiving: (toCome, items) => change({ toCome, received: status.received + items }),
    noteKnown: (collection, range) => {
      const ranges = known.get(collection) ?? [];
      known.set(collection, ranges);
      addRange(ranges, range);
    },
    noteAgreed: (agreedAt, agreedOn) => {
      if (status.differs || status.agreedAt === undefined) onVerdict(true);
      change({ agreedAt, agreedOn, differs: false });
      onAgreed();
    },
    noteDiffers: () => {
      if (!status.differs) onVerdict(false);
      change({ differs: true });
    },
    noteAcknowledged: (at) => {
      acknowledged.current = at;
    },
    acknowledged: () => acknowledged.current,
    noteRefused: (count) => {
      if (count > 0) change({ refused: status.refused + count });
    },
    noteTooLong: (count) => {
      if (count > 0) change({ tooLong: status.tooLong + count });
    },
    noteTrouble: (trouble) => change({ trouble }),
  };
}
