// The kinds with the fields that the team defined, read again when definitions were written.

import { kinds, type Kinds } from '../../../src-shared/domain/kinds.ts';
import { ownField, readOwnField } from '../../../src-shared/domain/own-field.ts';
import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';

export function ownKinds(store: RecordStore): () => Promise<Kinds> {
  let known: { sequence: number; kinds: Kinds } | undefined;
  return async () => {
    const sequence = await store.sequence(ownField.collection);
    if (known?.sequence !== sequence) known = { sequence, kinds: await readKinds(store) };
    return known.kinds;
  };
}

async function readKinds(store: RecordStore): Promise<Kinds> {
  const found = [];
  for await (const docs of store.scan(ownField.collection, { status: 'live' }))
    found.push(...docs.flatMap((doc) => readOwnField(doc) ?? []));
  return kindsWith(kinds, found);
}
