// One conversation with one teammate's host over one link. Both sides send what they
// wrote, batch by batch (see sender.ts for how many at once); what is written meanwhile
// follows. A message that is lost, doubled or late does no harm: every batch
// says where it begins, and every ack how far was really stored.

import type { CommandContext } from '../records/context.ts';
import type { RecordStore } from '../store/record-store.ts';
import { type Comparison, createComparison } from './compare.ts';
import type { Digest } from './digest.ts';
import { splitPlace, toldTo } from './cursors.ts';
import { firstCollections, type SharedCollection, sharedCollections } from './item.ts';
import { exchangeVersion, type Message, type MessageOf } from './messages.ts';
import { createInTurn } from '../pacing/in-turn.ts';
import type { Peer } from './peers.ts';
import { createReceiver } from './receiver.ts';
import { createSender } from './sender.ts';

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
  /** What is remembered of this teammate over all links; it hears of every change. */
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
  /** Resolves when all that was received until now is dealt with. */
  settled: () => Promise<void>;
  /** Something was written here. */
  pump: () => void;
  /** Says again where we are: for links that may lose messages. */
  nudge: () => void;
  compare: Comparison['start'];
  /** Says who else has what the teammate has. */
  tellMet: (list: MessageOf<'met'>['list']) => void;
  close: () => void;
};

export function openSession(given: SessionNeeds): Session {
  const { epoch, peer } = given;
  const link: Link = {
    ...given.link,
    send: (message) => given.link.send(toldTo(peer.shares, message)),
  };
  const needs = { ...given, link };
  let isClosed = false;
  const queue = createInTurn();
  /** What comes in is stored in the order in which it came. */
  const inTurn = (work: () => Promise<void>): void =>
    void queue(async () => {
      if (!isClosed) await work();
    }).catch(needs.onBug);

  const receiver = createReceiver({
    ...needs,
    onStored: () => sender.pumpIfWanted(),
    onCaughtUp: () => comparison.resume(),
    onFailed: (code) => {
      peer.noteTrouble(code);
      isClosed = true;
      link.close();
    },
  });
  const sender = createSender({
    ...needs,
    isHeldBack: receiver.isStoring,
    isClosed: () => isClosed,
    onCaughtUp: () => comparison.resume(),
  });
  const comparison = createComparison({
    ...needs,
    isBusy: () => sender.isBusy() || receiver.isExpecting(),
  });

  const open = async (): Promise<void> => {
    const place = await receiver.place();
    const have = place === null ? null : { epoch: place.epoch, ...splitPlace(place.at) };
    const knows = [...sharedCollections];
    if (!isClosed) link.send({ t: 'open', v: exchangeVersion, epoch, have, knows });
  };
  inTurn(open);

  const receive = (message: Message): void => {
    switch (message.t) {
      case 'open':
        peer.shares = sharesOf(message.knows);
        sender.forgetSent();
        return inTurn(() => sender.begin(message.have));
      case 'batch':
        return inTurn(() => receiver.onBatch(message));
      case 'ack':
        return sender.onAck(message);
      case 'give':
        return inTurn(() => receiver.onGive(message));
      case 'met':
        return needs.onMet(message.list);
      case 'sums':
      case 'agreed':
      case 'ids':
      case 'want':
        return inTurn(() => comparison.receive(message));
    }
  };

  return {
    receive: (message) => {
      if (!isClosed) receive(message);
    },
    settled: () => queue(() => undefined),
    pump: sender.pump,
    nudge: () => {
      inTurn(open);
      sender.nudge();
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

/** What both sides know of what is shared. */
const sharesOf = (knows: readonly string[] = firstCollections): readonly SharedCollection[] =>
  sharedCollections.filter((collection) => knows.includes(collection));
