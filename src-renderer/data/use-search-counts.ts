// How many a search finds of each collection, for its tabs.

import { useEffect, useState } from 'react';

import type { SearchCounts } from '../../src-shared/bridge/host-types.ts';
import { useHost } from './host-context.tsx';

/** Those of the words before stay until the next are here; none without words. */
export function useSearchCounts(text: string): SearchCounts['counts'] {
  const { host } = useHost();
  const [counts, setCounts] = useState<SearchCounts['counts']>({});
  const isBlank = text.trim() === '';
  useEffect(() => {
    if (isBlank) return undefined;
    let isCurrent = true;
    void host.request('search.counts', { text }).then((answer) => {
      if (isCurrent && answer.ok) setCounts(answer.value.counts);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text, isBlank]);
  return isBlank ? none : counts;
}

const none: SearchCounts['counts'] = {};
