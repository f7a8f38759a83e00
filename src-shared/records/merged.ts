// Who stands for whom (decisions 0023, 0031). A person merged into another points to them, an
// organisation or community likewise: all that is said of people here counts for these. Merges
// made apart form chains and circles, and the one who stayed may be gone. One rule for all:
// chains are followed to the end, a circle is kept by its smallest id, and whoever leads to
// nobody who is in the list stands for themselves.

import {
  mergeable,
  type Mergeable,
  mergeableOf,
  mergedIntoOf,
  mergedKey,
} from '../domain/merging.ts';
import type { Conflict, RecordDoc } from '../domain/record.ts';
import { ok } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { conflictKey } from './content.ts';

type Linked = Pick<RecordDoc, 'id' | 'status' | 'fields'>;
type Found = ReadonlyMap<string, Linked>;
type Reader = Pick<RecordTx, 'get' | 'byKeys'>;

/** What is known of chains so far; `open` are the ids on the way that were not read yet. */
function createChains(ids: readonly string[]) {
  const known = new Map<string, Linked | undefined>();
  let open = [...new Set(ids)];
  return {
    open: () => open,
    learn: (found: Found): void => {
      const next = new Set<string>();
      for (const id of open) {
        const doc = found.get(id);
        known.set(id, doc);
        const keeper = doc === undefined ? undefined : mergedIntoOf(doc);
        if (keeper !== undefined && !known.has(keeper)) next.add(keeper);
      }
      open = [...next].filter((id) => !known.has(id));
    },
    keepers: (): Map<string, string> =>
      new Map(ids.map((id) => [id, keeperOf(id, (one) => known.get(one))])),
  };
}

/** The id of the record that stands for `id`: its own where nothing else does. */
export function keeperOf(id: string, find: (id: string) => Linked | undefined): string {
  const own = find(id);
  // In the trash one stands for oneself.
  if (own !== undefined && !isLiving(own)) return id;
  return endOfChain(id, (one) => {
    const doc = find(one);
    const keeper = doc === undefined ? undefined : mergedIntoOf(doc);
    return keeper !== undefined && isLiving(find(keeper)) ? keeper : undefined;
  });
}

/** Where a chain of merges ends; of a circle its smallest id. */
export const endOfChain = (id: string, next: (id: string) => string | undefined): string =>
  wayOf(id, next).at(-1) ?? id;

/** From one to the next, as far as to the one that stands for all of a circle. */
export function wayOf(id: string, next: (id: string) => string | undefined): string[] {
  const way = [id];
  for (;;) {
    const to = next(way.at(-1) ?? id);
    if (to === undefined) return way;
    const at = way.indexOf(to);
    if (at === -1) way.push(to);
    else {
      const keeper = way.slice(at).toSorted()[0] ?? id;
      return way.slice(0, way.indexOf(keeper) + 1);
    }
  }
}

/** In the list, or part of somebody. Whoever lies in the trash or is gone stands for nobody. */
export const isLiving = (doc: Pick<RecordDoc, 'status'> | undefined): boolean =>
  doc !== undefined && (doc.status === 'live' || doc.status === 'merged');

/**
 * Of who is in the list though they were merged into somebody: they were merged into each
 * other, or who they were merged into is not in the list.
 */
export const isOnItsOwnAgain = (doc: Pick<RecordDoc, 'status' | 'fields'>): boolean =>
  doc.status === 'live' && mergedIntoOf(doc) !== undefined;

/** What is asked about somebody who is on their own again; it is derived, like that itself. */
export const ownAgainId = 'on-its-own-again';

/** All that is asked about a record. */
export function openConflictsOf(doc: RecordDoc): readonly Conflict[] {
  if (!isOnItsOwnAgain(doc)) return doc.conflicts;
  const by = doc.stamps['mergedInto'] ?? doc.origin;
  const again = { id: ownAgainId, field: 'mergedInto', lost: null, lostBy: by, wonBy: by };
  return [...doc.conflicts, again];
}

/** For each id the one that stands for it; `load` is asked once for each step of the chains. */
export async function readKeepers(
  ids: readonly string[],
  load: (ids: readonly string[]) => Promise<Found> | Found,
): Promise<Map<string, string>> {
  const chains = createChains(ids);
  while (chains.open().length > 0) chains.learn(await load(chains.open()));
  return chains.keepers();
}

/** The same inside a transaction. */
export function keepersIn(
  tx: Pick<RecordTx, 'get'>,
  of: Mergeable,
  ids: readonly string[],
): Map<string, string> {
  const chains = createChains(ids);
  while (chains.open().length > 0) chains.learn(tx.get(of, chains.open()));
  return chains.keepers();
}

