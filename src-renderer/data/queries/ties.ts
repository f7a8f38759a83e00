// Ties between people, and between people and groups.

import { type Query, query, withKeys } from './query.ts';

/** Ties that one of these people or groups has. */
export const tiesOf = (ids: readonly string[], limit?: number): Query | undefined =>
  withKeys('ties', [...new Set(ids)].sort(), limit === undefined ? {} : { limit });

/** The ties of a group, the latest changed first. */
export const membersOf = (group: string): Query =>
  query({
    from: 'ties',
    selector: { status: 'live', keys: group },
    sort: [{ updatedAt: 'desc' }, { id: 'asc' }],
  });
