// Entries of timelines that a search finds, and whom they are about.

import { useMemo } from 'react';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import { peopleOfMoment } from '../../src-shared/domain/moment.ts';
import { recordsWithIds } from './queries/any-record.ts';
import { useRecords } from './use-records.ts';
import { useSearch } from './use-search.ts';

export type MomentHit = SearchHit & { people: readonly string[] };
export type MomentsFound = { text: string; hits: readonly MomentHit[]; more: boolean };

/** Undefined until all is here, and while there is nothing to search for. */
export function useMomentsFound(text: string, limit: number): MomentsFound | undefined {
  const found = useSearch(text, 'moments', limit);
  const ids = useMemo(() => (found?.hits ?? []).map(({ id }) => id), [found]);
  const docs = useRecords(recordsWithIds('moments', ids));
  return useMemo(() => {
    if (found === undefined || docs === undefined) return undefined;
    const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
    const hits = found.hits.flatMap((hit) => {
      const doc = byId.get(hit.id);
      return doc === undefined ? [] : [{ ...hit, people: peopleOfMoment(doc) }];
    });
    return { text: found.text, hits, more: found.more };
  }, [found, docs]);
}
