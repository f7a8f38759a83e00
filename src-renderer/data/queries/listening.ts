// Posts, what this laptop has read of them, feeds and what they say has changed.

import { newestFirst, type Query, query, withKeys } from './query.ts';

export const newestPosts = (limit: number): Query =>
  query({ from: 'posts', selector: { status: 'live' }, sort: newestFirst, limit });

export const anyPosts = (): Query => query({ from: 'posts', selector: { status: 'live' } });

export const postsOf = (owners: readonly string[], limit: number): Query | undefined =>
  withKeys('posts', owners, { sort: newestFirst, limit });

/** Posts that hold a watched word and have not been read, newest first. */
export const alerts = (limit?: number): Query =>
  query({
    from: 'local',
    selector: { kind: 'alert' },
    sort: [{ at: 'desc' }],
    ...(limit === undefined ? {} : { limit }),
  });

/** One record for each owner. */
export const unreadPosts = (): Query => query({ from: 'local', selector: { kind: 'unread' } });
export const mutedOwners = (): Query => query({ from: 'local', selector: { kind: 'muted' } });

const feedState = { kind: 'feed-state', status: 'live' };
export const feedStates = (): Query => query({ from: 'work', selector: feedState });
export const feedStatesOf = (owners: readonly string[]): Query | undefined =>
  withKeys('work', owners, { selector: feedState });

/** Answered or not, newest first; of one owner, or of everybody. */
export const proposals = (owner?: string): Query =>
  query({
    from: 'work',
    selector: {
      kind: 'proposal',
      status: 'live',
      ...(owner === undefined ? {} : { keys: { $in: [owner] } }),
    },
    sort: [{ at: 'desc' }],
  });
