// The stream of everybody, of a bucket or an organisation, of what is unread, or of what
// holds some words.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';

import { useRouteQuery } from '../../../ui/router.ts';
import { useKeptLimit } from '../../../ui/use-kept.ts';
import { useDates } from '../../../ui/when.tsx';
import { PostStream } from '../posts/post-stream.tsx';
import { useLastLook } from '../posts/use-last-look.ts';
import { useUnread } from '../posts/use-unread.ts';
import { PostFilters } from './post-filters.tsx';
import { type PostFilter, useWantedPosts } from './use-wanted-posts.ts';

const pageSize = 15;

export function Everyone() {
  const query = useRouteQuery();
  const filter: PostFilter = {
    group: query.get('whose') ?? null,
    isUnreadOnly: query.get('unread') !== undefined,
    text: query.get('s') ?? '',
  };
  const [limit, setLimit] = useKeptLimit('posts', pageSize);
  const change = (patch: Partial<PostFilter>): void => {
    const { group, isUnreadOnly, text } = { ...filter, ...patch };
    query.set({
      whose: group ?? undefined,
      unread: isUnreadOnly ? 'only' : undefined,
      s: text === '' ? undefined : text,
    });
    if (patch.group !== undefined) setLimit(pageSize);
  };
  const unread = useUnread();
  const { posts, hasMore, unreadCount } = useWantedPosts(filter, unread, limit);
  const lastLook = useLastLook(filter.group ?? 'everyone');
  const isEmpty = posts?.length === 0;
  return (
    <>
      <PostFilters filter={filter} onChange={change} />
      <StreamNote
        unreadCount={unreadCount}
        lastLook={lastLook}
        hasKeys={posts !== undefined && !isEmpty}
      />
      <PostStream
        posts={posts}
        unread={unread}
        hasMore={hasMore}
        onMore={() => setLimit(limit + pageSize)}
        empty={emptyText(filter)}
      />
      {isEmpty && filter.isUnreadOnly && (
        <Button variant="subtle" size="xs" onClick={() => change({ isUnreadOnly: false })}>
          <Trans>Show what was read, too</Trans>
        </Button>
      )}
    </>
  );
}

type NoteProps = { unreadCount: number; lastLook: number | undefined; hasKeys: boolean };

function StreamNote({ unreadCount, lastLook, hasKeys }: NoteProps) {
  const { dateTime } = useDates();
  return (
    <Text size="sm" className="dim" mb="sm" role="note">
      {unreadCount === 0 ? t`Nothing unread.` : plural(unreadCount, { other: '# unread.' })}{' '}
      {lastLook !== undefined && t`You last looked ${dateTime(lastLook)}.`}{' '}
      {hasKeys && t`Keys: j and k go on and back, s keeps, o opens, l logs, u marks unread.`}
    </Text>
  );
}

function emptyText({ text, isUnreadOnly }: PostFilter): string {
  if (text.trim() !== '') return t`No post holds these words.`;
  return isUnreadOnly ? t`You have read everything.` : t`Nothing posted yet, or not fetched yet.`;
}
