// Records of whatever kind: by id, in conflict, in the trash.

import { editedCollections } from '../../../src-shared/domain/record.ts';
import { conflictKey } from '../../../src-shared/records/content.ts';
import { type Collection, type Query, query, withKeys } from './query.ts';

export const recordWithId = (from: Collection, id: string): Query =>
  query({ from, selector: { id } });

/** Undefined, which asks nothing, for no id. */
export const recordsWithIds = (from: Collection, ids: readonly string[]): Query | undefined =>
  ids.length === 0
    ? undefined
    : query({ from, selector: { id: { $in: [...new Set(ids)].sort() } } });

/** People with one of these e-mail addresses, in lower case. */
export const peopleAt = (addresses: readonly string[]): Query | undefined =>
  withKeys(
    'people',
    addresses.map((address) => `email:${address}`),
  );

/** One for each collection that people change. `limit` of each. */
export const openConflicts = (limit?: number): Query[] =>
  editedCollections.map((from) =>
    query({
      from,
      selector: { keys: conflictKey },
      ...(limit === undefined ? {} : { limit }),
    }),
  );

/** The latest first. */
export const trashed = (from: Collection, limit: number): Query =>
  query({ from, selector: { status: 'trashed' }, sort: [{ updatedAt: 'desc' }], limit });

export const anyLive = (from: Collection): Query => query({ from, selector: { status: 'live' } });
