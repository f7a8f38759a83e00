// What happened with people, and what is owed, newest first.

import { comment } from '../../../src-shared/domain/comment.ts';
import { markKey, markKinds } from '../../../src-shared/domain/moment-marks.ts';
import { postKey, runKey, threadKey } from '../../../src-shared/domain/moment.ts';
import { newestFirst, query, type Query, withKeys } from './query.ts';

export const momentsOf = (people: readonly string[], limit: number): Query | undefined =>
  withKeys('moments', people, { sort: newestFirst, limit });

/** What happened with them after a time. */
export const momentsSince = (people: readonly string[], since: number): Query | undefined =>
  withKeys('moments', people, { selector: { at: { $gt: since } } });

/** What was sent out of a run of drafts. */
export const sentOf = (run: string): Query | undefined => withKeys('moments', [runKey(run)]);

/** Moments into which somebody made one of these posts. */
export const keptFrom = (posts: readonly string[]): Query | undefined =>
  withKeys('moments', posts.map(postKey), { selector: { kind: 'kept-post' } });

/** Mails of one conversation. */
export const ofThread = (thread: string): Query | undefined =>
  withKeys('moments', thread === '' ? [] : [threadKey(thread)]);

/** Moments in which something about one of these was marked. */
export const markedWith = (people: readonly string[], limit: number): Query | undefined =>
  withKeys(
    'moments',
    people.flatMap((id) => markKinds.map((kind) => markKey(kind, id))),
    { sort: newestFirst, limit },
  );

/** Work of some kinds that names one of these. */
export const workNaming = (
  ids: readonly string[],
  kinds: readonly string[],
  limit: number,
): Query | undefined =>
  withKeys('work', ids, { selector: { kind: { $in: kinds } }, sort: newestFirst, limit });

/** What teammates said about these, the newest first. */
export const commentsOn = (ids: readonly string[], limit: number): Query | undefined =>
  withKeys('work', ids, {
    selector: { kind: comment.kind },
    sort: newestFirst,
    limit,
  });

/** Of a kind of work, whoever it names. */
export const workOf = (kind: string, limit: number): Query =>
  query({ from: 'work', selector: { kind, status: 'live' }, sort: newestFirst, limit });
