// The sending half of a session: what was written here goes out batch by batch, the next
// only after the last was stored over there. While somebody gets everything, one more is on
// its way meanwhile: whole records need nothing that the batch before brings.

import type { RecordStore } from '../store/record-store.ts';
import { isFarAhead, isSame, notBeyond } from './cursors.ts';
import type { SharedCollection } from './item.ts';
import { type Cursor, type Message, type MessageOf } from './messages.ts';
import { type Outgoing, type PortionOf, readOutgoing } from './outgoing.ts';
import type { Peer } from './peers.ts';
import { dropUpTo } from './ranges.ts';

export type Sender = {
  /** Sends what there is, unless a batch is on its way already. */
  pump: () => void;
  /** The same, where it was asked for while it could not be done. */
  pumpIfWanted: () => void;
  /** The teammate said how far it has read our store. */
  begin: (have: MessageOf<'open'>['have']) => Promise<void>;
  /** The conversation begins again: the batch on its way counts no more. */
  forgetSent: () => void;
  onAck: (message: MessageOf<'ack'>) => void;
  /** For links that lose messages: asks how far the teammate has got. */
  nudge: () => void;
  /** A batch is on its way, or is being made. */
  isBusy: () => boolean;
};

export type SenderNeeds = {
  store: RecordStore;
  epoch: string;
  peer: Peer;
  link: { send: (message: Message) => void };
  isRelayed: (collection: SharedCollection, sequence: number) => boolean;
  /** What is being stored must first be known to have come from the teammate. */
  isHeldBack: () => boolean;
  isClosed: () => boolean;
  /** There is nothing more to send. */
  onCaughtUp: () => Promise<void>;
  onBug: (error: unknown) => void;
};

type Sending = {
  /** How far the teammate has stored what we wrote; undefined until it said so. */
  acked: Cursor | undefined;
  /** Where each batch on its way ends, in the order of sending. */
  sent: readonly Cursor[];
  /** The batch after that, being read already. */
  next: Promise<Outgoing> | undefined;
  isReading: boolean;
  isWanted: boolean;
  /** Whole records at first: the teammate may have none of them. Edits once it is caught up. */
  isWhole: boolean;
  hasMore: boolean;
};

export function createSender(needs: SenderNeeds): Sender {
  const { store, epoch, peer, link } = needs;
  const now: Sending = {
    acked: undefined,
    sent: [],
    next: undefined,
    isReading: false,
    isWanted: false,
    isWhole: true,
    hasMore: true,
  };
  const pump = (): void => {
    now.isWanted = true;
    if (now.acked === undefined || now.isReading || !hasRoom(now)) return;
    if (needs.isHeldBack() || needs.isClosed()) return;
    now.isReading = true;
    void sendNext(now, needs, pump).catch(needs.onBug);
  };
  return {
    pump,
    pumpIfWanted: () => {
      if (now.isWanted) pump();
    },
    forgetSent: () => {
      now.sent = [];
      now.next = undefined;
    },
    begin: async (have) => {
      const known = have !== null && have.epoch === epoch ? { ...have.at, ...have.later } : {};
      now.acked = await notBeyond(store, known);
      peer.noteAcknowledged(now.acked);
      pump();
    },
    onAck: (message) => {
      if (message.epoch !== epoch || now.acked === undefined) return;
      noteAck(now, message, peer);
      pump();
    },
    nudge: () => {
      if (now.sent.length === 0) return pump();
      // An empty batch is answered with how far the teammate has got.
      const at = now.acked ?? {};
      link.send({ t: 'batch', epoch, from: at, at, left: 0, items: [] });
    },
    isBusy: () => now.sent.length > 0 || now.isReading,
  };
}

/** Two batches at once only where the second can be taken without the first. */
const hasRoom = ({ sent, isWhole, hasMore }: Sending): boolean =>
  sent.length === 0 || (sent.length === 1 && isWhole && hasMore);

const nextFrom = ({ sent, acked }: Sending): Cursor => sent.at(-1) ?? acked ?? {};

async function sendNext(now: Sending, needs: SenderNeeds, pump: () => void): Promise<void> {
  const { store, epoch, peer, link } = needs;
  const portionOf: PortionOf = (collection, sequence) => {
    if (now.isWhole) return 'whole';
    return needs.isRelayed(collection, sequence) ? 'mention' : 'edits';
  };
  now.isWanted = false;
  const from = nextFrom(now);
  const out = await (now.next ?? readOutgoing(store, from, peer.known, portionOf, peer.shares));
  now.next = undefined;
  now.isReading = false;
  if (needs.isClosed() || now.acked === undefined) return;
  // The teammate has said meanwhile that it stands elsewhere.
  if (!isSame(from, nextFrom(now))) return pump();
  peer.noteSending(out.left + out.items.length);
  peer.noteTooLong(out.tooLong);
  // Whoever was told of more hears that there is none after all.
  if (out.items.length === 0 && !now.hasMore && !isFarAhead(out.at, from)) {
    // What lies between is private or came from there: nothing waits for this teammate.
    if (now.sent.length === 0) peer.noteAcknowledged(out.at);
    return now.isWanted ? pump() : needs.onCaughtUp();
  }
  now.sent = [...now.sent, out.at];
  now.hasMore = out.left > 0;
  link.send({ t: 'batch', epoch, from, at: out.at, left: out.left, items: out.items });
  if (!now.hasMore) return;
  now.next = readOutgoing(store, out.at, peer.known, portionOf, peer.shares);
  pump();
}

function noteAck(now: Sending, message: MessageOf<'ack'>, peer: Peer): void {
  const [first, ...rest] = now.sent;
  const isExpected = first !== undefined && isSame(message.at, first);
  if (!isExpected) now.next = undefined;
  now.acked = message.at;
  peer.noteAcknowledged(message.at);
  now.sent = isExpected && message.whole !== true ? rest : [];
  now.isWhole = message.whole === true || now.hasMore;
  for (const [collection, ranges] of peer.known) dropUpTo(ranges, message.at[collection] ?? 0);
  peer.noteAcked();
}
