// What nobody has read on this laptop, live.

import { useMemo } from 'react';

import { unreadOf } from '../../../src-shared/feeds/unread.ts';
import { useRecords } from '../../data/use-records.ts';

/** By owner: ids of posts, in the order they came. */
export function useUnread(): ReadonlyMap<string, readonly string[]> {
  const docs = useRecords('local', { selector: { kind: 'unread' } });
  return useMemo(
    () =>
      new Map(
        (docs ?? []).map((doc) => [String(doc.fields['owner'] as string), unreadOf(doc)] as const),
      ),
    [docs],
  );
}

export function useMuted(): ReadonlySet<string> {
  const docs = useRecords('local', { selector: { kind: 'muted' } });
  return useMemo(
    () => new Set((docs ?? []).map((doc) => String(doc.fields['owner'] as string))),
    [docs],
  );
}
