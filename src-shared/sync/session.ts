// One conversation with one teammate's host over one link. Both sides send what they
// wrote, batch by batch, the next only after the last was stored; what is written
// meanwhile follows. A message that is lost, doubled or late does no harm: every batch
// says where it begins, and every ack how far was really stored.

import type { CommandContext } from '../records/context.ts';
import type { RecordStore } from '../store/record-store.ts';
import { type Comparison, createComparison } from './compare.ts';
import { furthest, isAhead, isFarAhead, isSame, notBeyond } from './cursors.ts';
import type { Digest } from './digest.ts';
import { type Place, readPlace, storeDelivery } from './incoming.ts';
import type { SharedCollection } from './item.ts';
import {
  type Cursor,
  exchangeVersion,
  type Message,
  type MessageOf,
  parseItems,
} from './messages.ts';
import { type Outgoing, type PortionOf, readOutgoing } from './outgoing.ts';
import type { Peer } from './peers.ts';
import { dropUpTo } from './ranges.ts';

export type Link = {
  send: (message: Message) => void;
  close: () => void;
};

export type SessionNeeds = {
  store: RecordStore;
  digest: Digest;
  /** Names this replica's store; a new one after a backup was put back. */
  epoch: string;
  context: () => CommandContext;
  /** What is remembered of this teammate over all links; told of every change. */
  peer: Peer;
  link: Link;
  /** Whether a write came from some other teammate. */
  isRelayed: (collection: SharedCollection, sequence: number) => boolean;
  /** What is about to be committed came over this session. */
  onStoring: (isStoring: boolean) => void;
  /** The teammate has compared with others, after it had with us. */
  onMet: (list: MessageOf<'met'>['list']) => void;
  /** Runs `work` after a while. */
  later: (work: () => void, ms: number) => void;
  onBug: (error: unknown) => void;
};

export type Session = {
  receive: (message: Message) => void;
  /** Something was written here. */
  pump: () => void;
  /** Says again where we are: for links that may lose messages. */
  nudge: () => void;
  compare: Comparison['start'];
  /** Says who else has what the teammate has. */
  tellMet: (list: MessageOf<'met'>['list']) => void;
  close: () => void;
};

const zero: Cursor = {};

