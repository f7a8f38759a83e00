// Posts, newest first, with keys to go from one to the next. What comes in is drawn piece by
// piece, so that a refresh of many feeds does not hold up what somebody types or clicks.

import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useDeferredValue, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { keptFrom } from '../../../data/queries/happened.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { PostCard } from './post-card.tsx';
import { usePostActions } from './use-post-actions.ts';
import { ownerOf, useOwners } from '../use-owners.ts';
import type { Unread } from './use-unread.ts';

type Props = {
  /** Newest first; undefined while loading. */
  posts: readonly RecordDoc[] | undefined;
  /** The one whose posts these are, where that is known; others are looked up. */
  owner?: RecordDoc;
  unread: Unread;
  hasMore: boolean;
  onMore: () => void;
  /** Said where there is nothing. */
  empty: string;
};

export function PostStream({ posts: latest, owner, unread, hasMore, onMore, empty }: Props) {
  const posts = useDeferredValue(latest);
  const [active, setActive] = useState<string>();
  const [logging, setLogging] = useState<string>();
  const others = (posts ?? []).map(ownerOf).filter((id) => id !== owner?.id);
  const found = useOwners([...new Set(others)]);
  const kept = useKept(posts ?? []);
  const ownerBy = (post: RecordDoc): RecordDoc | undefined =>
    ownerOf(post) === owner?.id ? owner : found.get(ownerOf(post));
  const shown = (posts ?? []).filter((post) => ownerBy(post)?.status === 'live');
  const isUnread = (post: RecordDoc): boolean =>
    unread.get(ownerOf(post))?.includes(post.id) === true;
  const actions = usePostActions(kept, isUnread, setActive, setLogging);

  const at = shown.findIndex(({ id }) => id === active);
  const step = (by: number) => () => {
    if (at + by >= shown.length - 3 && hasMore) onMore();
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    const post = at === -1 ? shown[0] : next;
    if (post !== undefined) actions.goTo(post);
  };
  const onActive = (act: (post: RecordDoc) => void) => () => {
    const post = shown[at];
    if (post !== undefined) act(post);
  };
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['s', onActive(actions.keep)],
    ['o', onActive(actions.open)],
    ['l', onActive((post) => setLogging(logging === post.id ? undefined : post.id))],
    ['u', onActive((post) => actions.mark(post, isUnread(post)))],
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
          const who = ownerBy(post);
          if (who === undefined) return null;
          return (
            <Unbroken key={post.id} of={post}>
              <PostCard
                post={post}
                owner={who}
                isOnOwnPage={who.kind === 'person' && who === owner}
                isUnread={isUnread(post)}
                isKept={kept.has(post.id)}
                isActive={post.id === active}
                isLogging={logging === post.id}
                actions={actions}
              />
            </Unbroken>
          );
        })}
      </div>
      {hasMore && (
        <Button variant="subtle" size="xs" onClick={onMore}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </>
  );
}

/** Ids of the posts that somebody has kept. */
function useKept(posts: readonly RecordDoc[]): ReadonlySet<string> {
  const moments = useRecords(keptFrom(posts.map(({ id }) => id)));
  return new Set((moments ?? []).map(({ fields }) => String(fields['post'] as string)));
}
