// Posts are kept for as long as this laptop's owner likes. What was kept as a moment is
// a record of its own and stays.

import { ok, type Result } from '../domain/result.ts';
import type { RecordStore } from '../store/record-store.ts';

const day = 24 * 60 * 60 * 1000;
const atOnce = 500;

/** Posts from before this time, in ms since 1970, are dropped; `days` 0 keeps everything. */
export const oldestKept = (days: number, now: number): number =>
  days === 0 ? -Infinity : now - days * day;

/** `days` 0 keeps everything. Answers with how many went. */
export async function dropOldPosts(
  store: RecordStore,
  days: number,
  now: number,
): Promise<Result<number>> {
  if (days === 0) return ok(0);
  const oldest = oldestKept(days, now);
  const old: string[] = [];
  for await (const docs of store.scan('posts'))
    old.push(...docs.filter(({ at }) => at < oldest).map(({ id }) => id as string));
  for (let at = 0; at < old.length; at += atOnce) {
    const done = await store.write((tx) => {
      tx.purge('posts', old.slice(at, at + atOnce));
      return ok(null);
    });
    if (!done.ok) return done;
  }
  return ok(old.length);
}
