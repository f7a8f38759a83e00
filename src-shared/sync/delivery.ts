// Stores what a teammate sent: records and the place read up to are committed in one
// transaction, so a crash can neither lose a batch nor skip one.

import type { RecordDoc, RecordId } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import { localDoc } from '../records/local-doc.ts';
import { type CommandContext, kindsOf, stampNow } from '../records/context.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type Item, type SharedCollection, sharedCollections } from './item.ts';
import type { Cursor } from './messages.ts';
import type { Range } from './ranges.ts';
import { eraseReceived, settleReceived } from './put-received.ts';
import { type Received, receiveItem } from './receive-item.ts';

/** How far this replica has read another device's writes. `epoch` names that device's store. */
export type Place = { epoch: string; at: Cursor };

export type Stored = {
  /** Writes here that stand exactly as they were sent. */
  taken: Map<SharedCollection, Range>;
  written: number;
  refused: number;
  /** Edits came of records that are not here: the place was not moved on. */
  isLacking: boolean;
};

const placeId = (device: string): string => `sync:${device}`;

export async function readPlace(store: RecordStore, device: string): Promise<Place | null> {
  const id = placeId(device);
  const fields = (await store.get('local', [id])).get(id)?.fields;
  const epoch = fields?.['epoch'];
  return typeof epoch === 'string' ? { epoch, at: fields?.['at'] as Cursor } : null;
}

export type Delivery = {
  device: string;
  items: readonly Item[];
  /** What this version cannot read yet. */
  unreadable: readonly unknown[];
  place?: Place;
  /** Called when the transaction begins. */
  onBegin?: () => void;
};

export function storeDelivery(
  store: RecordStore,
  delivery: Delivery,
  context: CommandContext,
): Promise<Result<Stored>> {
  return store.write(async (tx) => {
    delivery.onBegin?.();
    const stored = await storeItems(tx, delivery.items, context);
    const { place } = delivery;
    // A place alone is not worth a write: after a crash it is sent again.
    if (place !== undefined && !stored.isLacking && stored.written > 0) {
      const fields = { epoch: place.epoch, at: place.at as { [c: string]: number } };
      tx.put('local', [localDoc(placeId(delivery.device), 'sync', fields, stampNow(context))]);
    }
    return ok({ ...stored, refused: stored.refused + delivery.unreadable.length });
  });
}

async function storeItems(
  tx: RecordTx,
  items: readonly Item[],
  context: CommandContext,
): Promise<Stored> {
  const taken = new Map<SharedCollection, Range>();
  let [written, refused] = [0, 0];
  let isLacking = false;
  for (const collection of sharedCollections) {
    const own = items.filter((item) => item.c === collection);
    if (own.length === 0) continue;
    const here = tx.get(
      collection,
      own.map((item) => item.id),
    );
    const orphans = orphansOf(tx, own, context);
    const isNew = (doc: RecordDoc): boolean => !before.has(doc.id);
    const before = new Map(here);
    const asSent = new Map<string, RecordDoc>();
    const merged = new Map<string, RecordDoc>();
    for (const [at, item] of own.entries()) {
      if (at % atOnce === atOnce - 1) await context.yieldNow?.();
      if (orphans.has(item.id)) continue;
      const got = received(item, here.get(item.id), context);
      if (got.outcome === 'refused') refused += 1;
      if (got.outcome === 'lacking') isLacking = true;
      if (!('doc' in got)) continue;
      // The same record twice in one delivery builds on the first.
      here.set(item.id, got.doc);
      asSent.delete(item.id);
      merged.delete(item.id);
      (got.outcome === 'taken' ? asSent : merged).set(item.id, got.doc);
    }
    const after = tx.sequence(collection);
    for (const docs of piecesOf([...asSent.values()])) {
      tx.put(collection, docs);
      await context.yieldNow?.();
    }
    if (asSent.size > 0) taken.set(collection, { after, upTo: tx.sequence(collection) });
    if (merged.size > 0) tx.put(collection, [...merged.values()]);
    const stored = [...asSent.values(), ...merged.values()];
    settleReceived(tx, collection, stored, before, context);
    eraseReceived(tx, collection, stored, before, context);
    context.arrived?.(tx, collection, [...asSent.values()].filter(isNew));
    written += asSent.size + merged.size;
  }
  return { taken, written, refused, isLacking };
}

/** Whatever a record holds ends at most itself. */
function received(item: Item, mine: RecordDoc | undefined, context: CommandContext): Received {
  try {
    return receiveItem(item, mine, context);
  } catch {
    return { outcome: 'refused' };
  }
}

/** Ids of what belongs to a record that was erased here: it went with it and stays away. */
function orphansOf(
  tx: RecordTx,
  items: readonly Item[],
  context: CommandContext,
): ReadonlySet<string> {
  const ownerBy = new Map<string, string>();
  for (const item of items) {
    if (!('row' in item)) continue;
    const kind = kindsOf(context).get(item.row.kind);
    // What people write has tombstones of its own.
    const owner = kind?.combine === undefined ? undefined : kind.owner(item.row);
    if (owner !== undefined) ownerBy.set(item.id, owner);
  }
  if (ownerBy.size === 0) return new Set();
  const owners = [...new Set(ownerBy.values())];
  const docs = [...tx.get('people', owners).values(), ...tx.get('groups', owners).values()];
  const erased = new Set(docs.filter(({ status }) => status === 'erased').map(({ id }) => id));
  return new Set(
    [...ownerBy].flatMap(([id, owner]) => (erased.has(owner as RecordId) ? [id] : [])),
  );
}

/** Between so many the process answers others. */
const atOnce = 400;

function piecesOf(docs: readonly RecordDoc[]): RecordDoc[][] {
  const pieces: RecordDoc[][] = [];
  for (let at = 0; at < docs.length; at += atOnce) pieces.push(docs.slice(at, at + atOnce));
  return pieces;
}
