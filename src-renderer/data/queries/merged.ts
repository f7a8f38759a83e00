// Records that are part of others.

import { type Mergeable, mergedKey } from '../../../src-shared/domain/merging.ts';
import { type Query, withKeys } from './query.ts';

/** Those merged into one of these, which are not shown by themselves. */
export const mergedInto = (of: Mergeable, keepers: readonly string[]): Query | undefined =>
  withKeys(of, [...new Set(keepers)].sort().map(mergedKey), {
    selector: { status: 'merged' },
  });
