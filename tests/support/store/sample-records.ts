// Whole records for tests that read a store without running commands.
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type {
  CollectionName,
  NewRecord,
  RecordDoc,
  RecordId,
  Stamp,
} from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';

const origin: Stamp = {
  by: 'alice',
  device: 'laptop',
  at: 1_700_000_000_000,
  source: { type: 'typed' },
};

/** `id` is made up to look like one when it is left out. */
export function recordOf(
  made: Omit<NewRecord, 'id'> & { id: string },
  status: RecordDoc['status'] = 'live',
): RecordDoc {
  const sets = Object.fromEntries(
    Object.entries(made.sets ?? {}).map(([set, items]) => [
      set,
      items.map((item, index) => ({ ...item, id: item.id ?? String(index) })),
    ]),
  );
  const content = { fields: made.fields ?? {}, sets, note: made.note ?? '' };
  const kind = kinds.get(made.kind);
  if (kind === undefined) throw new Error(made.kind);
  const derived = kind.derive(content);
  return {
    ...content,
    id: made.id as RecordId,
    kind: made.kind,
    status,
    scope: made.scope ?? 'team',
    name: derived.name,
    sortKey: derived.name.toLowerCase().slice(0, 120),
    keys: derived.keys,
    at: derived.at ?? origin.at,
    createdAt: origin.at,
    updatedAt: origin.at,
    origin,
    stamps: {},
    conflicts: [],
  };
}

export async function storeWith(docs: readonly RecordDoc[]): Promise<RecordStore> {
  const store = createMemoryRecordStore();
  await putAll(store, docs);
  return store;
}

export async function putAll(store: RecordStore, docs: readonly RecordDoc[]): Promise<void> {
  const byCollection = Map.groupBy(
    docs,
    (doc): CollectionName => kinds.get(doc.kind)?.collection ?? 'local',
  );
  await store.write((tx) => {
    for (const [collection, some] of byCollection) tx.put(collection, some);
    return ok(null);
  });
}
