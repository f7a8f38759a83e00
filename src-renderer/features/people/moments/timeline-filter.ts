// What a timeline is narrowed to, kept in the address: which kinds, with whom, from which
// organisation, written by whom, about what.

import { byHand } from '../../../../src-shared/domain/moment.ts';
import type { View, ViewNode } from '../../../../src-shared/query/view.ts';
import { type RouteQuery, useRouteQuery } from '../../../ui/router.ts';

export const filterKinds = [...byHand, 'kept-post'] as const;

/** '' where it asks for nothing. */
export type TimelineFilter = {
  kinds: readonly string[];
  person: string;
  organisation: string;
  by: string;
  topic: string;
};

/** Under which it stands in the address. */
const names = {
  kinds: 'tl-kind',
  person: 'tl-with',
  organisation: 'tl-org',
  by: 'tl-by',
  topic: 'tl-about',
} as const;

function readFilter(query: RouteQuery): TimelineFilter {
  const text = (part: keyof typeof names): string => query.get(names[part]) ?? '';
  const asked = text('kinds').split(' ');
  return {
    kinds: filterKinds.filter((kind) => asked.includes(kind)),
    person: text('person'),
    organisation: text('organisation'),
    by: text('by'),
    topic: text('topic'),
  };
}

export function useTimelineFilter() {
  const query = useRouteQuery();
  const filter = readFilter(query);
  const set = (part: Partial<TimelineFilter>): void => {
    const { kinds, ...texts } = { ...filter, ...part };
    const all = { ...texts, kinds: kinds.join(' ') };
    query.set(
      Object.fromEntries(
        Object.entries(names).map(([name, inAddress]) => {
          const value = all[name as keyof typeof names];
          return [inAddress, value === '' ? undefined : value];
        }),
      ),
    );
  };
  return { filter, set, isOn: Object.values(filter).some(({ length }) => length > 0) };
}

/**
 * Newest first. `people`: whose timeline it is; `ofOrganisation`: those who are there, where one
 * is asked for.
 */
export function viewOfTimeline(
  people: readonly string[],
  { kinds, person, by, topic }: TimelineFilter,
  ofOrganisation: readonly string[] | undefined,
): View {
  const all: ViewNode[] = [withAny(people)];
  if (kinds.length > 0) all.push({ field: 'kind', op: 'isAnyOf', arg: [...kinds] });
  if (person !== '') all.push(withAny([person]));
  if (ofOrganisation !== undefined) all.push(withAny(ofOrganisation));
  if (by !== '') all.push({ field: 'createdBy', op: 'contains', arg: by });
  if (topic.trim() !== '')
    all.push({
      any: ['topic', 'name', 'note'].map((field) => ({ field, op: 'contains', arg: topic.trim() })),
    });
  return {
    of: 'moments',
    conditions: { all },
    sorts: [{ field: 'when', order: 'desc' }],
    groupBy: [],
    columns: [],
    layout: 'table',
  };
}

const withAny = (people: readonly string[]): ViewNode => ({
  field: 'people',
  op: 'hasAnyOf',
  arg: [...people],
});
