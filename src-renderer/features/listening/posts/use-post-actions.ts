// What can be done with a post. The functions stay the same while what they know changes,
// so that a stream draws only the posts that have changed.

import { useEffect, useMemo, useRef } from 'react';

import { webAddress } from '../../../../src-shared/feeds/address.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { logMoment } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useHost } from '../../../data/host-context.tsx';
import { ownerOf } from '../use-owners.ts';

export type PostActions = {
  keep: (post: RecordDoc) => void;
  open: (post: RecordDoc) => void;
  mark: (post: RecordDoc, isRead: boolean) => void;
  /** Makes it the one that keys mean, and read. */
  goTo: (post: RecordDoc) => void;
  log: (post: RecordDoc, isLogging: boolean) => void;
};

export function usePostActions(
  kept: ReadonlySet<string>,
  isUnread: (post: RecordDoc) => boolean,
  setActive: (id: string) => void,
  setLogging: (id: string | undefined) => void,
): PostActions {
  const { host } = useHost();
  const run = useCommand();
  const now = useRef({ kept, isUnread });
  useEffect(() => {
    now.current = { kept, isUnread };
  });
  return useMemo(() => {
    const mark: PostActions['mark'] = (post, isRead) =>
      void host.request('posts.mark', { owner: ownerOf(post), ids: [post.id], isRead });
    return {
      mark,
      keep: (post) => {
        if (!now.current.kept.has(post.id)) void run(keptFrom(post));
      },
      open: (post) => {
        const { link } = post.fields;
        const leads = typeof link === 'string' ? webAddress(link) : '';
        if (leads !== '') window.open(leads, '_blank', 'noopener,noreferrer');
      },
      goTo: (post) => {
        setActive(post.id);
        if (now.current.isUnread(post)) mark(post, true);
      },
      log: (post, isLogging) => setLogging(isLogging ? post.id : undefined),
    };
  }, [host, run, setActive, setLogging]);
}

/** A moment of its own: it stays when the post is dropped. */
function keptFrom(post: RecordDoc) {
  const { link, title } = post.fields;
  return logMoment({
    kind: 'kept-post',
    when: post.at,
    people: [ownerOf(post)],
    text: post.note,
    more: {
      post: post.id,
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof link === 'string' ? { source: link } : {}),
    },
  });
}
