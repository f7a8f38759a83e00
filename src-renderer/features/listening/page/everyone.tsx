// The stream of everybody, of a bucket or an organisation, of what is unread, or of what
// holds some words.

import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

import { useAskedToFind } from '../../../data/asked.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { useDates } from '../../../ui/when.tsx';
import { PostStream } from '../posts/post-stream.tsx';
import { useLastLook } from '../posts/use-last-look.ts';
import { useFoundPosts } from '../posts/use-found-posts.ts';
import { useMembers } from './use-members.ts';
import { useMuted, useUnread } from '../posts/use-unread.ts';
import { ownerOf } from '../use-owners.ts';

const pageSize = 15;

export function Everyone() {
  const [group, setGroup] = useState<string | null>(null);
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const [text, setText] = useState('');
  useAskedToFind(setText);
  const [limit, setLimit] = useState(pageSize);
  const { dateTime } = useDates();
  const lastLook = useLastLook(group ?? 'everyone');
  const groups = useRecords('groups', {
    selector: { status: 'live' },
    sort: [{ sortKey: 'asc' }],
    limit: 500,
  });
  const members = useMembers(group);
  const unread = useUnread();
  const muted = useMuted();
  const all = useRecords(
    'posts',
    group !== null && members === undefined
      ? undefined
      : {
          selector: {
            status: 'live',
            ...(members === undefined ? {} : { keys: { $in: members } }),
          },
          sort: [{ at: 'desc' }, { id: 'desc' }],
          limit,
        },
  );
  const unreadIds = useFrozen(
    isUnreadOnly,
    [...unread]
      .filter(([owner]) => members === undefined || members.includes(owner))
      .flatMap(([, ids]) => ids),
  );
  const unreadPosts = useRecordsById('posts', unreadIds.slice(-limit));
  const found = useFoundPosts(text, limit);
  const foundPosts = useRecordsById('posts', found ?? []);
  const byTime = <T extends { at: number }>(posts: Iterable<T>): T[] =>
    [...posts].toSorted((a, b) => b.at - a.at);

  const isSearching = text.trim() !== '';
  const listed = isSearching
    ? found === undefined
      ? undefined
      : byTime(foundPosts.values())
    : isUnreadOnly
      ? byTime(unreadPosts.values())
      : all;
  const posts = listed?.filter(
    (post) =>
      (group !== null || isSearching || !muted.has(ownerOf(post))) &&
      (!isSearching || members === undefined || members.includes(ownerOf(post))),
  );
  const hasMore = isSearching
    ? found?.length === limit
    : isUnreadOnly
      ? unreadIds.length > limit
      : all?.length === limit;
  const count = [...unread]
    .filter(([owner]) => members === undefined || members.includes(owner))
    .reduce((sum, [, ids]) => sum + ids.length, 0);
  return (
    <>
      <Group mb="sm" gap="sm" align="end">
        <TextInput
          w={260}
          label="Find in posts"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          w={240}
          label="Whose"
          placeholder="Everybody"
          clearable
          searchable
          value={group}
          onChange={(next) => {
            setGroup(next);
            setLimit(pageSize);
          }}
          data={(groups ?? []).map(({ id, name }) => ({
            value: id as string,
            label: name || 'No name',
          }))}
        />
        <Switch
          mb={8}
          label="Unread only"
          checked={isUnreadOnly}
          onChange={(event) => setUnreadOnly(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm" className="dim" mb="sm" role="note">
        {count === 0 ? 'Nothing unread.' : `${count} unread.`}
        {lastLook !== undefined && ` You last looked ${dateTime(lastLook)}.`}
        {posts !== undefined &&
          posts.length > 0 &&
          ' Keys: j and k go on and back, s keeps, o opens, l logs, u marks unread.'}
      </Text>
      <PostStream
        posts={posts}
        unread={unread}
        hasMore={hasMore === true}
        onMore={() => setLimit(limit + pageSize)}
        empty={
          isSearching
            ? 'No post holds these words.'
            : isUnreadOnly
              ? 'You have read everything.'
              : 'Nothing posted yet, or not fetched yet.'
        }
      />
      {posts !== undefined && posts.length === 0 && isUnreadOnly && (
        <Button variant="subtle" size="xs" onClick={() => setUnreadOnly(false)}>
          Show what was read, too
        </Button>
      )}
    </>
  );
}

/** What is read while one reads stays in sight; what comes meanwhile is added. */
function useFrozen(isOn: boolean, ids: readonly string[]): readonly string[] {
  const [kept, setKept] = useState<{ isOn: boolean; ids: readonly string[] }>({ isOn, ids });
  const known = new Set(kept.ids);
  const fresh = ids.filter((id) => !known.has(id));
  if (kept.isOn !== isOn) setKept({ isOn, ids });
  else if (isOn && fresh.length > 0) setKept({ isOn, ids: [...kept.ids, ...fresh] });
  return isOn ? kept.ids : [];
}
