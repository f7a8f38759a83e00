// Up to where this laptop's people have looked at what others did. What is shown as new stays
// so until the page is left, though it counts as seen from now on.

import { useEffect, useRef, useState } from 'react';

import type { News } from '../../../src-shared/bridge/history-types.ts';
import { useHistory } from '../../data/use-history.ts';
import { useHost } from '../../data/host-context.tsx';

/** Up to where it had been looked at before, and when; undefined until that is known. */
export function useMarkSeen(): News | undefined {
  const { host } = useHost();
  const news = useHistory('history.news', {});
  const [before, setBefore] = useState<News>();
  const marked = useRef(-1);
  useEffect(() => {
    if (news === undefined) return;
    setBefore((known) => known ?? news);
    // Also that nothing was there is seen, once.
    const isFirst = marked.current < 0;
    if (!isFirst && (news.count === 0 || news.latest <= marked.current)) return;
    marked.current = news.latest;
    void host.request('history.seen', { n: news.latest });
  }, [host, news]);
  return before;
}
