// What a live query asks of RxDB. Only the files beside this one put one together: features
// name what they want, `rolesOf(ids)`, and the compiler takes nothing else from them.

import type { MangoQuery } from 'rxdb';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Collections } from '../../../src-shared/schema/collections.ts';

export type Collection = keyof Collections;
/** A Mango selector as this app writes them: a value or operators for each path. */
type Selector = {
  [path: string]:
    | string
    | number
    | { $in: readonly string[] }
    | { $gte: string; $lt: string }
    | { $gt: number };
};
type Asked = {
  from: Collection;
  selector: Selector;
  sort?: readonly { [path: string]: 'asc' | 'desc' }[];
  limit?: number;
  skip?: number;
};

declare const named: unique symbol;
export type Query = Asked & { readonly [named]: true };

export const query = (asked: Asked): Query => asked as Query;

export const newestFirst = [{ at: 'desc' }, { id: 'desc' }] as const;
export const byName = [{ sortKey: 'asc' }] as const;

/** Records that carry one of these keys; undefined, which asks nothing, for none. */
export function withKeys(
  from: Collection,
  keys: readonly string[],
  more: Partial<Omit<Asked, 'from'>> = {},
): Query | undefined {
  if (keys.length === 0) return undefined;
  const selector = { keys: { $in: keys }, status: 'live', ...more.selector };
  return query({ from, ...more, selector });
}

/** Only some of its records, from a row on. */
export const stretchOf = (whole: Query, stretch: { skip: number; limit: number }): Query =>
  query({ ...whole, ...stretch });

/** RxDB's type for selectors knows no scalar against an array field, which Mango allows. */
export const toMango = (
  { selector, sort, limit, skip }: Asked,
  page: { skip?: number; limit?: number } = {},
): MangoQuery<RecordDoc> =>
  ({
    selector,
    ...(sort === undefined ? {} : { sort }),
    ...(limit === undefined ? {} : { limit }),
    ...(skip === undefined ? {} : { skip }),
    ...page,
  }) as unknown as MangoQuery<RecordDoc>;
