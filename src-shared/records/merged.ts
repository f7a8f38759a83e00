// Who stands for whom. A person merged into another points to them; merges made apart can
// form chains and circles, and the one who stayed may be gone. This is the only place
// that reads `mergedInto`: chains are followed to the end, a circle is kept by its
// smallest id, and whoever leads to nobody there stands for themselves.

import { mergedKey } from '../domain/person.ts';
import type { RecordDoc } from '../domain/record.ts';
import { ok } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';

type Linked = Pick<RecordDoc, 'id' | 'status' | 'fields'>;
type Found = ReadonlyMap<string, Linked>;

/** Whom a record was merged into, as it says itself. */
export const mergedIntoOf = ({
  status,
  fields,
}: Pick<Linked, 'status' | 'fields'>): string | undefined => {
  const keeper = fields['mergedInto'];
  return typeof keeper === 'string' && status !== 'erased' ? keeper : undefined;
};

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
  return endOfChain(id, (one) => {
    const doc = find(one);
    const keeper = doc === undefined ? undefined : mergedIntoOf(doc);
    return keeper !== undefined && isThere(find(keeper)) ? keeper : undefined;
  });
}

/** Where a chain of merges ends; of a circle its smallest id. */
export function endOfChain(id: string, next: (id: string) => string | undefined): string {
  const path = [id];
  for (;;) {
    const last = path.at(-1) ?? id;
    const to = next(last);
    if (to === undefined) return last;
    const at = path.indexOf(to);
    if (at !== -1) return path.slice(at).toSorted()[0] ?? id;
    path.push(to);
  }
}

const isThere = (doc: Linked | undefined): boolean =>
  doc !== undefined && doc.status !== 'erased' && doc.status !== 'undone';

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
function keepersIn(tx: Pick<RecordTx, 'get'>, ids: readonly string[]): Map<string, string> {
  const chains = createChains(ids);
  while (chains.open().length > 0) chains.learn(tx.get('people', chains.open()));
  return chains.keepers();
}

/**
 * Brings what is derived from others up to date for everybody who is connected by merges
 * with these people, and with whoever waits for a keeper to come: whether they are shown,
 * and whom they are found under. Nothing of it travels: every laptop derives it from the
 * records it holds.
 */
export function settleMerged(tx: RecordTx, ids: readonly string[]): void {
  const waiting = tx.byKeys('people', [waitingKey]).get(waitingKey) ?? [];
  if (ids.length + waiting.length === 0) return;
  const docs = connected(tx, [...ids, ...waiting]);
  const merged = [...docs.values()].filter((doc) => mergedIntoOf(doc) !== undefined);
  if (merged.length === 0) return;
  const keepers = keepersIn(
    tx,
    merged.map(({ id }) => id),
  );
  const changed = merged.flatMap((doc) => {
    const settled = settledAs(doc, keepers.get(doc.id) ?? doc.id);
    return settled === undefined ? [] : [settled];
  });
  if (changed.length > 0) tx.put('people', changed);
}

/** Undefined when it already is so. */
function settledAs(doc: RecordDoc, keeper: string): RecordDoc | undefined {
  const isOwn = keeper === doc.id;
  const status =
    doc.status === 'merged' || doc.status === 'live' ? (isOwn ? 'live' : 'merged') : doc.status;
  const own = doc.keys.filter((key) => !key.startsWith(mergedPrefix));
  const direct = mergedKey(mergedIntoOf(doc) ?? '');
  const keys = [...new Set(isOwn ? [...own, waitingKey] : [...own, direct, mergedKey(keeper)])];
  const isSame = status === doc.status && keys.join('\n') === doc.keys.join('\n');
  return isSame ? undefined : { ...doc, status, keys };
}

const mergedPrefix = mergedKey('');
/** Finds those who were merged into somebody who is not here, or in a circle. */
const waitingKey = `${mergedPrefix}waiting`;

/** Those of these people who are in chains, and everybody in chains with them. */
export function connected(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  ids: readonly string[],
): Map<string, RecordDoc> {
  const docs = new Map<string, RecordDoc>();
  const seen = new Set(ids);
  let open = [...seen];
  while (open.length > 0) {
    const down = [...tx.byKeys('people', open.map(mergedKey)).values()].flat();
    const next = new Set(down);
    for (const [id, doc] of tx.get('people', open)) {
      docs.set(id, doc);
      const keeper = mergedIntoOf(doc);
      if (keeper !== undefined) next.add(keeper);
    }
    open = [...next].filter((id) => !seen.has(id));
    for (const id of open) seen.add(id);
  }
  return docs;
}

/** The same for everybody who was ever merged: for books of versions that derived less. */
export async function settleAllMerged(store: RecordStore): Promise<void> {
  if ((await store.count('people', { status: 'merged' })) === 0) return;
  for await (const docs of store.scan('people', { status: 'merged' })) {
    const ids = docs.map(({ id }) => id as string);
    await store.write((tx) => {
      settleMerged(tx, ids);
      return ok(null);
    });
  }
}