export function openSession(needs: SessionNeeds): Session {
  const { store, epoch, peer, link } = needs;
  /** How far the teammate has stored what we wrote; undefined until it said so. */
  let acked: Cursor | undefined;
  /** Where the batch on its way ends. */
  let sent: Cursor | undefined;
  let next: Promise<Outgoing> | undefined;
  let isPumping = false;
  let isWanted = false;
  /** What is being stored must first be known to have come from the teammate. */
  let isStoring = false;
  /** Whole records at first: the teammate may have none of them. Edits once it is caught up. */
  let isWhole = true;
  let hasMore = true;
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing after the other: what comes in is stored in the order it came. */
  const inTurn = (work: () => Promise<void>): void => {
    turn = turn
      .then(async () => {
        if (isClosed) return;
        await work();
      })
      .catch(needs.onBug);
  };

  const placeNow = async (): Promise<Place | null> =>
    peer.place ?? (await readPlace(store, peer.device));
  const portionOf: PortionOf = (collection, sequence) => {
    if (isWhole) return 'whole';
    return needs.isRelayed(collection, sequence) ? 'mention' : 'edits';
  };

  const open = async (): Promise<void> => {
    const have = await placeNow();
    if (!isClosed) link.send({ t: 'open', v: exchangeVersion, epoch, have });
  };

  const pump = (): void => {
    isWanted = true;
    if (isPumping || isStoring || acked === undefined || sent !== undefined || isClosed) return;
    isPumping = true;
    void sendNext().catch(needs.onBug);
  };
  const sendNext = async (): Promise<void> => {
    isWanted = false;
    const from = acked ?? zero;
    const out = await (next ?? readOutgoing(store, from, peer.known, portionOf));
    next = undefined;
    isPumping = false;
    if (isClosed || acked === undefined) return;
    const isNews = out.items.length > 0 || isFarAhead(out.at, from);
    peer.noteSending(out.left + out.items.length);
    if (isNews) {
      sent = out.at;
      hasMore = out.left > 0;
      link.send({ t: 'batch', epoch, from, at: out.at, left: out.left, items: out.items });
      if (out.left > 0) next = readOutgoing(store, out.at, peer.known, portionOf);
    } else {
      // What lies between is private or came from there: nothing waits for this teammate.
      peer.noteAcknowledged(out.at);
      if (isWanted) pump();
      else await comparison.resume();
    }
  };

  const comparison = createComparison({ ...needs, isBusy: () => sent !== undefined });

  const onOpen = (message: MessageOf<'open'>): void => {
    const { have } = message;
    sent = undefined;
    next = undefined;
    inTurn(async () => {
      acked = have !== null && have.epoch === epoch ? await notBeyond(store, have.at) : {};
      peer.noteAcknowledged(acked);
      pump();
    });
  };

  const onBatch = async (message: MessageOf<'batch'>): Promise<void> => {
    const place = await placeNow();
    const here = place?.epoch === message.epoch ? place.at : zero;
    if (isAhead(message.from, here)) return link.send({ t: 'ack', epoch: message.epoch, at: here });
    const at = furthest(here, message.at);
    const taken = await take(message.items, { epoch: message.epoch, at });
    if (taken === 'failed') return;
    if (taken === 'lacking')
      return link.send({ t: 'ack', epoch: message.epoch, at: here, whole: true });
    peer.noteReceiving(message.left, message.items.length);
    link.send({ t: 'ack', epoch: message.epoch, at });
  };

  const take = async (
    raw: readonly unknown[],
    place?: Place,
  ): Promise<'stored' | 'lacking' | 'failed'> => {
    const { known, strange } = parseItems(raw);
    const where = place === undefined ? {} : { place };
    const onBegin = (): void => needs.onStoring(true);
    const delivery = { device: peer.device, items: known, strange, onBegin, ...where };
    isStoring = true;
    const stored = await storeDelivery(store, delivery, needs.context());
    needs.onStoring(false);
    isStoring = false;
    if (!stored.ok) {
      peer.noteTrouble(stored.error.code);
      isClosed = true;
      link.close();
      return 'failed';
    }
    for (const [collection, range] of stored.value.taken) peer.noteKnown(collection, range);
    if (place !== undefined && !stored.value.isLacking) peer.place = place;
    peer.noteRefused(stored.value.refused);
    if (isWanted) pump();
    return stored.value.isLacking ? 'lacking' : 'stored';
  };

  const onAck = (message: MessageOf<'ack'>): void => {
    if (message.epoch !== epoch || acked === undefined) return;
    if (sent === undefined || !isSame(message.at, sent)) next = undefined;
    acked = message.at;
    peer.noteAcknowledged(acked);
    sent = undefined;
    isWhole = message.whole === true || hasMore;
    for (const [collection, ranges] of peer.known) dropUpTo(ranges, acked[collection] ?? 0);
    peer.noteAcked();
    pump();
  };

  inTurn(open);
  return {
    receive: (message) => {
      if (isClosed) return;
      switch (message.t) {
        case 'open':
          return onOpen(message);
        case 'batch':
          return inTurn(() => onBatch(message));
        case 'ack':
          return onAck(message);
        case 'give':
          return inTurn(async () => void (await take(message.items)));
        case 'met':
          return needs.onMet(message.list);
        case 'sums':
        case 'agreed':
        case 'ids':
        case 'want':
          return inTurn(() => comparison.receive(message));
      }
    },
    pump,
    nudge: () => {
      inTurn(open);
      if (sent === undefined) return pump();
      // Asked again, the teammate says how far it has got.
      link.send({ t: 'batch', epoch, from: acked ?? zero, at: acked ?? zero, left: 0, items: [] });
    },
    compare: comparison.start,
    tellMet: (list) => {
      if (!isClosed) link.send({ t: 'met', list });
    },
    close: () => {
      isClosed = true;
    },
  };
}
