// What of a view this version, or this book, does not know: kept, left out and said.

import { useMemo } from 'react';

import type { Mark } from '../../src-shared/query/marks.ts';
import { prepareView } from '../../src-shared/query/prepare.ts';
import type { SmartBuckets } from '../../src-shared/query/smart.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useKinds } from './known-kinds.tsx';

/** Which references are known does not depend on the day. */
const anyDay = { now: 0, zone: 'UTC', weekStart: 1 } as const;

/** `smart`: what of these buckets is not known is said, too. */
export function useMarks(view: View, smart?: SmartBuckets): Mark[] {
  const kinds = useKinds();
  return useMemo(() => {
    const context = { ...anyDay, kinds, ...(smart === undefined ? {} : { smart }) };
    return prepareView(view, context).marks;
  }, [view, kinds, smart]);
}
