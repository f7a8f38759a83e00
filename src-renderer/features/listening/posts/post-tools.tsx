// The buttons of a post: keep it, answer it, log an answer or a note, mark it read. Plain
// elements, because streams draw many at once.

import {
  IconBookmark,
  IconBookmarkFilled,
  IconMail,
  IconMailOpened,
  IconMessageReply,
  IconPencil,
} from '@tabler/icons-react';
import type { ComponentProps } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { PostActions } from './use-post-actions.ts';

type Props = {
  post: RecordDoc;
  isUnread: boolean;
  isKept: boolean;
  isLogging: boolean;
  actions: PostActions;
};

export function PostTools({ post, isUnread, isKept, isLogging, actions }: Props) {
  const { link } = post.fields;
  return (
    <div className="post-tools">
      <Tool
        title="Keep on the timeline (s)"
        aria-label={isKept ? 'Kept' : 'Keep this post'}
        disabled={isKept}
        onClick={() => actions.keep(post)}
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
          onClick={() => actions.log(post, true)}
        >
          <IconMessageReply size={17} />
        </a>
      )}
      <Tool
        title="Write down an answer or a thought (l)"
        aria-label="Log an answer or a note"
        aria-expanded={isLogging}
        onClick={() => actions.log(post, !isLogging)}
      >
        <IconPencil size={17} />
      </Tool>
      <Tool
        title={isUnread ? 'Mark read (u)' : 'Mark unread (u)'}
        aria-label={isUnread ? 'Mark read' : 'Mark unread'}
        onClick={() => actions.mark(post, isUnread)}
      >
        {isUnread ? <IconMailOpened size={17} /> : <IconMail size={17} />}
      </Tool>
    </div>
  );
}

const Tool = (props: ComponentProps<'button'>) => (
  <button type="button" className="post-tool" {...props} />
);
