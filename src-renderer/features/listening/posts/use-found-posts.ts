// Posts by full-text search; undefined while it is being asked.

import { useMemo } from 'react';

import { useSearch } from '../../../data/use-search.ts';

export function useFoundPosts(text: string, limit: number): readonly string[] | undefined {
  const found = useSearch(text, 'posts', limit);
  return useMemo(() => (text.trim() === '' ? [] : found?.hits.map(({ id }) => id)), [text, found]);
}
