// One post: who, where and when, its words, and what can be made of it.

import { ActionIcon, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkFilled,
  IconMailOpened,
  IconMail,
  IconMessageReply,
  IconPencil,
} from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { groupPath, personPath } from '../../app/router.ts';
import { Face } from '../../ui/face.tsx';
import { useDates } from '../../ui/when.tsx';
import type { PostDeeds } from './use-post-deeds.ts';
import { networkWords } from './feed-words.ts';
import { LogAnswer } from './log-answer.tsx';
import { excerptOf } from './excerpt.ts';
import { MediaList } from './media-list.tsx';
import { blocksOf, RichText } from './rich-text.tsx';
import { Earlier } from './earlier.tsx';

type Props = {
  post: RecordDoc;
  owner: RecordDoc;
  /** There nobody needs to be told whose it is. */
  isOnOwnPage: boolean;
  isUnread: boolean;
  isKept: boolean;
  isActive: boolean;
  /** Opened by key for the post one is on. */
  isLogging: boolean;
  deeds: PostDeeds;
};

export const PostCard = memo(function PostCard({
  post,
  owner,
  isOnOwnPage,
  isUnread,
  isKept,
  isActive,
  isLogging,
  deeds,
}: Props) {
  const { dateTime } = useDates();
  const card = useRef<HTMLElement>(null);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (!isActive || isLogging || card.current?.contains(document.activeElement) === true) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive, isLogging]);
  const { title, link, author, network, feed, text, media } = post.fields;
  const blocks = blocksOf(text);
  const excerpt = excerptOf(blocks);
  const isLong = excerpt !== blocks;
  const shown = isWhole ? blocks : excerpt;
  const byOther = typeof author === 'string' && author !== '' && author !== owner.name;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the articles of an ARIA feed take the focus
    <article
      ref={card}
      className="post"
      data-active={isActive || undefined}
      data-unread={isUnread || undefined}
      aria-label={`${owner.name}: ${post.name}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onFocus={() => deeds.goTo(post)}
    >
      <Face doc={owner} size={34} />
      <div className="post-body">
        <Group gap={8} wrap="wrap" align="baseline">
          {!isOnOwnPage && (
            <Anchor
              fw={600}
              dir="auto"
              c="inherit"
              href={`#${owner.kind === 'person' ? personPath(owner.id) : groupPath(owner.id)}`}
            >
              {owner.name || 'No name'}
            </Anchor>
          )}
          <Text size="xs" className="dim" component="span">
            {byOther && (
              <>
                <bdi>{author}</bdi> ·{' '}
              </>
            )}
            {networkWords(network)} ·{' '}
            <time dateTime={new Date(post.at).toISOString()}>{dateTime(post.at)}</time>
          </Text>
          {isUnread && (
            <Badge size="xs" variant="filled" tt="none">
              New
            </Badge>
          )}
          {isKept && (
            <Badge size="xs" variant="light" tt="none">
              Kept
            </Badge>
          )}
        </Group>
        {typeof title === 'string' && (
          <Text fw={600} dir="auto" mt={2} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
        )}
        <RichText blocks={shown} />
        {isLong && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show less' : 'Show all of it'}
          </Button>
        )}
        <Earlier post={post} />
        <MediaList media={media} feed={String(feed as string)} />
        <Group gap={4} mt={6} ml={-6}>
          <ActionIcon
            title="Keep on the timeline (s)"
            variant="subtle"
            color="gray"
            aria-label={isKept ? 'Kept' : 'Keep this post'}
            disabled={isKept}
            onClick={() => deeds.keep(post)}
          >
            {isKept ? <IconBookmarkFilled size={17} /> : <IconBookmark size={17} />}
          </ActionIcon>
          {typeof link === 'string' && (
            <ActionIcon
              title="Answer there, in the browser (o)"
              component="a"
              href={link}
              target="_blank"
              rel="noopener noreferrer"
              variant="subtle"
              color="gray"
              aria-label="Answer in the browser"
              onClick={() => deeds.log(post, true)}
            >
              <IconMessageReply size={17} />
            </ActionIcon>
          )}
          <ActionIcon
            title="Write down an answer or a thought (l)"
            variant="subtle"
            color="gray"
            aria-label="Log an answer or a note"
            aria-expanded={isLogging}
            onClick={() => deeds.log(post, !isLogging)}
          >
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon
            title={isUnread ? 'Mark read (u)' : 'Mark unread (u)'}
            variant="subtle"
            color="gray"
            aria-label={isUnread ? 'Mark read' : 'Mark unread'}
            onClick={() => deeds.mark(post, isUnread)}
          >
            {isUnread ? <IconMailOpened size={17} /> : <IconMail size={17} />}
          </ActionIcon>
        </Group>
        {isLogging && (
          <LogAnswer post={post} owner={owner} onClose={() => deeds.log(post, false)} />
        )}
      </div>
    </article>
  );
});
