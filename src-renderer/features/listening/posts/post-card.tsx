// One post: who, where and when, its words, and what can be made of it. Plain elements,
// because streams draw many at once.

import { Button } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkFilled,
  IconMailOpened,
  IconMail,
  IconMessageReply,
  IconPencil,
} from '@tabler/icons-react';
import { type ComponentProps, memo, useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { groupPath, personPath } from '../../../ui/router.ts';
import { Face } from '../../../ui/face.tsx';
import { useDates } from '../../../ui/when.tsx';
import type { PostDeeds } from './use-post-deeds.ts';
import { networkWords } from '../feeds/feed-words.ts';
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
        <div className="post-head">
          {!isOnOwnPage && (
            <a
              className="post-owner"
              dir="auto"
              href={`#${owner.kind === 'person' ? personPath(owner.id) : groupPath(owner.id)}`}
            >
              {owner.name || 'No name'}
            </a>
          )}
          <span className="post-where dim">
            {byOther && (
              <>
                <bdi>{author}</bdi> ·{' '}
              </>
            )}
            {networkWords(network)} ·{' '}
            <time dateTime={new Date(post.at).toISOString()}>{dateTime(post.at)}</time>
          </span>
          {isUnread && <span className="post-mark post-mark-new">New</span>}
          {isKept && <span className="post-mark">Kept</span>}
        </div>
        {typeof title === 'string' && (
          <div className="post-title" dir="auto">
            {title}
          </div>
        )}
        <RichText blocks={shown} />
        {isLong && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show less' : 'Show all of it'}
          </Button>
        )}
        <Earlier post={post} />
        <MediaList media={media} feed={String(feed as string)} />
        <div className="post-tools">
          <Tool
            title="Keep on the timeline (s)"
            aria-label={isKept ? 'Kept' : 'Keep this post'}
            disabled={isKept}
            onClick={() => deeds.keep(post)}
          >
            {isKept ? <IconBookmarkFilled size={17} /> : <IconBookmark size={17} />}
          </Tool>
          {typeof link === 'string' && (
            <a
              className="post-tool"
              title="Answer there, in the browser (o)"
              aria-label="Answer in the browser"
              href={link}
              target="_blank"
              rel="noopener noreferrer"
              onClick={() => deeds.log(post, true)}
            >
              <IconMessageReply size={17} />
            </a>
          )}
          <Tool
            title="Write down an answer or a thought (l)"
            aria-label="Log an answer or a note"
            aria-expanded={isLogging}
            onClick={() => deeds.log(post, !isLogging)}
          >
            <IconPencil size={17} />
          </Tool>
          <Tool
            title={isUnread ? 'Mark read (u)' : 'Mark unread (u)'}
            aria-label={isUnread ? 'Mark read' : 'Mark unread'}
            onClick={() => deeds.mark(post, isUnread)}
          >
            {isUnread ? <IconMailOpened size={17} /> : <IconMail size={17} />}
          </Tool>
        </div>
        {isLogging && (
          <LogAnswer post={post} owner={owner} onClose={() => deeds.log(post, false)} />
        )}
      </div>
    </article>
  );
});

const Tool = (props: ComponentProps<'button'>) => (
  <button type="button" className="post-tool" {...props} />
);
