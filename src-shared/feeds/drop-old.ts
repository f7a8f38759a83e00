// Posts are kept for as long as this laptop's owner likes. What was kept as a moment is
// a record of its own and stays.

import type { RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import { alertId, unreadId } from '../records/owned.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type FeedMemory, isChurning } from './feed-memory.ts';
import { unreadOf } from './unread.ts';

const day = 24 * 60 * 60 * 1000;
const atOnce = 500;
const mostOfOne = 1_000;

/** Posts from before this time, in ms since 1970, are dropped; `days` 0 keeps everything. */
export const oldestKept = (days: number, now: number): number =>
  days === 0 ? -Infinity : now - days * day;

/**
 * `days` 0 keeps everything, but of feeds that show nothing twice (`isChurning`) only the
 * newest posts. Answers with how many went.
 */
export async function dropOldPosts(
  store: RecordStore,
  days: number,
  now: number,
): Promise<Result<number>> {
  let dropped = 0;
  const drop = (ids: readonly string[]): Promise<Result<null>> => {
    dropped += ids.length;
    return store.write((tx) => {
      purgePosts(tx, [...tx.get('posts', ids).values()]);
      return ok(null);
    });
  };
  for (;;) {
    const ids = await store.before('posts', oldestKept(days, now), atOnce);
    if (ids.length === 0) break;
    const done = await drop(ids);
    if (!done.ok) return done;
  }
  for await (const docs of store.scan('work'))
    for (const { kind, fields } of docs) {
      if (kind !== 'feed-state' || !isChurning(fields as FeedMemory)) continue;
      const ids = await olderOf(store, fields);
      for (let at = 0; at < ids.length; at += atOnce) {
        const done = await drop(ids.slice(at, at + atOnce));
        if (!done.ok) return done;
      }
    }
  return ok(dropped);
}

/** Ids of a feed's posts but for its newest. */
async function olderOf(store: RecordStore, { owner, url }: RecordDoc['fields']): Promise<string[]> {
  const key = String(owner as string);
  const ids = (await store.byKeys('posts', [key])).get(key) ?? [];
  const posts = [...(await store.get('posts', ids)).values()];
  return posts
    .filter(({ fields }) => fields['feed'] === url)
    .toSorted((a, b) => Number(b.fields['seenAt']) - Number(a.fields['seenAt']))
    .slice(mostOfOne)
    .map(({ id }) => id as string);
}

/** They are no longer unread, and no longer hold a word that is watched for. */
function purgePosts(tx: RecordTx, posts: readonly RecordDoc[]): void {
  if (posts.length === 0) return;
  const gone = new Set(posts.map(({ id }) => id as string));
  const owners = new Set(posts.map(({ fields }) => String(fields['owner'] as string)));
  const unread = [...tx.get('local', [...owners].map(unreadId)).values()];
  const alerts = [...tx.get('local', [...gone].map(alertId)).keys()];
  tx.purge('posts', [...gone]);
  if (alerts.length > 0) tx.purge('local', alerts);
  const fewer = unread.map((doc) => {
    const ids = unreadOf(doc).filter((id) => !gone.has(id));
    return { ...doc, fields: { ...doc.fields, ids } };
  });
  if (fewer.length > 0) tx.put('local', fewer);
}
