// The posts that the filter lets through: found by words, unread, or all, of everybody or
// of one group.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { newestPosts, postsOf } from '../../../data/queries/listening.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { useFoundPosts } from '../posts/use-found-posts.ts';
import { type Unread, useMuted } from '../posts/use-unread.ts';
import { ownerOf } from '../use-owners.ts';
import { useMembers } from './use-members.ts';
import { useStillShown } from './use-still-shown.ts';

export type PostFilter = {
  /** An id; null for everybody. */
  group: string | null;
  isUnreadOnly: boolean;
  /** Words to find; empty for none. */
  text: string;
};

type WantedPosts = {
  /** Newest first; undefined while loading. */
  posts: readonly RecordDoc[] | undefined;
  hasMore: boolean;
  unreadCount: number;
};

/** `limit`: at most so many posts. */
export function useWantedPosts(filter: PostFilter, unread: Unread, limit: number): WantedPosts {
  const { group, isUnreadOnly, text } = filter;
  const members = useMembers(group);
  const muted = useMuted();
  const isMember = (owner: string): boolean => members === undefined || members.includes(owner);

  const all = useRecords(newestOf(group, members, limit));
  const unreadHere = [...unread].filter(([owner]) => isMember(owner));
  const unreadIds = useStillShown(isUnreadOnly, () => unreadHere.flatMap(([, ids]) => ids));
  const unreadPosts = useRecordsById('posts', unreadIds.slice(-limit));
  const found = useFoundPosts(text, limit);
  const foundPosts = useRecordsById('posts', found ?? []);

  const unreadCount = unreadHere.reduce((sum, [, ids]) => sum + ids.length, 0);
  const isShown = (post: RecordDoc): boolean => group !== null || !muted.has(ownerOf(post));
  if (text.trim() !== '') {
    const posts = found && byTime(foundPosts).filter((post) => isMember(ownerOf(post)));
    return { posts, hasMore: found?.length === limit, unreadCount };
  }
  if (isUnreadOnly) {
    const posts = byTime(unreadPosts).filter(isShown);
    return { posts, hasMore: unreadIds.length > limit, unreadCount };
  }
  return { posts: all?.filter(isShown), hasMore: all?.length === limit, unreadCount };
}

/** Undefined while it is not known who the group's people are. */
function newestOf(group: string | null, members: readonly string[] | undefined, limit: number) {
  if (group !== null && members === undefined) return undefined;
  return members === undefined ? newestPosts(limit) : postsOf(members, limit);
}

const byTime = (posts: ReadonlyMap<string, RecordDoc>): RecordDoc[] =>
  [...posts.values()].toSorted((a, b) => b.at - a.at);
