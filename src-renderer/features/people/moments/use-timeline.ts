// What happened with some people, newest first, as far as it is shown and asked for.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../../src-shared/query/group-people.ts';
import { momentsOf } from '../../../data/queries/happened.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { useViewIds } from '../../../data/use-view-ids.ts';
import { type TimelineFilter, viewOfTimeline } from './timeline-filter.ts';

/** So many people of an organisation are asked for. */
const mostPeople = 300;

/** Undefined while they are on the way. `people` undefined: not known yet. */
export function useTimeline(
  people: readonly string[] | undefined,
  filter: TimelineFilter,
  isNarrowed: boolean,
  limit: number,
): RecordDoc[] | undefined {
  const all = useRecords(people === undefined || isNarrowed ? undefined : momentsOf(people, limit));
  const { organisation } = filter;
  const there = useViewIds(
    organisation === ''
      ? undefined
      : viewOfGroup({ id: organisation as RecordDoc['id'], kind: 'organisation' }),
    mostPeople,
  );
  const isKnown = people !== undefined && (organisation === '' || there !== undefined);
  const ids = useViewIds(
    isNarrowed && isKnown
      ? viewOfTimeline(people, filter, organisation === '' ? undefined : there)
      : undefined,
    limit,
  );
  const docs = useRecordsById('moments', ids ?? []);
  if (people === undefined) return undefined;
  return isNarrowed ? ids?.flatMap((id) => docs.get(id) ?? []) : all;
}
