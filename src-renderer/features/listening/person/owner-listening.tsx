// What one person or organisation says in public: their feeds and their stream.

import { Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mutedId } from '../../../../src-shared/feeds/unread.ts';
import { listeningField, subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useMergedIds } from '../../../data/use-merged.ts';
import { useRecord, useRecords } from '../../../data/use-records.ts';
import { announce } from '../../../ui/announce.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddFeed } from '../feeds/add-feed.tsx';
import { FeedList } from '../feeds/feed-list.tsx';
import { PostStream } from '../posts/post-stream.tsx';
import { Proposals } from '../proposals/proposals.tsx';
import { refOf } from '../feeds/use-add-feed.ts';
import { useMembers } from '../page/use-members.ts';
import { useUnreadOf } from '../posts/use-unread.ts';

const firstPosts = 3;
const morePosts = 10;

export function OwnerListening({ owner }: { owner: RecordDoc }) {
  const { host } = useHost();
  const run = useCommand();
  const [isAdding, adding] = useDisclosure(false);
  const [limit, setLimit] = useState(firstPosts);
  const isGroup = owner.kind !== 'person';
  const merged = useMergedIds([owner.id]).get(owner.id) ?? [owner.id];
  const members = useMembers(isGroup ? owner.id : null);
  const ids = members ?? merged;
  const posts = useRecords('posts', {
    selector: { keys: { $in: ids }, status: 'live' },
    sort: [{ at: 'desc' }, { id: 'desc' }],
    limit,
  });
  const unreadBy = useUnreadOf([owner.id, ...ids]);
  const unread = unreadBy.get(owner.id)?.length ?? 0;
  const isMuted = (useRecord('local', mutedId(owner.id)) ?? null) !== null;
  const feeds = subscriptionsOf(owner);
  const isOff = owner.fields[listeningField] === 'off';
  const look = async (): Promise<void> => {
    const asked = await host.request('feeds.look', { owner: owner.id });
    if (!asked.ok) return showFailure(errorWords(asked.error));
    announce(asked.value.asked === 0 ? 'Looked at only just now, or ended' : 'Looking');
  };
  const setListening = (value: 'off' | null) =>
    void run({
      type: 'edit',
      changes: [{ type: 'field', ref: refOf(owner), field: listeningField, value }],
    });
  const actions = (
    <Group gap="xs">
      {unread > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void host.request('posts.mark', { owner: owner.id, isRead: true })}
        >
          Mark {unread} read
        </Button>
      )}
      {feeds.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<IconChevronDown size={14} />}
            >
              Listening
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void look()}>Look now</Menu.Item>
            <Menu.Item
              onClick={() =>
                void host.request('posts.mute', { owner: owner.id, isMuted: !isMuted })
              }
            >
              {isMuted ? 'Count as unread again' : 'Mute on this laptop'}
            </Menu.Item>
            <Menu.Item onClick={() => setListening(isOff ? null : 'off')}>
              {isOff ? 'Listen to them again' : 'Stop listening to them'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {(!isGroup || owner.kind === 'organisation') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={adding.open}
        >
          Follow
        </Button>
      )}
    </Group>
  );
  return (
    <Section title="In public" action={actions}>
      {isOff && (
        <Text size="sm" className="dim" mb="xs">
          Nobody in the team listens to them at the moment.
        </Text>
      )}
      {isMuted && (
        <Text size="sm" className="dim" mb="xs">
          Muted: new posts are kept but not counted on this laptop.
        </Text>
      )}
      {feeds.length > 0 && <FeedList owner={owner} />}
      <Proposals owner={owner} />
      {feeds.length === 0 && posts?.length === 0 ? (
        <Text size="sm" className="dim">
          {isGroup
            ? 'Nobody here is followed. Follow the organisation itself, or its people on their pages.'
            : 'Not followed. Add their website, blog or profile, and what they post in public is read here, offline too. Nothing is fetched before you say so.'}
        </Text>
      ) : (
        <div style={{ marginTop: 12 }}>
          <PostStream
            posts={posts}
            owner={owner}
            unread={unreadBy}
            hasMore={posts?.length === limit}
            onMore={() => setLimit(limit + morePosts)}
            empty="Nothing posted yet, or not fetched yet."
          />
        </div>
      )}
      {isAdding && <AddFeed owner={owner} onClose={adding.close} />}
    </Section>
  );
}
