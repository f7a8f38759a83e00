// What a search finds that has no page of its own (roles, entries of timelines), and whom it
// is about.

import { useMemo } from 'react';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { recordsWithIds } from './queries/any-record.ts';
import { useRecordsIn } from './use-records-in.ts';
import { useSearch } from './use-search.ts';

const collections = ['moments', 'ties'] as const;

/** `about`: ids of people and groups. */
export type ToldOf = SearchHit & { about: readonly string[] };

/** None while it is on the way, and while there is nothing to search for. */
export function useToldOf(text: string, limit: number): readonly ToldOf[] {
  const found = useSearch(text, collections, limit);
  const hits = useMemo(() => found?.hits ?? [], [found]);
  const answers = useRecordsIn(
    collections.flatMap((from) => {
      const ids = hits.flatMap(({ collection, id }) => (collection === from ? [id] : []));
      return recordsWithIds(from, ids) ?? [];
    }),
  );
  return useMemo(() => {
    const byId = new Map((answers ?? []).flat().map((doc) => [doc.id as string, doc]));
    return hits.flatMap((hit) => {
      const doc = byId.get(hit.id);
      return doc === undefined ? [] : [{ ...hit, about: aboutOf(doc) }];
    });
  }, [hits, answers]);
}

const aboutOf = (doc: RecordDoc): string[] => [
  ...new Set(
    (kinds.get(doc.kind)?.links(doc) ?? [])
      .filter(({ target }) => target.discreet !== true)
      .map(({ id }) => id),
  ),
];
