// The buttons of a post: keep it, answer it, log an answer or a note, mark it read. Plain
// elements, because streams draw many at once.

import { t } from '@lingui/core/macro';
import {
  IconBookmark,
  IconBookmarkFilled,
  IconMail,
  IconMailOpened,
  IconMessageReply,
  IconPencil,
} from '@tabler/icons-react';
import type { ComponentProps } from 'react';

import { webAddress } from '../../../../src-shared/feeds/address.ts';
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
  const leads = typeof link === 'string' ? webAddress(link) : '';
  return (
    <div className="post-tools">
      <Tool
        title={t`Keep on the timeline (s)`}
        aria-label={isKept ? t`Kept` : t`Keep this post`}
        disabled={isKept}
        onClick={() => actions.keep(post)}
      >
        {isKept ? <IconBookmarkFilled size={17} /> : <IconBookmark size={17} />}
      </Tool>
      {leads !== '' && (
        <a
          className="post-tool"
          title={t`Answer there, in the browser (o)`}
          aria-label={t`Answer in the browser`}
          href={leads}
          target="_blank"
          rel="noopener noreferrer"
          onClick={() => actions.log(post, true)}
        >
          <IconMessageReply size={17} />
        </a>
      )}
      <Tool
        title={t`Write down an answer or a thought (l)`}
        aria-label={t`Log an answer or a note`}
        aria-expanded={isLogging}
        onClick={() => actions.log(post, !isLogging)}
      >
        <IconPencil size={17} />
      </Tool>
      <Tool
        title={isUnread ? t`Mark read (u)` : t`Mark unread (u)`}
        aria-label={isUnread ? t`Mark read` : t`Mark unread`}
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
