// What belongs to a person or an organisation and has no life of its own: the posts that
// came by their feeds, and how it stands with these feeds.

import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, kindsOf } from './context.ts';

type Owned = { collection: 'posts' | 'work'; ids: string[] };

/** This laptop's own words about a record's posts: which of them nobody here has read. */
export const unreadId = (owner: string): string => `unread:${owner}`;

function ownedBy(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  owners: readonly string[],
  context: CommandContext,
): Owned[] {
  const mine = new Set(owners);
  return (['posts', 'work'] as const).map((collection) => {
    const ids = [...new Set([...tx.byKeys(collection, owners).values()].flat())];
    const docs = [...tx.get(collection, ids).values()];
    const owned = docs.filter((doc) => {
      const kind = kindsOf(context).get(doc.kind);
      return kind?.combine !== undefined && mine.has(kind.owner(doc) ?? '');
    });
    return { collection, ids: owned.map(({ id }) => id as string) };
  });
}

/** They leave no tombstones: without their owner a teammate's copy finds no place here. */
export function purgeOwned(tx: RecordTx, owners: readonly string[], context: CommandContext): void {
  if (owners.length === 0) return;
  for (const { collection, ids } of ownedBy(tx, owners, context))
    if (ids.length > 0) tx.purge(collection, ids);
  const unread = [...tx.get('local', owners.map(unreadId)).keys()];
  if (unread.length > 0) tx.purge('local', unread);
}
