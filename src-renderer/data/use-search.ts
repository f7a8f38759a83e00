// Full-text search while somebody types. The answer before stays until the next one is
// here, so nothing flickers; answers that come too late are dropped.

import { useEffect, useState } from 'react';

import type { SearchAnswer, SearchHit } from '../../src-shared/bridge/host-types.ts';
import { useHost } from './host-context.tsx';

export type Found = SearchAnswer & {
  /** What was searched for. */
  text: string;
};

/** Undefined until the first answer, and while there is nothing to search for. */
export function useSearch(
  text: string,
  collection: SearchHit['collection'] | readonly SearchHit['collection'][],
  limit: number,
): Found | undefined {
  const { host } = useHost();
  const [found, setFound] = useState<Found>();
  const wanted = typeof collection === 'string' ? collection : collection.join(' ');
  const isBlank = text.trim() === '';
  useEffect(() => {
    if (isBlank) return undefined;
    let isCurrent = true;
    const collections = wanted.split(' ') as SearchHit['collection'][];
    void host.request('search.run', { text, collections, limit }).then((answer) => {
      if (isCurrent && answer.ok) setFound({ ...answer.value, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text, isBlank, wanted, limit]);
  return isBlank ? undefined : found;
}
