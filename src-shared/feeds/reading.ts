// What a reader on this laptop says about posts: read or not, and whose posts are to be
// quiet. Bookkeeping of this device; it never leaves.

import { type CommandContext, stampNow } from '../records/context.ts';
import { localDoc } from '../records/local-doc.ts';
import { alertId, mutedId, unreadId } from '../records/owned.ts';
import type { RecordTx } from '../store/record-store.ts';
import { unreadOf } from './unread.ts';

export type Marking = {
  /** Everybody's posts when left out. */
  owner?: string | undefined;
  /** All of the owner's posts when left out. */
  ids?: readonly string[] | undefined;
  isRead: boolean;
};

/** Alerts about posts that are read now go with it. */
export function markPosts(tx: RecordTx, marking: Marking, context: CommandContext): void {
  const { owner, ids, isRead } = marking;
  const marked = new Set(ids);
  for (const each of owner === undefined ? unreadOwners(tx) : [owner]) {
    const known = unreadOf(tx.get('local', [unreadId(each)]).get(unreadId(each)));
    const kept = known.filter((id) => ids !== undefined && !marked.has(id));
    const next = isRead ? kept : [...kept, ...(ids ?? [])];
    if (next.length === known.length && isRead) continue;
    const fields = { owner: each, ids: next };
    tx.put('local', [localDoc(unreadId(each), 'unread', fields, stampNow(context))]);
    if (isRead) purgeLocal(tx, (ids ?? known).map(alertId));
  }
}

/** Posts of a muted owner still come; none of them counts as unread. */
export function mutePosts(
  tx: RecordTx,
  owner: string,
  isMuted: boolean,
  context: CommandContext,
): void {
  if (!isMuted) return purgeLocal(tx, [mutedId(owner)]);
  tx.put('local', [localDoc(mutedId(owner), 'muted', { owner }, stampNow(context))]);
  purgeLocal(tx, [unreadId(owner)]);
}

function purgeLocal(tx: RecordTx, ids: readonly string[]): void {
  const here = [...tx.get('local', ids).keys()];
  if (here.length > 0) tx.purge('local', here);
}

function unreadOwners(tx: RecordTx): string[] {
  const key = 'kind:unread';
  const docs = tx.get('local', tx.byKeys('local', [key]).get(key) ?? []);
  return [...docs.values()].flatMap(({ fields: { owner } }) =>
    typeof owner === 'string' ? [owner] : [],
  );
}
