// Whose post it is, who wrote it, where and when, and whether it is new or kept.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { pathOf } from '../../../kinds/kinds.ts';
import { isoTime, useDates } from '../../../ui/when.tsx';
import { feedNetworkWords } from '../../../words/value-words.ts';

export type PostHeadProps = {
  post: RecordDoc;
  owner: RecordDoc;
  /** Then the owner's name is left out: the page is theirs. */
  isOnOwnPage: boolean;
  isUnread: boolean;
  isKept: boolean;
};

export function PostHead({ post, owner, isOnOwnPage, isUnread, isKept }: PostHeadProps) {
  const { dateTime } = useDates();
  const { author, network } = post.fields;
  const byOther = typeof author === 'string' && author !== '' && author !== owner.name;
  return (
    <div className="post-head">
      {!isOnOwnPage && (
        <a className="post-owner" dir="auto" href={`#${pathOf(owner)}`}>
          {owner.name || t`No name`}
        </a>
      )}
      <span className="post-where dim">
        {byOther && (
          <>
            <bdi>{author}</bdi> ·{' '}
          </>
        )}
        {feedNetworkWords(network)} · <time dateTime={isoTime(post.at)}>{dateTime(post.at)}</time>
      </span>
      {isUnread && (
        <span className="post-mark post-mark-new">
          <Trans>New</Trans>
        </span>
      )}
      {isKept && (
        <span className="post-mark">
          <Trans>Kept</Trans>
        </span>
      )}
    </div>
  );
}
