// Posts by full-text search; undefined while it is being asked.

import { useEffect, useState } from 'react';

import { useHost } from '../../../data/host-context.tsx';

export function useFoundPosts(text: string, limit: number): readonly string[] | undefined {
  const { host } = useHost();
  const [found, setFound] = useState<{ text: string; limit: number; ids: string[] }>();
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === '') return undefined;
    void host.request('search.run', { text, collections: ['posts'], limit }).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setFound({ text, limit, ids: answer.value.hits.map(({ id }) => id) });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text, limit]);
  if (text.trim() === '') return [];
  // The hits before stay in sight while more letters are typed.
  return found?.ids;
}