/**
 * Brings what is derived from others up to date for everybody who is connected by merges
 * with these people, and with whoever waits for a keeper to come: whether they are shown,
 * and whom they are found under. Nothing of it travels: every laptop derives it from the
 * records it holds. Answers with all of these who were merged.
 */
export function settleMerged(tx: RecordTx, of: Mergeable, ids: readonly string[]): string[] {
  const waiting = tx.byKeys(of, [waitingKey]).get(waitingKey) ?? [];
  if (ids.length + waiting.length === 0) return [];
  const docs = connected(tx, of, [...ids, ...waiting]);
  const merged = [...docs.values()].filter((doc) => mergedIntoOf(doc) !== undefined);
  const all = merged.map(({ id }) => id as string);
  if (merged.length === 0) return all;
  const keepers = keepersIn(tx, of, all);
  const changed = merged.flatMap((doc) => {
    const settled = settledAs(doc, keepers.get(doc.id) ?? doc.id);
    return settled === undefined ? [] : [settled];
  });
  if (changed.length > 0) tx.put(of, changed);
  return all;
}

/** Undefined when it already is so. */
function settledAs(doc: RecordDoc, keeper: string): RecordDoc | undefined {
  const isOwn = keeper === doc.id || !isLiving(doc);
  const status = isLiving(doc) ? (isOwn ? 'live' : 'merged') : doc.status;
  const isAsked = doc.conflicts.length > 0 || (isOwn && isLiving(doc));
  const own = doc.keys.filter((key) => !key.startsWith(mergedPrefix) && key !== conflictKey);
  const keys = new Set([
    ...own,
    ...(isAsked ? [conflictKey] : []),
    ...(isOwn ? [waitingKey] : [mergedKey(mergedIntoOf(doc) ?? ''), mergedKey(keeper)]),
  ]);
  const isSame = status === doc.status && [...keys].join('\n') === doc.keys.join('\n');
  return isSame ? undefined : { ...doc, status, keys: [...keys] };
}

const mergedPrefix = mergedKey('');
/** Finds those who were merged into somebody who is not in the list, or in a circle. */
export const waitingKey = `${mergedPrefix}waiting`;

/** Those of these people who are in chains, and everybody in chains with them. */
export function connected(
  tx: Reader,
  of: Mergeable,
  ids: readonly string[],
): Map<string, RecordDoc> {
  const docs = new Map<string, RecordDoc>();
  const seen = new Set(ids);
  let open = [...seen];
  while (open.length > 0) {
    const down = [...tx.byKeys(of, open.map(mergedKey)).values()].flat();
    const next = new Set(down);
    for (const [id, doc] of tx.get(of, open)) {
      docs.set(id, doc);
      const keeper = mergedIntoOf(doc);
      if (keeper !== undefined) next.add(keeper);
    }
    open = [...next].filter((id) => !seen.has(id));
    for (const id of open) seen.add(id);
  }
  return docs;
}

/** Somebody, and everybody who was merged into them, by way of others too. */
export function withThoseInside(tx: Reader, doc: RecordDoc): RecordDoc[] {
  const of = mergeableOf(doc);
  const found = new Map([[doc.id as string, doc]]);
  for (let open = [doc.id as string]; open.length > 0;) {
    const ids = [...tx.byKeys(of, open.map(mergedKey)).values()].flat();
    const inside = [...tx.get(of, [...new Set(ids)])].filter(([id]) => !found.has(id));
    for (const [id, one] of inside) found.set(id, one);
    open = inside.map(([id]) => id);
  }
  return [...found.values()];
}

/** Of these people, those into whom others were merged. */
export const keepersAmong = (
  tx: Pick<RecordTx, 'byKeys'>,
  of: Mergeable,
  ids: readonly string[],
): string[] => {
  if (ids.length === 0) return [];
  const found = tx.byKeys(of, ids.map(mergedKey));
  return ids.filter((id) => found.has(mergedKey(id)));
};

/** The same for everybody who was ever merged: for books of versions that derived less. */
export async function settleAllMerged(store: RecordStore): Promise<void> {
  for (const of of mergeable) {
    if ((await store.count(of, { status: 'merged' })) === 0) continue;
    for await (const docs of store.scan(of, { status: 'merged' })) {
      const ids = docs.map(({ id }) => id as string);
      await store.write((tx) => {
        settleMerged(tx, of, ids);
        return ok(null);
      });
    }
  }
}
