// Organisations, buckets and communities.

import { foldText } from '../../../src-shared/domain/fold.ts';
import { smartKey } from '../../../src-shared/domain/group.ts';
import { byName, type Query, query } from './query.ts';

/** By name. */
export const groupsOfKind = (kind: string): Query =>
  query({
    from: 'groups',
    selector: { kind, status: 'live' },
    sort: [{ kind: 'asc' }, { status: 'asc' }, ...byName, { id: 'asc' }],
  });

/** Those that hold whom they ask for. */
export const smartBuckets = (): Query =>
  query({ from: 'groups', selector: { keys: smartKey, status: 'live' } });

export const buckets = (limit: number): Query =>
  query({ from: 'groups', selector: { kind: 'bucket', status: 'live' }, sort: byName, limit });

/** Of every kind, by name; those whose names begin with `typed`, if anything. */
export function groupsNamed(typed: string, limit: number): Query {
  const start = foldText(typed);
  const named = start === '' ? {} : { sortKey: { $gte: start, $lt: `${start}\uffff` } };
  return query({
    from: 'groups',
    selector: { status: 'live', ...named },
    sort: [{ status: 'asc' }, ...byName],
    limit,
  });
}

/** The organisation of exactly this name, however it is written. */
export const organisationCalled = (name: string): Query =>
  query({
    from: 'groups',
    selector: { keys: `name:${foldText(name)}`, kind: 'organisation', status: 'live' },
    limit: 1,
  });
