// The posts of one person, or of a group and its people, and whether they are listened to.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { listeningField } from '../../../../src-shared/feeds/subscription.ts';
import { mutedId } from '../../../../src-shared/records/owned.ts';
import { useMergedIds } from '../../../data/use-merged.ts';
import { postsOf } from '../../../data/queries/listening.ts';
import { useRecord, useRecords } from '../../../data/use-records.ts';
import { useMembers } from '../page/use-members.ts';
import { useKeptLimit } from '../../../ui/use-kept.ts';
import { type Unread, useUnreadOf } from '../posts/use-unread.ts';

const firstPosts = 3;
const morePosts = 10;

export type OwnerListening = {
  /** Newest first; undefined while loading. */
  posts: readonly RecordDoc[] | undefined;
  hasMore: boolean;
  showMore: () => void;
  /** Of the owner and whoever belongs to it. */
  unread: Unread;
  /** On this laptop. */
  isMuted: boolean;
  /** By anybody in the team. */
  isOff: boolean;
};

export function useOwnerListening(owner: RecordDoc): OwnerListening {
  const [limit, setLimit] = useKeptLimit('posts', firstPosts);
  const merged = useMergedIds([owner.id]).get(owner.id) ?? [owner.id];
  const members = useMembers(owner.kind === 'person' ? null : owner.id);
  const ids = members ?? merged;
  const posts = useRecords(postsOf(ids, limit));
  const unread = useUnreadOf([owner.id, ...ids]);
  const isMuted = (useRecord('local', mutedId(owner.id)) ?? null) !== null;
  return {
    posts,
    hasMore: posts?.length === limit,
    showMore: () => setLimit(limit + morePosts),
    unread,
    isMuted,
    isOff: owner.fields[listeningField] === 'off',
  };
}
