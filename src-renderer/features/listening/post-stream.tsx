// Posts, newest first, with keys to go from one to the next.

import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

import { postKey } from '../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useHost } from '../../data/host-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { PostCard, type PostDeeds } from './post-card.tsx';
import { ownerOf, useOwners } from './use-owners.ts';
import { useUnread } from './use-unread.ts';

type Props = {
  /** Newest first; undefined while loading. */
  posts: readonly RecordDoc[] | undefined;
  hasMore: boolean;
  onMore: () => void;
  /** Said where there is nothing. */
  empty: string;
};

export function PostStream({ posts, hasMore, onMore, empty }: Props) {
  const { host } = useHost();
  const run = useCommand();
  const [active, setActive] = useState<string>();
  const [logging, setLogging] = useState<string>();
  const unread = useUnread();
  const owners = useOwners([...new Set((posts ?? []).map(ownerOf))]);
  const kept = useKept(posts ?? []);
  const shown = (posts ?? []).filter((post) => owners.get(ownerOf(post))?.status === 'live');
  const isUnread = (post: RecordDoc): boolean =>
    unread.get(ownerOf(post))?.includes(post.id) === true;

  const deeds: PostDeeds = {
    mark: (post, isRead) =>
      void host.request('posts.mark', { owner: ownerOf(post), ids: [post.id], isRead }),
    keep: (post) => {
      if (!kept.has(post.id)) void run({ type: 'create', records: [keptFrom(post)] });
    },
    open: (post) => {
      const { link } = post.fields;
      if (typeof link === 'string') window.open(link, '_blank', 'noopener,noreferrer');
    },
  };
  const goTo = (post: RecordDoc | undefined): void => {
    if (post === undefined) return;
    setActive(post.id);
    if (isUnread(post)) deeds.mark(post, true);
  };
  const at = shown.findIndex(({ id }) => id === active);
  const step = (by: number) => () => {
    if (at + by >= shown.length - 3 && hasMore) onMore();
    goTo(at === -1 ? shown[0] : shown[Math.max(0, Math.min(shown.length - 1, at + by))]);
  };
  const onActive = (deed: (post: RecordDoc) => void) => () => {
    const post = shown[at];
    if (post !== undefined) deed(post);
  };
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['s', onActive(deeds.keep)],
    ['o', onActive(deeds.open)],
    ['l', onActive((post) => setLogging(logging === post.id ? undefined : post.id))],
    ['u', onActive((post) => deeds.mark(post, isUnread(post)))],
  ]);
  if (posts === undefined) return null;
  return (
    <>
      {shown.length === 0 && (
        <Text size="sm" className="dim" py="md">
          {empty}
        </Text>
      )}
      <div className="post-stream" {...(shown.length === 0 ? {} : { role: 'feed' })}>
        {shown.map((post) => {
          const owner = owners.get(ownerOf(post));
          if (owner === undefined) return null;
          return (
            <PostCard
              key={post.id}
              post={post}
              owner={owner}
              isUnread={isUnread(post)}
              isKept={kept.has(post.id)}
              isActive={post.id === active}
              isLogging={logging === post.id}
              onLogging={(isLogging) => setLogging(isLogging ? post.id : undefined)}
              onActive={() => goTo(post)}
              deeds={deeds}
            />
          );
        })}
      </div>
      {hasMore && (
        <Button variant="subtle" size="xs" onClick={onMore}>
          Show older
        </Button>
      )}
    </>
  );
}

/** Ids of the posts that somebody has kept. */
function useKept(posts: readonly RecordDoc[]): ReadonlySet<string> {
  const keys = posts.map(({ id }) => postKey(id));
  const moments = useRecords(
    'moments',
    keys.length === 0
      ? undefined
      : { selector: { keys: { $in: keys }, status: 'live', kind: 'kept-post' } },
  );
  return new Set((moments ?? []).map(({ fields }) => String(fields['post'] as string)));
}

/** A moment of its own: it stays when the post is dropped. */
function keptFrom(post: RecordDoc) {
  const { link, title } = post.fields;
  return {
    kind: 'kept-post',
    fields: {
      when: post.at,
      people: [ownerOf(post)],
      post: post.id,
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof link === 'string' ? { source: link } : {}),
    },
    note: post.note,
  };
}
