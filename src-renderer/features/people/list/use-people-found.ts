// Whom a search finds: people by their own words, people of the organisations that match,
// and people of the timeline entries that match.

import { t } from '@lingui/core/macro';
import { useMemo } from 'react';

import { recordsWithIds } from '../../../data/queries/any-record.ts';
import { tiesOf } from '../../../data/queries/ties.ts';
import { textOf } from '../../../data/text-of.ts';
import { type MomentsFound, useMomentsFound } from '../../../data/use-moments-found.ts';
import { useRecords } from '../../../data/use-records.ts';
import { type Found, useSearch } from '../../../data/use-search.ts';
import { useViewIds } from '../../../data/use-view.ts';
import type { PeopleView } from './use-people-view.ts';

const most = 300;

/** Undefined until all is here. */
export function usePeopleFound(text: string, { view, parts }: PeopleView) {
  const isNarrowed = parts.length > 0;
  const inView = useViewIds(isNarrowed ? view : undefined);
  const people = useSearch(text, 'people', most);
  const organisations = useSearch(text, 'groups', 20);
  const moments = useMomentsFound(text, most);
  const groups = useMemo(() => (organisations?.hits ?? []).map(({ id }) => id), [organisations]);
  const ties = useRecords(tiesOf(groups, most));
  const ids = useMemo(() => {
    const own = (people?.hits ?? []).map((hit) => hit.id);
    const ofGroups = (ties ?? [])
      .filter((tie) => tie.fields['type'] === 'role')
      .map((tie) => textOf(tie, 'from'));
    const ofMoments = (moments?.hits ?? []).flatMap((hit) => hit.people);
    return [...new Set([...own, ...ofGroups, ...ofMoments])];
  }, [people, ties, moments]);
  const docs = useRecords(recordsWithIds('people', ids));
  return useMemo(() => {
    if (people === undefined || ties === undefined || moments === undefined) return undefined;
    if (docs === undefined || (isNarrowed && inView === undefined)) return undefined;
    // All answers are of the same words.
    if (organisations?.text !== people.text || moments.text !== people.text) return undefined;
    const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
    return {
      text: people.text,
      more: people.more || moments.more || ties.length >= most,
      highlights: highlightsOf(people, moments),
      rows: ids
        .flatMap((id) => byId.get(id) ?? [])
        .filter((doc) => doc.status === 'live')
        .filter((doc) => inView === undefined || inView.has(doc.id)),
    };
  }, [people, organisations, ties, moments, docs, ids, isNarrowed, inView]);
}

/** Of each person the words that match: their own before those of their best entry. */
function highlightsOf(people: Found, moments: MomentsFound): Map<string, string> {
  const highlights = new Map(people.hits.map(({ id, highlight }) => [id, highlight]));
  for (const { highlight, people: of } of moments.hits) {
    for (const id of of) if (!highlights.has(id)) highlights.set(id, t`Timeline: ${highlight}`);
  }
  return highlights;
}
