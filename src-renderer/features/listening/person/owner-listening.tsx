// What one person or organisation posts in public: their feeds and their stream.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { Section } from '../../../ui/section.tsx';
import { AddFeed } from '../feeds/add-feed.tsx';
import { FeedList } from '../feeds/feed-list.tsx';
import { PostStream } from '../posts/post-stream.tsx';
import { Proposals } from '../proposals/proposals.tsx';
import { OwnerActions } from './owner-actions.tsx';
import { useOwnerListening } from './use-owner-listening.ts';

export function OwnerListening({ doc: owner }: { doc: RecordDoc }) {
  const listening = useOwnerListening(owner);
  const [isAdding, adding] = useDisclosure(false);
  const hasFeeds = subscriptionsOf(owner).length > 0;
  const { posts } = listening;
  return (
    <Section
      title={t`In public`}
      isPrinted={false}
      action={<OwnerActions owner={owner} listening={listening} onFollow={adding.open} />}
    >
      {listening.isOff && (
        <Text size="sm" className="dim" mb="xs">
          <Trans>Nobody in the team listens to them at the moment.</Trans>
        </Text>
      )}
      {listening.isMuted && (
        <Text size="sm" className="dim" mb="xs">
          <Trans>Muted: new posts are kept but not counted on this laptop.</Trans>
        </Text>
      )}
      {hasFeeds && <FeedList owner={owner} />}
      <Proposals owner={owner} />
      {!hasFeeds && posts?.length === 0 ? (
        <NotFollowed isGroup={owner.kind !== 'person'} />
      ) : (
        <div style={{ marginTop: 12 }}>
          <PostStream
            posts={posts}
            owner={owner}
            unread={listening.unread}
            hasMore={listening.hasMore}
            onMore={listening.showMore}
            empty={t`Nothing posted yet, or not fetched yet.`}
          />
        </div>
      )}
      {isAdding && <AddFeed owner={owner} onClose={adding.close} />}
    </Section>
  );
}

const NotFollowed = ({ isGroup }: { isGroup: boolean }) => (
  <Text size="sm" className="dim">
    {isGroup
      ? t`Nobody here is followed. Follow what it publishes itself, or its people on their pages.`
      : t`Not followed. Add their website, blog or profile, and what they post in public is read here, offline too. Nothing is fetched before you say so.`}
  </Text>
);
