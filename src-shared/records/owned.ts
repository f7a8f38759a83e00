// What belongs to a person or an organisation and has no life of its own: the posts that
// came by their feeds, how it stands with these feeds, and what this laptop notes of both and
// of comments.

import type { RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, kindsOf } from './context.ts';

/** This laptop's own words about a record's posts: which of them nobody here has read. */
export const unreadId = (owner: string): string => `unread:${owner}`;
/** Posts of theirs do not count as unread. */
export const mutedId = (owner: string): string => `muted:${owner}`;
/** A post holds a word that is watched for. */
export const alertId = (post: string): string => `alert:${post}`;
/** This laptop's own word on a comment: whether it was read or put off. */
export const noticeId = (comment: string): string => `notice:${comment}`;
/** Whether its reader follows a record. Ids of documents are at most 64 letters. */
export const followId = (record: string): string => `follow:${record}`.slice(0, 64);

/** What this laptop has fetched, and for whom. */
export const feedLogId = 'feed-log';

/** Without these owners, and without what was fetched for nobody else. */
export const withoutOwners = <Entry extends { owners: string[] }>(
  entries: readonly Entry[],
  gone: ReadonlySet<string>,
): Entry[] =>
  entries.flatMap((entry) => {
    const owners = entry.owners.filter((id) => !gone.has(id));
    if (owners.length === entry.owners.length) return [entry];
    return owners.length === 0 ? [] : [{ ...entry, owners }];
  });

/** A meeting in the calendars of this laptop. */
export const calendarEventKind = 'calendar-event';

/** Of those who go no calendar of this laptop speaks, whatever else stands in the meeting. */
export function purgeMeetings(tx: RecordTx, gone: readonly RecordDoc[]): void {
  const keys = gone.flatMap(({ keys: all }) => all.filter((key) => key.startsWith('email:')));
  const named = [...new Set([...tx.byKeys('local', keys).values()].flat())];
  const ids = [...tx.get('local', named).values()]
    .filter(({ kind }) => kind === calendarEventKind)
    .map(({ id }) => id);
  if (ids.length > 0) tx.purge('local', ids);
}

export function ownedBy(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  owners: readonly string[],
  context: CommandContext,
): { collection: 'posts' | 'work'; docs: RecordDoc[] }[] {
  const mine = new Set(owners);
  return (['posts', 'work'] as const).map((collection) => {
    const ids = [...new Set([...tx.byKeys(collection, owners).values()].flat())];
    const docs = [...tx.get(collection, ids).values()].filter((doc) => {
      const kind = kindsOf(context).get(doc.kind);
      return kind?.combine !== undefined && mine.has(kind.owner(doc) ?? '');
    });
    return { collection, docs };
  });
}

/**
 * They leave no tombstones: without their owner a teammate's copy finds no place here.
 * Answers with what went.
 */
export function purgeOwned(
  tx: RecordTx,
  owners: readonly string[],
  context: CommandContext,
): RecordDoc[] {
  if (owners.length === 0) return [];
  const owned = ownedBy(tx, owners, context);
  for (const { collection, docs } of owned)
    if (docs.length > 0)
      tx.purge(
        collection,
        docs.map(({ id }) => id),
      );
  const gone = owned.flatMap(({ docs }) => docs);
  const notes = [
    ...owners.flatMap((id) => [unreadId(id), mutedId(id), noticeId(id), followId(id)]),
    ...gone.map(({ id }) => alertId(id)),
  ];
  const kept = [...tx.get('local', notes).keys()];
  if (kept.length > 0) tx.purge('local', kept);
  forgetFetches(tx, new Set(owners));
  return gone;
}

function forgetFetches(tx: RecordTx, owners: ReadonlySet<string>): void {
  const log = tx.get('local', [feedLogId]).get(feedLogId);
  const entries = (log?.fields['entries'] ?? []) as { owners: string[] }[];
  if (log === undefined || !entries.some((entry) => entry.owners.some((id) => owners.has(id))))
    return;
  tx.put('local', [{ ...log, fields: { ...log.fields, entries: withoutOwners(entries, owners) } }]);
}
