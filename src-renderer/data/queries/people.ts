// People: of a bucket, followed, by name.

import { foldText } from '../../../src-shared/domain/fold.ts';
import { feedKey } from '../../../src-shared/domain/person.ts';
import { byName, type Query, query, withKeys } from './query.ts';

/** By name. */
export const peopleOfBucket = (bucket: string, limit?: number): Query =>
  query({
    from: 'people',
    selector: { status: 'live', keys: bucket },
    sort: [{ status: 'asc' }, ...byName, { id: 'asc' }],
    ...(limit === undefined ? {} : { limit }),
  });

/** Those with a feed, by name. */
export const followed = (from: 'people' | 'groups', limit?: number): Query =>
  query({
    from,
    selector: { keys: feedKey, status: 'live' },
    sort: byName,
    ...(limit === undefined ? {} : { limit }),
  });

/** Who is called one of these, however it is written. */
export const calledOneOf = (
  from: 'people' | 'groups',
  names: readonly string[],
): Query | undefined => withKeys(from, [...new Set(names.map((name) => `name:${foldText(name)}`))]);
