// One post: who, where and when, its words, and what can be made of it.

import { ActionIcon, Anchor, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkFilled,
  IconMailOpened,
  IconMail,
  IconMessageReply,
  IconPencil,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { groupPath, personPath } from '../../app/router.ts';
import { Face } from '../../ui/face.tsx';
import { useDates } from '../../ui/when.tsx';
import { networkWords } from './feed-words.ts';
import { LogAnswer } from './log-answer.tsx';
import { excerptOf } from './excerpt.ts';
import { MediaList } from './media-list.tsx';
import { blocksOf, RichText } from './rich-text.tsx';
import { Earlier } from './earlier.tsx';

export type PostDeeds = {
  keep: (post: RecordDoc) => void;
  open: (post: RecordDoc) => void;
  mark: (post: RecordDoc, isRead: boolean) => void;
};
type Props = {
  post: RecordDoc;
  owner: RecordDoc;
  isUnread: boolean;
  isKept: boolean;
  isActive: boolean;
  /** Opened by key for the post one is on. */
  isLogging: boolean;
  onLogging: (isLogging: boolean) => void;
  onActive: () => void;
  deeds: PostDeeds;
};

export function PostCard({
  post,
  owner,
  isUnread,
  isKept,
  isActive,
  isLogging,
  onLogging,
  onActive,
  deeds,
}: Props) {
  const { dateTime } = useDates();
  const card = useRef<HTMLElement>(null);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (!isActive || card.current?.contains(document.activeElement) === true) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
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
      onFocus={onActive}
    >
      <Face doc={owner} size={34} />
      <div className="post-body">
        <Group gap={8} wrap="wrap" align="baseline">
          <Anchor
            fw={600}
            dir="auto"
            c="inherit"
            href={`#${owner.kind === 'person' ? personPath(owner.id) : groupPath(owner.id)}`}
          >
            {owner.name || 'No name'}
          </Anchor>
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
        <Group gap={4} mt={6}>
          <Tooltip label="Keep on the timeline (s)">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={isKept ? 'Kept' : 'Keep this post'}
              disabled={isKept}
              onClick={() => deeds.keep(post)}
            >
              {isKept ? <IconBookmarkFilled size={17} /> : <IconBookmark size={17} />}
            </ActionIcon>
          </Tooltip>
          {typeof link === 'string' && (
            <Tooltip label="Answer there, in the browser (o)">
              <ActionIcon
                component="a"
                href={link}
                target="_blank"
                rel="noopener noreferrer"
                variant="subtle"
                color="gray"
                aria-label="Answer in the browser"
                onClick={() => onLogging(true)}
              >
                <IconMessageReply size={17} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Write down an answer or a thought (l)">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Log an answer or a note"
              aria-expanded={isLogging}
              onClick={() => onLogging(!isLogging)}
            >
              <IconPencil size={17} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={isUnread ? 'Mark read (u)' : 'Mark unread (u)'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={isUnread ? 'Mark read' : 'Mark unread'}
              onClick={() => deeds.mark(post, isUnread)}
            >
              {isUnread ? <IconMailOpened size={17} /> : <IconMail size={17} />}
            </ActionIcon>
          </Tooltip>
        </Group>
        {isLogging && <LogAnswer post={post} owner={owner} onClose={() => onLogging(false)} />}
      </div>
    </article>
  );
}
