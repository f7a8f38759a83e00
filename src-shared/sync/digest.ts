// Fingerprints of whole collections: each record's hash is added into one of 256 sums
// chosen by its id, so two replicas that agree have 256 equal sums, and two that do
// not know where to look. Kept up to date by reading only what was written since.

import type { RecordDoc } from '../domain/record.ts';
import { createInTurn } from '../pacing/in-turn.ts';
import type { RecordStore } from '../store/record-store.ts';
import { recordHash, textHash } from './hash.ts';
import { type SharedCollection, sharedCollections } from './item.ts';

export const partitions = 256;
const batch = 1_000;

export type Sums = { [C in SharedCollection]: number[] };

/** Short, and the same where all sums are. */
export const printOf = (sums: Sums): string => String(textHash(JSON.stringify(sums)));

export type IdHashes = [id: string, hash: number][];

export type Digest = {
  /** The sums as of now. */
  sums: () => Promise<Sums>;
  /** Ids and hashes in some partitions of one collection. */
  list: (collection: SharedCollection, parts: readonly number[]) => Promise<IdHashes>;
};

export const partitionOf = (id: string): number => textHash(id) % partitions;

/** Small enough that three of them add up to a whole number in a double. */
const modulus = 2 ** 51;
const shortHash = (doc: RecordDoc): number => recordHash(doc) % modulus;

/** Posts are kept as long as each laptop likes, so their absence is no difference. */
const isCompared = (collection: SharedCollection, doc: RecordDoc): boolean =>
  doc.scope === 'team' && collection !== 'posts';

type Kept = { sequence: number; hashes: Float64Array; sums: number[] };

export function createDigest(store: RecordStore, yieldNow?: () => Promise<void>): Digest {
  const keptBy = new Map<SharedCollection, Kept>(
    sharedCollections.map((name) => [
      name,
      {
        sequence: 0,
        hashes: new Float64Array(1_024),
        sums: Array.from({ length: partitions }, () => 0),
      },
    ]),
  );
  const inTurn = createInTurn();

  const catchUp = async (collection: SharedCollection, kept: Kept): Promise<void> => {
    for (;;) {
      const written = await store.since(collection, kept.sequence, batch);
      for (const { doc, row, sequence } of written) {
        grow(kept, row);
        const part = partitionOf(doc.id);
        const hash = isCompared(collection, doc) ? shortHash(doc) : 0;
        const before = kept.hashes[row] ?? 0;
        kept.sums[part] = ((kept.sums[part] ?? 0) + hash - before + modulus) % modulus;
        kept.hashes[row] = hash;
        kept.sequence = sequence;
      }
      if (written.length < batch) return;
      await yieldNow?.();
    }
  };

  return {
    sums: () =>
      inTurn(async () => {
        for (const [name, kept] of keptBy) await catchUp(name, kept);
        return Object.fromEntries(
          [...keptBy].map(([name, kept]) => [name, [...kept.sums]]),
        ) as Sums;
      }),
    list: async (collection, parts) => {
      const wanted = new Set(parts);
      const found: IdHashes = [];
      for await (const docs of store.scan(collection)) {
        for (const doc of docs) {
          if (isCompared(collection, doc) && wanted.has(partitionOf(doc.id)))
            found.push([doc.id, shortHash(doc)]);
        }
      }
      return found;
    },
  };
}

function grow(kept: Kept, row: number): void {
  if (row < kept.hashes.length) return;
  const hashes = new Float64Array(Math.max(row + 1, kept.hashes.length * 2));
  hashes.set(kept.hashes);
  kept.hashes = hashes;
}
