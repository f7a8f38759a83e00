// The receiving half of a session: stores what the teammate sent and says how far that
// goes, or that edits came of records which are not here.

import type { CommandContext } from '../records/context.ts';
import type { ErrorCode } from '../domain/result.ts';
import type { RecordStore } from '../store/record-store.ts';
import { furthest, isAhead } from './cursors.ts';
import { type Place, readPlace, storeDelivery } from './delivery.ts';
import { type Message, type MessageOf, parseItems } from './messages.ts';
import type { Peer } from './peers.ts';

export type Receiver = {
  /** How far the teammate's store has been read here. */
  place: () => Promise<Place | null>;
  onBatch: (message: MessageOf<'batch'>) => Promise<void>;
  /** Records outside of any batch, which a comparison brought. */
  onGive: (message: MessageOf<'give'>) => Promise<void>;
  isStoring: () => boolean;
  /** The teammate has said that more is to come. */
  isExpecting: () => boolean;
};

export type ReceiverNeeds = {
  store: RecordStore;
  context: () => CommandContext;
  peer: Peer;
  link: { send: (message: Message) => void };
  /** What is about to be committed came over this session. */
  onStoring: (isStoring: boolean) => void;
  onStored: () => void;
  /** The teammate has nothing more to send. */
  onCaughtUp: () => Promise<void>;
  /** The book did not take it; the session cannot go on. */
  onFailed: (code: ErrorCode) => void;
};

export function createReceiver(needs: ReceiverNeeds): Receiver {
  const { store, peer, link } = needs;
  let isStoring = false;
  let toCome = 0;

  const place = async (): Promise<Place | null> =>
    peer.place ?? (await readPlace(store, peer.device));

  const take = async (
    raw: readonly unknown[],
    upTo?: Place,
  ): Promise<'stored' | 'lacking' | 'failed'> => {
    const { known, unreadable } = parseItems(raw);
    const where = upTo === undefined ? {} : { place: upTo };
    const onBegin = (): void => needs.onStoring(true);
    const delivery = { device: peer.device, items: known, unreadable, onBegin, ...where };
    isStoring = true;
    const stored = await storeDelivery(store, delivery, needs.context());
    needs.onStoring(false);
    isStoring = false;
    if (!stored.ok) {
      needs.onFailed(stored.error.code);
      return 'failed';
    }
    for (const [collection, range] of stored.value.taken) peer.noteKnown(collection, range);
    if (upTo !== undefined && !stored.value.isLacking) peer.place = upTo;
    peer.noteRefused(stored.value.refused);
    needs.onStored();
    return stored.value.isLacking ? 'lacking' : 'stored';
  };

  return {
    place,
    isStoring: () => isStoring,
    isExpecting: () => toCome > 0,
    onGive: async ({ items }) => void (await take(items)),
    onBatch: async ({ epoch, from, at: end, left, items }) => {
      const known = await place();
      const here = known?.epoch === epoch ? known.at : {};
      if (isAhead(from, here)) return link.send({ t: 'ack', epoch, at: here });
      const at = furthest(here, end);
      peer.noteReceiving(left + items.length, 0);
      const taken = await take(items, { epoch, at });
      if (taken === 'failed') return;
      if (taken === 'lacking') return link.send({ t: 'ack', epoch, at: here, whole: true });
      toCome = left;
      peer.noteReceiving(left, items.length);
      link.send({ t: 'ack', epoch, at });
      if (left === 0) await needs.onCaughtUp();
    },
  };
}
