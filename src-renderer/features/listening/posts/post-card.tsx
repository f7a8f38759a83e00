// One post: who, where and when, its words, and what can be made of it. Plain elements,
// because streams draw many at once.

import { memo, type RefObject, useEffect, useRef } from 'react';

import { Face } from '../../../ui/face.tsx';
import { Earlier } from './earlier.tsx';
import { LogAnswer } from './log-answer.tsx';
import { MediaList } from './media-list.tsx';
import { PostHead, type PostHeadProps } from './post-head.tsx';
import { PostText } from './post-text.tsx';
import { PostTools } from './post-tools.tsx';
import type { PostActions } from './use-post-actions.ts';

type Props = PostHeadProps & {
  isActive: boolean;
  /** Opened by key for the active post. */
  isLogging: boolean;
  actions: PostActions;
};

export const PostCard = memo(function PostCard({
  post,
  owner,
  isOnOwnPage,
  isUnread,
  isKept,
  isActive,
  isLogging,
  actions,
}: Props) {
  const card = useFocusedWhen(isActive && !isLogging);
  const state = { isUnread, isKept };
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
      onFocus={() => actions.goTo(post)}
    >
      <Face doc={owner} size={34} />
      <div className="post-body">
        <PostHead post={post} owner={owner} isOnOwnPage={isOnOwnPage} {...state} />
        <PostText post={post} />
        <Earlier post={post} />
        <MediaList media={post.fields['media']} feed={String(post.fields['feed'] as string)} />
        <PostTools post={post} isLogging={isLogging} actions={actions} {...state} />
        {isLogging && (
          <LogAnswer post={post} owner={owner} onClose={() => actions.log(post, false)} />
        )}
      </div>
    </article>
  );
});

/** Moves the focus to the element, unless it is inside already, and scrolls it into view. */
function useFocusedWhen(isActive: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isActive || element.current?.contains(document.activeElement) === true) return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return element;
}
