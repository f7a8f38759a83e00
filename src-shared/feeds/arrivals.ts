// What is new to this laptop: ids of posts nobody here has read, and posts that hold a
// word somebody watches for. Bookkeeping of this device; it never leaves.

import { foldText } from '../domain/fold.ts';
import type { RecordDoc, Stamp } from '../domain/record.ts';
import { localDoc } from '../records/local-doc.ts';
import { type CommandContext, stampNow } from '../records/context.ts';
import { alertId, mutedId, unreadId } from '../records/owned.ts';
import type { RecordTx } from '../store/record-store.ts';
import { unreadOf } from './unread.ts';

/** Of one owner. What came before these counts as read. */
const mostUnread = 500;
/** What was posted longer ago is history when it comes, not news. */
const newsMs = 14 * 24 * 60 * 60 * 1000;

/** Called in the transaction that brings the posts. */
export function noteArrivals(
  tx: RecordTx,
  posts: readonly RecordDoc[],
  watchWords: readonly string[],
  context: CommandContext,
): void {
  const oldest = context.now() - newsMs;
  const news = posts.filter((post) => post.kind === 'post' && post.at >= oldest);
  const byOwner = Map.groupBy(news, ({ fields }) => String(fields['owner'] as string));
  const owners = [...byOwner.keys()];
  const muted = tx.get('local', owners.map(mutedId));
  const unread = tx.get('local', owners.map(unreadId));
  const words = foldedOf(watchWords);
  const stamp = stampNow(context);
  for (const [owner, own] of byOwner) {
    if (muted.has(mutedId(owner))) continue;
    const arrived = own.toSorted((a, b) => a.at - b.at).map(({ id }) => id as string);
    const ids = [...new Set([...unreadOf(unread.get(unreadId(owner))), ...arrived])];
    const fields = { owner, ids: ids.slice(-mostUnread) };
    tx.put('local', [localDoc(unreadId(owner), 'unread', fields, stamp)]);
    const alerts = alertsOf(owner, own, words, stamp);
    if (alerts.length > 0) tx.put('local', alerts);
  }
}

/** Other words are watched for: what is unread is looked through for them. */
export function noteWatched(
  tx: RecordTx,
  watchWords: readonly string[],
  context: CommandContext,
): void {
  const words = foldedOf(watchWords);
  const stamp = stampNow(context);
  const before = ofKind(tx, 'alert');
  const wanted = ofKind(tx, 'unread').flatMap((unread) => {
    const posts = [...tx.get('posts', unreadOf(unread)).values()];
    const live = posts.filter(({ status }) => status === 'live');
    return alertsOf(String(unread.fields['owner'] as string), live, words, stamp);
  });
  const ids = new Set(wanted.map(({ id }) => id as string));
  const wordOf = new Map(before.map(({ id, fields }) => [id as string, fields['word']]));
  const gone = before.map(({ id }) => id as string).filter((id) => !ids.has(id));
  const fresh = wanted.filter(({ id, fields }) => wordOf.get(id) !== fields['word']);
  if (gone.length > 0) tx.purge('local', gone);
  if (fresh.length > 0) tx.put('local', fresh);
}

function ofKind(tx: RecordTx, kind: string): RecordDoc[] {
  const key = `kind:${kind}`;
  return [...tx.get('local', tx.byKeys('local', [key]).get(key) ?? []).values()];
}

type Word = { word: string; folded: string };

const foldedOf = (watchWords: readonly string[]): Word[] =>
  watchWords.map((word) => ({ word, folded: foldText(word) }));

const alertsOf = (
  owner: string,
  posts: readonly RecordDoc[],
  words: readonly Word[],
  stamp: Stamp,
): RecordDoc[] =>
  posts.flatMap((post) => {
    const text = ` ${foldText(`${post.name} ${post.note}`)} `;
    const found = words.find(({ folded }) => folded !== '' && holdsWord(text, folded));
    if (found === undefined) return [];
    const alert = { owner, post: post.id as string, word: found.word };
    return [localDoc(alertId(post.id), 'alert', alert, stamp)];
  });

/** As a whole word where it begins and ends with a letter; anywhere in scripts without spaces. */
function holdsWord(text: string, word: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
    return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
