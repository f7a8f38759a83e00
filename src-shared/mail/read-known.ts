// What the book says of mails that were read: whose addresses they are, and which of them
// are here already.

import type { RecordDoc } from '../domain/record.ts';
import { readKeepers } from '../records/merged.ts';
import type { RecordStore } from '../store/record-store.ts';
import { addressKeys, bookKey, nameKey } from './addresses.ts';
import { mailId, type MailScope } from './mail-moment.ts';
import type { MailHead } from './mail-types.ts';

const batch = 1_000;

type Addressed = Pick<MailHead, 'from' | 'to' | 'cc' | 'chat'>;

/** Living people by address; who was merged into another is found as that other. */
export async function readPeopleByAddress(
  store: RecordStore,
  heads: readonly Addressed[],
): Promise<Map<string, string[]>> {
  const addresses = new Set<string>();
  for (const { from, to, cc, chat } of heads)
    for (const { address, name } of [...from, ...to, ...cc]) {
      for (const key of addressKeys(address)) addresses.add(key);
      if (chat !== undefined && name !== '') addresses.add(nameKey(name));
    }
  const found = new Map<string, string[]>();
  for (const some of inBatches([...addresses])) {
    const ids = await store.byKeys('people', some.map(bookKey));
    const all = [...new Set([...ids.values()].flat())];
    if (all.length === 0) continue;
    const keepers = await readKeepers(all, (few) => store.get('people', few));
    const docs = await store.get('people', [...new Set(keepers.values())]);
    for (const [key, those] of ids) {
      const living = those.map((id) => keepers.get(id) ?? id).filter((id) => isLive(docs.get(id)));
      const address = key.startsWith('email:') ? key.slice('email:'.length) : key;
      if (living.length > 0) found.set(address, [...new Set(living)]);
    }
  }
  return found;
}

const isLive = (doc: RecordDoc | undefined): boolean => doc?.status === 'live';

/** In which scope a mail is here, and whether a day of a chat has gone on since. */
export type Here = { scope: MailScope; isGrown: boolean };

/**
 * Mails that are here in any way but undone, by key; whoever trashed one does not want it.
 * `textOf`: what a day of a chat, by its place in `heads`, says now.
 */
export async function readHere(
  store: RecordStore,
  heads: readonly MailHead[],
  hash: (text: string) => string,
  textOf: (head: number) => Promise<string>,
): Promise<Map<string, Here>> {
  const here = new Map<string, Here>();
  for (const some of inBatches([...heads.entries()])) {
    const byId = new Map<string, { at: number; scope: MailScope }>();
    for (const [at, { key }] of some)
      for (const scope of ['private', 'team'] as const)
        byId.set(mailId(key, scope, hash), { at, scope });
    for (const [id, doc] of await store.get('moments', [...byId.keys()])) {
      const { at, scope } = byId.get(id) ?? { at: -1, scope: 'team' };
      const head = heads[at];
      if (head === undefined || doc.status === 'undone') continue;
      const mayGrow =
        head.chat !== undefined && doc.status === 'live' && doc.note.length < head.size;
      const isGrown = mayGrow && (await textOf(at)).startsWith(doc.note);
      here.set(head.key, { scope, isGrown });
    }
  }
  return here;
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
}
