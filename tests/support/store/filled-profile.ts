// A profile whose book holds these records, put there as they are.

import { mkdirSync } from 'node:fs';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { newProfile } from '../window/loopback.ts';

export async function filledProfile(
  docs: ReadonlyMap<CollectionName, readonly RecordDoc[]>,
): Promise<string> {
  const profile = newProfile();
  mkdirSync(profile);
  const keeper = await openKeeper(profile);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  const written = await book.value.store.write((tx) => {
    for (const [collection, own] of docs) tx.put(collection, own);
    return ok(null);
  });
  if (!written.ok) throw new Error(written.error.code);
  await keeper.value.close();
  return profile;
}
