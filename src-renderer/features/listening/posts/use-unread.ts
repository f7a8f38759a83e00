// What nobody has read on this laptop, live.

import { useMemo } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { unreadOf } from '../../../../src-shared/feeds/unread.ts';
import { unreadId } from '../../../../src-shared/records/owned.ts';
import { mutedOwners, unreadPosts } from '../../../data/queries/listening.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';

/** By owner: ids of posts, in the order they came. */
export type Unread = ReadonlyMap<string, readonly string[]>;

export function useUnread(): Unread {
  const docs = useRecords(unreadPosts());
  return useMemo(() => byOwner(docs ?? []), [docs]);
}

/** Of these alone: what others have does not matter there. */
export function useUnreadOf(owners: readonly string[]): Unread {
  const docs = useRecordsById('local', owners.map(unreadId));
  return useMemo(() => byOwner(docs.values()), [docs]);
}

export function useMuted(): ReadonlySet<string> {
  const docs = useRecords(mutedOwners());
  return useMemo(() => new Set((docs ?? []).map(ownerIn)), [docs]);
}

const byOwner = (docs: Iterable<RecordDoc>): Unread =>
  new Map([...docs].map((doc) => [ownerIn(doc), unreadOf(doc)] as const));

const ownerIn = ({ fields }: RecordDoc): string => String(fields['owner'] as string);
