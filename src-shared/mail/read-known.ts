// What the book says of mails that were read: whose addresses they are, and which of them
// are here already.

import type { RecordDoc } from '../domain/record.ts';
import { readKeepers } from '../records/merged.ts';
import type { RecordStore } from '../store/record-store.ts';
import { addressKeys } from './addresses.ts';
import { mailId } from './mail-moment.ts';
import type { MailHead } from './mail-types.ts';

const batch = 1_000;

/** Living people by address; who was merged into another is found as that other. */
export async function readPeopleByAddress(
  store: RecordStore,
  heads: readonly MailHead[],
): Promise<Map<string, string[]>> {
  const addresses = new Set<string>();
  for (const { from, to, cc } of heads)
    for (const { address } of [...from, ...to, ...cc])
      for (const key of addressKeys(address)) addresses.add(key);
  const found = new Map<string, string[]>();
  for (const some of inBatches([...addresses])) {
    const ids = await store.byKeys(
      'people',
      some.map((address) => `email:${address}`),
    );
    const all = [...new Set([...ids.values()].flat())];
    if (all.length === 0) continue;
    const keepers = await readKeepers(all, (few) => store.get('people', few));
    const docs = await store.get('people', [...new Set(keepers.values())]);
    for (const [key, those] of ids) {
      const living = those.map((id) => keepers.get(id) ?? id).filter((id) => isLive(docs.get(id)));
      if (living.length > 0) found.set(key.slice('email:'.length), [...new Set(living)]);
    }
  }
  return found;
}

const isLive = (doc: RecordDoc | undefined): boolean => doc?.status === 'live';

/** Keys of mails that are here in any way but undone; whoever trashed one does not want it. */
export async function readHere(
  store: RecordStore,
  heads: readonly MailHead[],
  hash: (text: string) => string,
): Promise<Set<string>> {
  const here = new Set<string>();
  for (const some of inBatches(heads)) {
    const keyById = new Map<string, string>();
    for (const { key } of some)
      for (const scope of ['private', 'team'] as const) keyById.set(mailId(key, scope, hash), key);
    for (const [id, doc] of await store.get('moments', [...keyById.keys()]))
      if (doc.status !== 'undone') here.add(keyById.get(id) ?? '');
  }
  return here;
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
}
