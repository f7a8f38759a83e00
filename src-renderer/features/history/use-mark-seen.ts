// Up to where this laptop's people have looked at what others did. What is shown as new stays
// so until the page is left, though it counts as seen from now on.

import { useEffect, useRef, useState } from 'react';

import { useHistory } from '../../data/use-history.ts';
import { useHost } from '../../data/host-context.tsx';

/** The place up to which it had been looked at before; undefined until that is known. */
export function useMarkSeen(): number | undefined {
  const { host } = useHost();
  const news = useHistory('history.news', {});
  const [before, setBefore] = useState<number>();
  const marked = useRef(0);
  useEffect(() => {
    if (news === undefined) return;
    setBefore((known) => known ?? news.seen);
    if (news.count === 0 || news.latest <= marked.current) return;
    marked.current = news.latest;
    void host.request('history.seen', { n: news.latest });
  }, [host, news]);
  return before;
}
